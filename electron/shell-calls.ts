import { app, dialog, ipcMain, shell, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import { randomUUID } from 'node:crypto'
import { basename, isAbsolute, join } from 'node:path'
import { existsSync } from 'node:fs'
import type { z } from 'zod'
import type { CoreProcess } from './core-process.ts'
import { showNotice } from './notices.ts'
import type { PreferenceStore } from './preferences.ts'
import { openPrintDesk } from './printing.ts'
import type { SecretStore } from './secrets.ts'
import { isOurPage } from './security.ts'
import { shellInput, type FileChoice, type FileToken, type Preferences, type ShellChannel } from '#shared/shell.ts'

type Deps = { core: CoreProcess; preferences: PreferenceStore; secrets: SecretStore; window: () => BrowserWindow | null; onPreferences: (now: Preferences) => void }

const choices: Record<FileChoice, { name: string; extensions: string[] }> = {
  notices: { name: '公告 · OCDS · 表格', extensions: ['html', 'htm', 'txt', 'json', 'jsonl', 'xml', 'csv', 'xlsx', 'docx', 'pdf'] },
  attachments: { name: 'PDF · PNG · JPEG', extensions: ['pdf', 'png', 'jpg', 'jpeg'] },
  prices: { name: 'JSON · CSV · XLSX · TOML · Markdown', extensions: ['json', 'csv', 'tsv', 'xlsx', 'toml', 'md'] },
  templates: { name: 'JSON', extensions: ['json'] },
}

/** The few calls the window may make to the shell. Every one checks who asks and what with. */
export function handleShellCalls({ core, preferences, secrets, window, onPreferences }: Deps): void {
  const grant = (path: string): FileToken => {
    const token = randomUUID()
    core.grantFile(token, path)
    return { token, name: basename(path) }
  }
  const saved = new Set<string>()

  handle('preferences:get', shellInput['preferences:get'], () => preferences.get())
  handle('preferences:set', shellInput['preferences:set'], (change) => {
    const now = preferences.set(change)
    onPreferences(now)
    return now
  })
  handle('folder:choose', shellInput['folder:choose'], async () => {
    const owner = window()
    if (!owner) return null
    const [path] = (await dialog.showOpenDialog(owner, { properties: ['openDirectory'] })).filePaths
    return path === undefined ? null : grant(path)
  })
  // The window can put a secret in and take it away; it can never read one.
  handle('secret:set', shellInput['secret:set'], ({ name, value }) => {
    const isKept = secrets.set(name, value)
    if (isKept) core.giveSecret(name, value)
    return isKept
  })
  handle('files:choose', shellInput['files:choose'], async (what) => {
    const owner = window()
    if (!owner) return []
    const chosen = await dialog.showOpenDialog(owner, { properties: ['openFile', 'multiSelections'], filters: [choices[what], { name: '*', extensions: ['*'] }] })
    return chosen.filePaths.map(grant)
  })
  // Preload takes these from File objects of a real drop; a page cannot make a File that names a path.
  handle('files:offer', shellInput['files:offer'], (paths) => paths.filter((path) => isAbsolute(path) && existsSync(path)).map(grant))
  handle('destination:choose', shellInput['destination:choose'], async ({ suggestedName }) => {
    const owner = window()
    if (!owner) return null
    const name = suggestedName.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_').slice(0, 150)
    const chosen = await dialog.showSaveDialog(owner, { defaultPath: join(app.getPath('documents'), name) })
    if (chosen.canceled || !chosen.filePath) return null
    const granted = grant(chosen.filePath)
    saved.add(granted.token)
    return granted
  })
  handle('notice:show', shellInput['notice:show'], (notice) => showNotice(notice, window))
  handle('file:show', shellInput['file:show'], (token) => {
    const path = saved.has(token) ? core.pathOf(token) : undefined
    if (path === undefined || !existsSync(path)) return false
    shell.showItemInFolder(path)
    return true
  })
  const desk = openPrintDesk()
  const printers = async () => {
    const owner = window()
    return owner === null ? [] : desk.printers(owner)
  }
  const toPrint = new Set<string>()
  handle('print:printers', shellInput['print:printers'], printers)
  handle('print:prepare', shellInput['print:prepare'], () => {
    const granted = grant(desk.newPath())
    toPrint.add(granted.token)
    return granted
  })
  handle('print:send', shellInput['print:send'], async (order) => {
    const path = toPrint.delete(order.token) ? core.pathOf(order.token) : undefined
    return path === undefined ? { kind: 'failed', reason: 'no file' } : desk.send(order, path, await printers())
  })
}

function handle<Input extends unknown[]>(channel: ShellChannel, schema: z.ZodType<Input>, run: (...input: Input) => unknown): void {
  ipcMain.handle(channel, (event: IpcMainInvokeEvent, ...input: unknown[]) => {
    if (!event.senderFrame || !isOurPage(event.senderFrame.url)) throw new Error('this page may not ask')
    return run(...schema.parse(input))
  })
}
