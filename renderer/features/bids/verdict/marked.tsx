import { Fragment } from 'react'

/** Text with **figures** in bold. */
export function Marked({ text }: { text: string }) {
  return text.split('**').map((part, index) => (index % 2 === 1 ? <strong key={index}>{part}</strong> : <Fragment key={index}>{part}</Fragment>))
}
