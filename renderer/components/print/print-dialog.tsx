import { Dialog } from '#renderer/components/dialog/dialog.tsx'
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
    <Dialog onClose={onClose} title={m.print_title({ title })}>
      <PrintForm onClose={onClose} write={write} />
    </Dialog>
  )
}
