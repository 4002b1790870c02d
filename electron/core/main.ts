import { RPCHandler } from '@orpc/server/message-port'
import { join } from 'node:path'
import type { CoreMessage } from '#core/core-message.ts'
import { openCore, type Core } from '#core/core.ts'
import { logUnexpected } from '#core/log-unexpected.ts'
import { router } from '#core/router.ts'

/** The window's door to core: this file is the entry of the utility process. */
type Port = Parameters<RPCHandler<Core['context']>['upgrade']>[0] & { start(): void }
type ParentPort = { on(event: 'message', listener: (event: { data: CoreMessage; ports: Port[] }) => void): void }

const { parentPort } = process as typeof process & { parentPort: ParentPort }
const files = new Map<string, string>()
const handler = new RPCHandler<Core['context']>(router, { interceptors: [logUnexpected] })
let core: Core | null = null

parentPort.on('message', ({ data, ports }) => {
  switch (data.type) {
    case 'open':
      core = openCore({ ...data, workersDirectory: join(__dirname, 'workers'), files: { pathOf: (token) => files.get(token) } })
      return
    case 'file':
      files.set(data.token, data.path)
      return
    case 'port': {
      const [port] = ports
      if (!port || !core) throw new Error('a port came before the workspace was opened')
      handler.upgrade(port, { context: core.context })
      port.start()
      return
    }
  }
})

process.on('exit', () => core?.close())
