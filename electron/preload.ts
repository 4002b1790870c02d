import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { CORE_PORT_MESSAGE, type MenuCommand, type Shell } from '#shared/shell.ts'

/** Listens to what main sends; returns what stops it. */
function hearing(channel: string, hear: Parameters<typeof ipcRenderer.on>[1]): () => void {
  ipcRenderer.on(channel, hear)
  return () => ipcRenderer.removeListener(channel, hear)
}

const bidwright: Shell<File> = {
  preferences: {
    get: () => ipcRenderer.invoke('preferences:get'),
    set: (change) => ipcRenderer.invoke('preferences:set', change),
  },
  files: {
    choose: (what = 'notices') => ipcRenderer.invoke('files:choose', what),
    offer: (files) => ipcRenderer.invoke('files:offer', files.map((file) => webUtils.getPathForFile(file)).filter((path) => path !== '')),
  },
  chooseFolder: () => ipcRenderer.invoke('folder:choose'),
  keepSecret: (name, value) => ipcRenderer.invoke('secret:set', { name, value }),
  chooseDestination: (suggestedName) => ipcRenderer.invoke('destination:choose', { suggestedName }),
  showSaved: (token) => ipcRenderer.invoke('file:show', token),
  print: {
    printers: () => ipcRenderer.invoke('print:printers'),
    prepare: () => ipcRenderer.invoke('print:prepare'),
    send: (order) => ipcRenderer.invoke('print:send', order),
  },
  onMenu: (listener) => hearing('menu', (_event, command: MenuCommand) => listener(command)),
  notify: (notice) => ipcRenderer.invoke('notice:show', notice),
  onOpenTender: (listener) => hearing('open-tender', (_event, tenderId: string | null) => listener(tenderId)),
  onClockJump: (listener) => hearing('clock-jump', (_event, ms: number) => listener(ms)),
  platform: process.platform,
}

contextBridge.exposeInMainWorld('bidwright', bidwright)

// A port cannot cross the context bridge; it is handed over in a message of the window to itself.
ipcRenderer.on(CORE_PORT_MESSAGE, (event, { isRestart }: { isRestart: boolean }) => {
  window.postMessage({ type: CORE_PORT_MESSAGE, isRestart }, window.location.origin === 'null' ? '*' : window.location.origin, event.ports)
})
