import { MessageChannelMain, utilityProcess, type BrowserWindow, type UtilityProcess } from 'electron'
import type { CoreMessage, CoreReport, Recovery } from '#core/core-message.ts'
import { CORE_PORT_MESSAGE } from '#shared/shell.ts'

type CoreOptions = { script: string; workspacePath: string; assetsDirectory: string; fontsDirectory: string; log: (line: string) => void; /** What the key store holds for feeds. */ secrets: () => [name: string, value: string][]; /** The workspace cannot be opened: what to do about it; null ends the program. */ onOpenFailed: (report: CoreReport) => Promise<Recovery | null> }

const RESTARTS_PER_MINUTE = 5

/**
 * Keeps core running: starts it, gives each loaded window a port to it, and starts it again when it dies.
 * A core that keeps dying is left down after five restarts in a minute; the window then says so.
 */
export class CoreProcess {
  readonly #options: CoreOptions
  readonly #files = new Map<string, string>()
  #child: UtilityProcess | null = null
  #window: BrowserWindow | null = null
  #restarts: number[] = []
  #stopping = false
  #starts = 0

  constructor(options: CoreOptions) {
    this.#options = options
  }

  start(): void {
    const { script, workspacePath, assetsDirectory, fontsDirectory, log, secrets, onOpenFailed } = this.#options
    const child = utilityProcess.fork(script, [], { serviceName: 'Bidwright core', stdio: 'pipe', execArgv: ['--max-semi-space-size=4'] })
    this.#child = child
    child.stdout?.on('data', (text: Buffer) => log(text.toString().trimEnd()))
    child.stderr?.on('data', (text: Buffer) => log(text.toString().trimEnd()))
    this.#post({ type: 'open', workspacePath, assetsDirectory, fontsDirectory, isFirstStart: this.#starts++ === 0 })
    child.on('message', (report: CoreReport) => {
      void onOpenFailed(report).then((how) => (how === null ? null : child.postMessage({ type: 'recover', how } satisfies CoreMessage)))
    })
    for (const [name, value] of secrets()) this.giveSecret(name, value)
    for (const [token, path] of this.#files) this.#post({ type: 'file', token, path })
    child.once('exit', (code) => {
      this.#child = null
      if (this.#stopping) return
      log(`core ended with code ${code}`)
      const now = Date.now()
      this.#restarts = [...this.#restarts.filter((at) => now - at < 60_000), now]
      if (this.#restarts.length > RESTARTS_PER_MINUTE) return log('core keeps ending: not started again')
      this.start()
      if (this.#window) this.connect(this.#window, true)
    })
  }

  /** Gives the window's page a fresh port. Call whenever the page was loaded. */
  connect(window: BrowserWindow, isRestart: boolean): void {
    this.#window = window
    if (!this.#child || window.isDestroyed()) return
    const { port1, port2 } = new MessageChannelMain()
    this.#child.postMessage({ type: 'port' } satisfies CoreMessage, [port1])
    window.webContents.postMessage(CORE_PORT_MESSAGE, { isRestart }, [port2])
  }

  /** Lets core use a path the person chose, under a token the window may hold. */
  grantFile(token: string, path: string): void {
    this.#files.set(token, path)
    this.#post({ type: 'file', token, path })
  }

  /** Core holds a secret in memory only. */
  giveSecret(name: string, value: string | null): void {
    this.#post({ type: 'secret', name, value })
  }

  pathOf(token: string): string | undefined {
    return this.#files.get(token)
  }

  /** For the test that kills core. */
  get pid(): number | undefined {
    return this.#child?.pid
  }

  stop(): void {
    this.#stopping = true
    this.#child?.kill()
  }

  #post(message: CoreMessage): void {
    this.#child?.postMessage(message)
  }
}
