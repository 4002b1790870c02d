import { app, shell, type BrowserWindow } from 'electron'
import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { printArguments } from '#shared/print-arguments.ts'
import type { PrintOrder, PrintOutcome, Printer } from '#shared/shell.ts'

/**
 * Files on their way to a printer. The PDF itself is sent: Chromium would print a picture of a window, or, through its own PDF
 * page, from a hidden one mostly nothing.
 */
export type PrintDesk = {
  printers(window: BrowserWindow): Promise<Printer[]>
  newPath(): string
  send(order: PrintOrder, path: string, known: readonly Printer[]): Promise<PrintOutcome>
}

export function openPrintDesk(): PrintDesk {
  let folder: string | null = null
  app.on('will-quit', () => {
    if (folder !== null) rmSync(folder, { recursive: true, force: true })
  })
  return {
    async printers(window) {
      const found = await window.webContents.getPrintersAsync()
      return found.map((printer) => ({ name: printer.name, label: printer.displayName || printer.name, isDefault: isDefault(printer.options) }))
    },
    newPath() {
      folder ??= mkdtempSync(join(app.getPath('temp'), 'bidwright-print-'))
      return join(folder, `${randomUUID()}.pdf`)
    },
    async send(order, path, known) {
      if (!existsSync(path)) return { kind: 'failed', reason: 'no file' }
      if (process.platform === 'win32') {
        const reason = await shell.openPath(path)
        return reason === '' ? { kind: 'opened' } : { kind: 'failed', reason }
      }
      if (!known.some(({ name }) => name === order.printer)) return { kind: 'failed', reason: order.printer }
      const outcome = await spool(printArguments(order, path))
      rmSync(path, { force: true })
      return outcome
    },
  }
}

/** CUPS says it as text among the printer's options. */
function isDefault(options: object): boolean {
  return 'printer-is-default' in options && options['printer-is-default'] === 'true'
}

/** `lp` has copied the file into the spool when it ends. */
function spool(args: readonly string[]): Promise<PrintOutcome> {
  return new Promise((resolve) => {
    execFile('lp', args, { timeout: 60_000 }, (error, _stdout, stderr) => resolve(error === null ? { kind: 'sent' } : { kind: 'failed', reason: stderr.trim() || error.message }))
  })
}
