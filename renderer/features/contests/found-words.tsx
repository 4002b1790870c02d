import { useId, useState } from 'react'
import css from '#renderer/features/contests/contests.module.css'

export type FoundWord = { text: string; start: number | null; end: number | null; isAgainst?: boolean; title: string }

const around = 70

/** The words something was read from; each opens the place in the text. */
export function FoundWords({ label, source, words }: { label: string; source: string; words: readonly FoundWord[] }) {
  const [open, setOpen] = useState<number | null>(null)
  const id = useId()
  if (words.length === 0) return null
  const shown = open === null ? undefined : words[open]
  return (
    <>
      <div className={css.words}>
        <span>{label}</span>
        {words.map((word, index) => (
          <button
            key={`${word.text}${word.start ?? ''}${word.title}`} type="button" className={css.word} title={word.title} data-against={word.isAgainst === true || undefined}
            aria-expanded={open === index} aria-controls={id} onClick={() => setOpen(open === index ? null : index)}
          >
            {word.text}
          </button>
        ))}
      </div>
      {shown !== undefined && (
        <blockquote id={id} className={css.excerpt} lang="zh-CN">
          {shown.start === null || shown.end === null ? shown.title : <Excerpt source={source} start={shown.start} end={shown.end} />}
        </blockquote>
      )}
    </>
  )
}

function Excerpt({ source, start, end }: { source: string; start: number; end: number }) {
  const from = Math.max(0, start - around)
  const to = Math.min(source.length, end + around)
  return <>{from > 0 && '…'}{source.slice(from, start)}<mark>{source.slice(start, end)}</mark>{source.slice(end, to)}{to < source.length && '…'}</>
}
