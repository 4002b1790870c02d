import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { CoreClient } from '#shared/contract.ts'
import { CORE_PORT_MESSAGE } from '#shared/shell.ts'

export type CoreConnection = {
  client: CoreClient
  /** Calls back after core was restarted and the new port is in use. */
  onRestart(listener: () => void): () => void
}

/**
 * The window's line to core. Preload posts the first port when the page has loaded and another whenever core was
 * restarted; calls made in between wait for the next port, calls in flight when core dies are rejected.
 */
export function connectCore(): CoreConnection {
  const listeners = new Set<() => void>()
  let current = waitForPort()
  const client: CoreClient = createORPCClient({
    call: async (path, input, options) => (await current.link).call(path, input, options),
  })
  function waitForPort(): { link: Promise<RPCLink<object>>; accept: (port: MessagePort) => void } {
    let accept: (port: MessagePort) => void = () => {}
    const link = new Promise<RPCLink<object>>((resolve) => {
      accept = (port) => {
        port.addEventListener('close', () => {
          current = waitForPort()
        })
        port.start()
        resolve(new RPCLink({ port }))
      }
    })
    return { link, accept }
  }
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const [port] = event.ports
    if (event.source !== window || !isPortMessage(event.data) || !port) return
    if (event.data.isRestart) current = waitForPort()
    current.accept(port)
    if (event.data.isRestart) for (const listener of listeners) listener()
  })
  return {
    client,
    onRestart(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

function isPortMessage(data: unknown): data is { type: typeof CORE_PORT_MESSAGE; isRestart: boolean } {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === CORE_PORT_MESSAGE
}
