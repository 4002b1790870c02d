import { Modal, type ModalProps } from '@mantine/core'
import { useEffect, useState } from 'react'
import { m } from '#renderer/paraglide/messages.js'

/** A dialog that is there only while it is open. Closed, it gives the focus back to what opened it, so that the keyboard goes on where it was. */
export function Dialog({ children, ...props }: Omit<ModalProps, 'opened'>) {
  // Read while drawing: the dialog takes the focus before any effect of ours runs.
  const [opener] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true })
    },
    [opener],
  )
  return (
    <Modal opened closeButtonProps={{ 'aria-label': m.close() }} {...props}>
      {children}
    </Modal>
  )
}
