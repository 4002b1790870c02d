/** What the shell tells core, beside the calls that come through a window's port. */
export type CoreMessage =
  | { type: 'open'; workspacePath: string; assetsDirectory: string; fontsDirectory: string; /** The program was just started: a file left open by a crash is looked at. */ isFirstStart: boolean }
  /** Only after `open-failed`: what the person chose to do about it. */
  | { type: 'recover'; how: Recovery }
  | { type: 'port' }
  | { type: 'file'; token: string; path: string }
  /** From the key store of the system; null takes it away. */
  | { type: 'secret'; name: string; value: string | null }

/** `set-aside`: the file is kept beside under another name, and work begins with an empty one. */
export type Recovery = { kind: 'restore'; backup: string } | { kind: 'set-aside' }

/** What core tells the shell: the workspace could not be opened, and nothing was changed. */
export type CoreReport = { type: 'open-failed'; code: 'damaged' | 'from-the-future' | 'unreadable' | 'bad-backup'; /** The newest automatic backup. */ backup: { path: string; at: string } | null }
