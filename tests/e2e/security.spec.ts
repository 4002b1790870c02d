import { expect, test } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { launchApp, type RunningApp } from './app.ts'

let running: RunningApp
test.beforeAll(async () => {
  running = await launchApp()
  // The program opens its first screen by itself: from here on the page moves only when made to.
  await running.page.waitForURL(/#\//)
})
test.afterAll(() => running.close())

test('the page has no Node, no Electron, and only the shell’s few calls', async () => {
  const seen = await running.page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'global'].filter((name) => name in window),
    shell: Object.keys(bidwright).toSorted((a, b) => a.localeCompare(b)),
  }))
  expect(seen).toEqual({ node: [], shell: ['chooseDestination', 'chooseFolder', 'files', 'keepSecret', 'notify', 'onClockJump', 'onMenu', 'onOpenTender', 'platform', 'preferences', 'print', 'showSaved'] })
  const preferences: unknown = await running.app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    const read: unknown = Reflect.get(webContents, 'getLastWebPreferences')
    return typeof read === 'function' ? Reflect.apply(read, webContents, []) : null
  })
  expect(preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true })
})

test('the page is inside the operating system’s sandbox', async () => {
  test.skip(process.getuid?.() === 0, 'root has no Chromium sandbox; run as an ordinary user')
  const pid = await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId())
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  expect(status).toMatch(/Seccomp:\s*2/)
  expect(status).toMatch(/NSpid:\s*\d+\s+\d+/)
})

test('app:// serves the window’s own files with the policy, and nothing else', async () => {
  const answers = await running.page.evaluate(() =>
    Promise.all(
      ['/index.html', '/..%2f..%2fpackage.json', '/%2e%2e/%2e%2e/package.json', '/..%5c..%5cpackage.json', '/nothing'].map(async (path) => {
        const answer = await fetch(path)
        return { status: answer.status, policy: answer.headers.get('content-security-policy') ?? '', sniff: answer.headers.get('x-content-type-options') ?? '' }
      }),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual([200, 404, 404, 404, 404])
  expect(answers[0]?.policy).toContain("default-src 'none'")
  expect(answers[0]?.policy).not.toMatch(/unsafe-|\*|https?:/)
  expect(answers[0]?.sniff).toBe('nosniff')
  expect(await running.page.evaluate(() => fetch('app://other/index.html').then(({ status }) => status, (error: Error) => error.name))).toBe('TypeError')
})

test('the page can go nowhere, open nothing and ask for nothing', async () => {
  const { page, app } = running
  const before = page.url()
  await page.evaluate(() => {
    location.href = 'https://example.org/'
  })
  expect(await page.evaluate(() => window.open('https://example.org/'))).toBeNull()
  expect(page.url()).toBe(before)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  expect(await page.evaluate(() => fetch('https://example.org/').then(() => 'answered', (error: Error) => error.name))).toBe('TypeError')
  expect(
    await page.evaluate(async () => ({
      place: await navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state),
      notification: await Notification.requestPermission(),
      clipboard: await navigator.clipboard.readText().then(() => 'read', (error: Error) => error.name),
    })),
  ).toEqual({ place: 'denied', notification: 'denied', clipboard: 'NotAllowedError' })
})

test('inline scripts and code from text are refused by the policy', async () => {
  const refused = await running.page.evaluate(
    () =>
      new Promise<string[]>((done) => {
        const seen: string[] = []
        document.addEventListener('securitypolicyviolation', (event) => seen.push(`${event.effectiveDirective} ${event.blockedURI}`))
        const script = document.createElement('script')
        script.textContent = 'window.wasInline = true'
        document.body.append(script)
        // The driver's own evaluate is exempt from the policy, so the page itself must run the text, later.
        Reflect.apply(setTimeout, window, ['window.wasEvaluated = true', 0])
        setTimeout(() => done([...seen.toSorted(), `inline ${String('wasInline' in window)}`, `evaluated ${String('wasEvaluated' in window)}`]), 300)
      }),
  )
  expect(refused).toEqual(['script-src eval', 'script-src-elem inline', 'inline false', 'evaluated false'])
})

test('the shell refuses a page that is not ours, and input that is not valid', async () => {
  const answer = await running.app.evaluate(async ({ app, BrowserWindow }) => {
    const other = new BrowserWindow({ show: false, webPreferences: { preload: `${app.getAppPath()}/out/preload/preload.cjs`, sandbox: true } })
    await other.loadURL('data:text/html,<p>other')
    const said: unknown = await other.webContents.executeJavaScript("bidwright.preferences.get().then(() => 'answered', (error) => error.message)")
    other.destroy()
    return said
  })
  expect(answer).toContain('this page may not ask')
  const invalid = await running.page.evaluate(() => bidwright.preferences.set(JSON.parse('{"theme":"pink"}')).then(() => 'accepted', (error: Error) => error.message))
  expect(invalid).toContain('theme')
})
