import { BrowserWindow, nativeTheme } from 'electron'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { APP_ORIGIN, devServerUrl } from './security.ts'

/** The one window: sandboxed, isolated, without Node. */
export function createWindow(outDirectory: string, isPackaged: boolean): BrowserWindow {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    useContentSize: true,
    minWidth: 960,
    minHeight: 600,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#0f1319' : '#f4f5f7',
    title: 'Bidwright',
    webPreferences: {
      preload: join(outDirectory, 'preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      devTools: !isPackaged,
    },
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL(devServerUrl() || `${APP_ORIGIN}/index.html`)
  return window
}

const hasFirstScreen = "document.documentElement.dataset.ready === 'true' && document.querySelector('main h1, main h2') !== null"

/** A picture of the window once its first screen stands; for `npm start` without a display. */
export async function captureWhenReady(window: BrowserWindow, file: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const isReady: unknown = await window.webContents.executeJavaScript(hasFirstScreen)
    if (isReady === true) break
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await new Promise((resolve) => setTimeout(resolve, 300))
  const image = await window.webContents.capturePage()
  await writeFile(file, image.toPNG())
}
