import { z } from 'zod'

/** The few things only the shell can do. Each channel's input is validated in main. */
export const Preferences = z.object({
  language: z.enum(['zh-CN', 'en', 'fr']),
  theme: z.enum(['light', 'dark', 'auto']),
  moneyUnit: z.enum(['yuan', 'wan']),
})
export type Preferences = z.infer<typeof Preferences>

/** What the person is asked to open; decides which files the dialog shows first. */
export const FileChoice = z.enum(['notices', 'attachments', 'templates', 'prices'])
export type FileChoice = z.infer<typeof FileChoice>

/** What of a file goes to which printer. `pages` like "1-3,5", null for all of them. */
export const PrintOrder = z.object({
  token: z.string().max(100),
  printer: z.string().min(1).max(200),
  copies: z.int().min(1).max(99),
  pages: z.string().max(200).regex(/^\d{1,4}(-\d{1,4})?(,\d{1,4}(-\d{1,4})?)*$/).nullable(),
  sides: z.enum(['one-sided', 'two-sided-long-edge', 'two-sided-short-edge']),
})
export type PrintOrder = z.infer<typeof PrintOrder>

export type Printer = { name: string; label: string; isDefault: boolean }

/** `opened`: this system has no way to print a PDF as it is, so it was opened in the person's own PDF program to be printed there. */
export type PrintOutcome = { kind: 'sent' } | { kind: 'opened' } | { kind: 'failed'; reason: string }

export const shellInput = {
  'preferences:get': z.tuple([]),
  'preferences:set': z.tuple([Preferences.partial()]),
  'folder:choose': z.tuple([]),
  'secret:set': z.tuple([z.object({ name: z.string().regex(/^feed:[\w-]{1,60}:(key|proxy)$/), value: z.string().min(1).max(4000).nullable() })]),
  'files:choose': z.tuple([FileChoice]),
  'files:offer': z.tuple([z.array(z.string().max(4096)).max(1000)]),
  'destination:choose': z.tuple([z.object({ suggestedName: z.string().max(200) })]),
  'file:show': z.tuple([z.string().max(100)]),
  'notice:show': z.tuple([z.object({ title: z.string().max(200), body: z.string().max(1000), tenderId: z.string().max(64).nullable() })]),
  'print:printers': z.tuple([]),
  'print:prepare': z.tuple([]),
  'print:send': z.tuple([PrintOrder]),
}
export type ShellChannel = keyof typeof shellInput

export type FileToken = { token: string; name: string }

/** What preload puts on `window.bidwright`; `AFile` is the window's File, which `shared` does not know. */
export type Shell<AFile> = {
  preferences: { get(): Promise<Preferences>; set(change: Partial<Preferences>): Promise<Preferences> }
  files: {
    /** Opens the system dialog; empty when the person cancels. */
    choose(what?: FileChoice): Promise<FileToken[]>
    /** For files a person dropped on the window. */
    offer(files: readonly AFile[]): Promise<FileToken[]>
  }
  /** Opens the system dialog for a folder; null when the person cancels. */
  chooseFolder(): Promise<FileToken | null>
  /** Puts a secret into the key store of the system (null takes it away); false where there is none, and nothing is kept. */
  keepSecret(name: string, value: string | null): Promise<boolean>
  /** Asks where to save; null when the person cancels. */
  chooseDestination(suggestedName: string): Promise<FileToken | null>
  /** Shows a file saved this session in the system's file manager. */
  showSaved(token: string): Promise<boolean>
  print: {
    printers(): Promise<Printer[]>
    /** A place for the one file to be printed; core writes it, `send` takes it away again. */
    prepare(): Promise<FileToken>
    send(order: PrintOrder): Promise<PrintOutcome>
  }
  /** Calls back for a choice in the application menu; returns what stops it. */
  onMenu(listener: (command: MenuCommand) => void): () => void
  /** A notice on the desktop; false when the desktop did not show it. A click on it calls `onOpenTender`. */
  notify(notice: { title: string; body: string; tenderId: string | null }): Promise<boolean>
  /** Calls back when a notice was clicked; null: no tender of its own. */
  onOpenTender(listener: (tenderId: string | null) => void): () => void
  /** Calls back with how many milliseconds the computer's clock was set on (or back, negative). */
  onClockJump(listener: (ms: number) => void): () => void
  platform: string
}

/** Preload hands the window its port to core in a message of this type: once at start, again after core was restarted. */
export const CORE_PORT_MESSAGE = 'bidwright:core-port'

export type MenuCommand = 'import' | 'paste' | 'palette' | 'settings' | 'new-tender' | 'undo' | 'save'
