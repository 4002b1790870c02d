import { Modal } from '@mantine/core'
import { PrintForm } from '#renderer/components/print/print-form.tsx'
import { m } from '#renderer/paraglide/messages.js'

type PrintDialogProps = {
  /** What is printed, in the person's words. */
  title: string
  onClose: () => void
  /** Writes the PDF to the place the shell prepared. */
  write: (destination: string) => Promise<unknown>
}

/** How something already in sight is printed. */
export function PrintDialog({ title, onClose, write }: PrintDialogProps) {
  return (
    <Modal opened onClose={onClose} title={m.print_title({ title })} closeButtonProps={{ 'aria-label': m.close() }}>
      <PrintForm onClose={onClose} write={write} />
    </Modal>
  )
}
