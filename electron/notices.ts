import { Notification, type BrowserWindow } from 'electron'

/** Without a notification service the desktop may never answer. */
const patienceMs = 4000
// A notice nobody holds may be collected before it is clicked.
const kept = new Set<Notification>()

/** Shows a notice on the desktop; a click brings the window forward and opens what it is about. Resolves to whether it was shown. */
export function showNotice({ title, body, tenderId }: { title: string; body: string; tenderId: string | null }, window: () => BrowserWindow | null): Promise<boolean> {
  if (!Notification.isSupported()) return Promise.resolve(false)
  const notice = new Notification({ title, body, silent: false })
  kept.add(notice)
  notice.on('close', () => kept.delete(notice))
  notice.on('click', () => {
    kept.delete(notice)
    const target = window()
    if (target === null) return
    if (target.isMinimized()) target.restore()
    target.show()
    target.focus()
    target.webContents.send('open-tender', tenderId)
  })
  return new Promise((resolve) => {
    const timer = setTimeout(() => answer(false), patienceMs)
    const answer = (isShown: boolean) => {
      clearTimeout(timer)
      if (!isShown) kept.delete(notice)
      resolve(isShown)
    }
    notice.once('show', () => answer(true))
    notice.once('failed', () => answer(false))
    notice.show()
  })
}
