import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { chromium, expect, test } from '@playwright/test'
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const folder = resolve(import.meta.dirname, '../../release/linux-unpacked')
const executable = join(folder, 'bidwright')
const resources = join(folder, 'resources')
const MEGABYTE = 1_000_000
const ON = 0x31
const OFF = 0x30

test.beforeAll(() => {
  if (!existsSync(executable)) throw new Error('nothing is packaged yet: npm run dist')
})

test('the package refuses to be used as Node, to be debugged and to run other code', async () => {
  const wire: Record<number, unknown> = { ...(await getCurrentFuseWire(executable)) }
  const expected = {
    [FuseV1Options.RunAsNode]: OFF,
    [FuseV1Options.EnableCookieEncryption]: ON,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: OFF,
    [FuseV1Options.EnableNodeCliInspectArguments]: OFF,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: ON,
    [FuseV1Options.OnlyLoadAppFromAsar]: ON,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: OFF,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: OFF,
  }
  expect(Object.fromEntries(Object.keys(expected).map((fuse) => [fuse, wire[Number(fuse)]]))).toEqual(expected)
  expect(existsSync(join(resources, 'default_app.asar'))).toBe(false)
})

test('the package holds what the program needs and little else', () => {
  expect(statSync(join(resources, 'app.asar')).size).toBeLessThan(25 * MEGABYTE)
  const unpacked = readdirSync(join(resources, 'app.asar.unpacked'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.node'))
  expect(unpacked).toEqual([`node_modules/@libsql/linux-${process.arch}-gnu/index.node`])
  const fonts = readdirSync(join(resources, 'fonts'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ttf'))
  expect(fonts.toSorted((a, b) => a.localeCompare(b))).toEqual([
    'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
    'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
    'noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
    'noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf',
  ])
  expect(readdirSync(join(resources, 'assets'))).toContain('rule-packs')
})

// The package refuses Playwright's own way in; Chromium's debugging port is no fuse's business.
test('the package starts, and its core reads the sample and keeps it', async () => {
  const home = mkdtempSync(join(tmpdir(), 'bidwright-package-'))
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const program = spawn(executable, ['--remote-debugging-port=0', ...sandbox], { env: { ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, 'config') }, stdio: ['ignore', 'ignore', 'pipe'] })
  try {
    const browser = await chromium.connectOverCDP(await debuggingAddress(program))
    const pages = () => browser.contexts().flatMap((context) => context.pages())
    await expect.poll(() => pages().length).toBe(1)
    const page = pages()[0]
    if (!page) throw new Error('the window closed')
    expect(page.url()).toMatch(/^app:\/\/bundle\/index\.html/)
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset['ready']), { timeout: 30_000 }).toBe('true')
    await page.getByRole('button', { name: '载入示例' }).click()
    await expect(page.getByText('远川能源集团大模型智能客服平台建设项目')).toBeVisible()
    await expect.poll(() => existsSync(join(home, 'config', 'Bidwright', 'workspace.bidwright'))).toBe(true)
    await browser.close()
  } finally {
    await end(program)
    rmSync(home, { recursive: true, force: true })
  }
})

function debuggingAddress(program: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = ''
    program.stderr?.on('data', (chunk) => {
      said += String(chunk)
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
      if (address !== undefined) found(address)
    })
    program.once('exit', () => failed(new Error(`the package ended at once: ${said}`)))
  })
}

async function end(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return
  const ended = new Promise((done) => program.once('exit', done))
  program.kill('SIGTERM')
  await ended
}
