import { homedir } from 'node:os'
import { join } from 'node:path'

/** The person's own workspace: the same file the window opens (Electron's user data folder of this program). */
export function defaultWorkspacePath(env: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): string {
  return join(userDataFolder(env, platform), 'workspace.bidwright')
}

function userDataFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const override = env['BIDWRIGHT_USER_DATA']
  if (override) return override
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData/Roaming'), 'Bidwright')
  if (platform === 'darwin') return join(homedir(), 'Library/Application Support/Bidwright')
  return join(env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'Bidwright')
}
