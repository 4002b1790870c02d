/** What the shell tells core, beside the calls that come through a window's port. */
export type CoreMessage =
  | { type: 'open'; workspacePath: string; assetsDirectory: string; fontsDirectory: string }
  | { type: 'port' }
  | { type: 'file'; token: string; path: string }
