import './app/no-eval.ts'
import './app/styles.ts'
import { createRoot } from 'react-dom/client'
import { useHashLocation } from 'wouter/use-hash-location'
import { App } from '#renderer/app/app.tsx'
import { connectCore } from '#renderer/app/core-client.ts'
import type { Shell } from '#shared/shell.ts'

/** Put on the window by preload. */
declare const bidwright: Shell<File>

async function start(): Promise<void> {
  const root = document.querySelector('#root')
  if (root === null) throw new Error('no #root in the page')
  // Listens for core's port at once: preload posts it as soon as the page has loaded.
  const core = connectCore()
  const preferences = await bidwright.preferences.get()
  const onCoreRestart = (listener: () => void) => core.onRestart(listener)
  createRoot(root).render(<App core={core.client} shell={bidwright} onCoreRestart={onCoreRestart} preferences={preferences} useLocation={useHashLocation} />)
  document.documentElement.dataset.ready = 'true'
}

void start()
