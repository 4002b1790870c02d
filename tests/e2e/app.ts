import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** The running program, with what its page complained about so far. */
export type RunningApp = {
  app: ElectronApplication
  page: Page
  /** A fresh folder: nothing of another test, removed by `close`. */
  userData: string
  /** What the content security policy refused, as "directive url". */
  violations: string[]
  /** Errors on the page's console and exceptions nobody caught. */
  consoleErrors: string[]
  close(): Promise<void>
}

/** A name the page can call from the first script on; there is none like it in the product. */
const REPORT = 'reportPolicyViolation'

const root = resolve(import.meta.dirname, '../..')

/** Starts the built program (scripts/e2e.mjs names the Electron) with an empty user data folder, or the given one. */
export async function launchApp({ userData: given, env = {}, args = [] }: { userData?: string; env?: Record<string, string>; args?: string[] } = {}): Promise<RunningApp> {
  const executablePath = process.env['ELECTRON_EXEC_PATH']
  if (executablePath === undefined) throw new Error('ELECTRON_EXEC_PATH is not set: run the tests with npm run test:e2e')
  const userData = given ?? mkdtempSync(join(tmpdir(), 'bidwright-e2e-'))
  const app = await _electron.launch({
    executablePath,
    args: ['.', ...args],
    cwd: root,
    // Playwright turns the sandbox off unless told; only root has to do without it.
    chromiumSandbox: process.getuid?.() !== 0,
    env: { ...inheritedEnvironment(), BIDWRIGHT_USER_DATA: userData, ...env },
  })
  const page = await app.firstWindow()
  const { violations, consoleErrors } = await watch(page)
  await page.waitForLoadState('load')
  return {
    app,
    page,
    userData,
    violations,
    consoleErrors,
    async close() {
      await app.close()
      if (given === undefined) rmSync(userData, { recursive: true, force: true })
    },
  }
}

/** Answers the next "save as" dialog with a path, as the person would. */
export async function answerSaveDialog(app: ElectronApplication, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
  }, filePath)
}

/** Answers the next "open" dialog with paths. */
export async function answerOpenDialog(app: ElectronApplication, filePaths: string[]): Promise<void> {
  await app.evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: paths })
  }, filePaths)
}

function inheritedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return Object.fromEntries(entries.filter(([name]) => name !== 'ELECTRON_RUN_AS_NODE'))
}

async function watch(page: Page): Promise<{ violations: string[]; consoleErrors: string[] }> {
  const violations: string[] = []
  const consoleErrors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') consoleErrors.push(message.text())
  })
  page.on('pageerror', (error) => consoleErrors.push(error.stack ?? error.message))
  await page.exposeFunction(REPORT, (violation: string) => violations.push(violation))
  const listen = (report: string) => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const tell: unknown = Reflect.get(window, report)
      if (typeof tell === 'function') tell(`${event.effectiveDirective} ${event.blockedURI}`)
    })
  }
  // For pages loaded from now on, and for the one that is open already; before that, Chromium's own words on the console tell.
  await page.addInitScript(listen, REPORT)
  await page.evaluate(listen, REPORT)
  return { violations, consoleErrors }
}
