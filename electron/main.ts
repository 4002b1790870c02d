import { app, nativeTheme, type BrowserWindow } from 'electron'
import log from 'electron-log/main'
import { dirname, join } from 'node:path'
import { declareAppProtocol, serveApp } from './app-protocol.ts'
import { watchClock } from './clock-watch.ts'
import { CoreProcess } from './core-process.ts'
import { setMenu } from './menu.ts'
import { openPreferences } from './preferences.ts'
import { openSecrets } from './secrets.ts'
import { lockDown } from './security.ts'
import { handleShellCalls } from './shell-calls.ts'
import { askAboutWorkspace } from './workspace-dialog.ts'
import { captureWhenReady, createWindow } from './window.ts'

// Built to out/main/main.cjs.
const outDirectory = dirname(__dirname)
const developerSetting = (name: string) => (app.isPackaged ? undefined : process.env[name])

const userData = developerSetting('BIDWRIGHT_USER_DATA')
if (userData !== undefined) app.setPath('userData', userData)
declareAppProtocol()
// Chromium's children abort when both are given; --no-sandbox is only passed for root, by scripts.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()

let window: BrowserWindow | null = null

async function start(): Promise<void> {
  const preferences = openPreferences()
  // A list of 100,000 is scrolled for hours: the window's heap grows slowly and gives back what it no longer needs.
  app.commandLine.appendSwitch('js-flags', '--max-semi-space-size=2 --optimize-for-size')
  // The window loads nothing but its own files: Chromium's network needs no process to itself, which would take some 20 MB.
  app.commandLine.appendSwitch('enable-features', 'NetworkServiceInProcess2')
  // Chromium's own parts (date fields, menus of a field) speak the language of the start.
  app.commandLine.appendSwitch('lang', preferences.get().language)
  await app.whenReady()
  log.initialize({ preload: false })
  log.errorHandler.startCatching({ showDialog: false })
  lockDown()
  serveApp(join(outDirectory, 'renderer'))
  nativeTheme.themeSource = themeSource(preferences.get().theme)
  const secrets = openSecrets()
  const core = new CoreProcess({
    script: join(__dirname, 'core.cjs'),
    workspacePath: join(app.getPath('userData'), 'workspace.bidwright'),
    assetsDirectory: app.isPackaged ? join(process.resourcesPath, 'assets') : join(app.getAppPath(), 'assets'),
    fontsDirectory: app.isPackaged ? join(process.resourcesPath, 'fonts') : join(app.getAppPath(), 'node_modules/@expo-google-fonts'),
    log: (line) => log.error(line),
    secrets: () => secrets.all(),
    onOpenFailed: (report) => askAboutWorkspace(report, preferences.get().language),
  })
  core.start()
  handleShellCalls({
    core,
    preferences,
    secrets,
    window: () => window,
    onPreferences: (now) => {
      nativeTheme.themeSource = themeSource(now.theme)
      if (window) setMenu(window, now.language)
    },
  })
  const openWindow = () => {
    const opened = createWindow(outDirectory, app.isPackaged)
    window = opened
    setMenu(opened, preferences.get().language)
    opened.webContents.on('did-finish-load', () => core.connect(opened, false))
    opened.on('closed', () => {
      window = null
    })
    const screenshot = developerSetting('BIDWRIGHT_SCREENSHOT')
    if (screenshot !== undefined) opened.webContents.once('did-finish-load', () => void captureWhenReady(opened, screenshot))
  }
  openWindow()
  watchClock((ms) => window?.webContents.send('clock-jump', ms))
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('activate', () => {
    if (window === null) openWindow()
  })
  app.on('will-quit', () => core.stop())
}

function themeSource(theme: 'light' | 'dark' | 'auto'): 'light' | 'dark' | 'system' {
  return theme === 'auto' ? 'system' : theme
}

app.on('window-all-closed', () => {
  if (process.platform !== 'darwin') app.quit()
})

if (app.requestSingleInstanceLock()) void start()
else app.quit()
