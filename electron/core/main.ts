import { RPCHandler } from '@orpc/server/message-port'
import { join } from 'node:path'
import type { CoreMessage, CoreReport } from '#core/core-message.ts'
import { openCore, type Core } from '#core/core.ts'
import { logUnexpected } from '#core/log-unexpected.ts'
import { router } from '#core/router.ts'
import { isBackupDue } from '#core/workspace/automatic-backups.ts'
import { failureCode, markClosed, markOpen, openFailure, prepareWorkspaceFile, recover } from '#core/workspace/workspace-file.ts'

/** The window's door to core: this file is the entry of the utility process. */
type Port = Parameters<RPCHandler<Core['context']>['upgrade']>[0] & { start(): void }
type ParentPort = { on(event: 'message', listener: (event: { data: CoreMessage; ports: Port[] }) => void): void; postMessage(report: CoreReport): void }
type Opening = Extract<CoreMessage, { type: 'open' }>

/** The reply to the call that asked for it goes out first. */
const RESTART_AFTER_MS = 100

const { parentPort } = process as typeof process & { parentPort: ParentPort }
const files = new Map<string, string>()
const secrets = new Map<string, string>()
const handler = new RPCHandler<Core['context']>(router, { interceptors: [logUnexpected] })
const waitingPorts: Port[] = []
let opening: Opening | null = null
let core: Core | null = null

parentPort.on('message', ({ data, ports }) => {
  switch (data.type) {
    case 'open':
      opening = data
      return open(data)
    case 'recover': {
      if (opening === null || core !== null) return
      const problem = recover(opening.workspacePath, data.how, new Date())
      return problem === null ? open(opening) : parentPort.postMessage(openFailure(opening.workspacePath, problem))
    }
    case 'file':
      files.set(data.token, data.path)
      return
    case 'secret':
      if (data.value === null) secrets.delete(data.name)
      else secrets.set(data.name, data.value)
      return
    case 'port':
      waitingPorts.push(...ports)
      return servePorts()
  }
})

function open(wanted: Opening): void {
  const { workspacePath } = wanted
  try {
    prepareWorkspaceFile(workspacePath, wanted.isFirstStart)
    core = openCore({ ...wanted, workersDirectory: join(__dirname, 'workers'), files: { pathOf: (token) => files.get(token) }, secrets: { get: (name) => secrets.get(name) }, runsFeeds: true, restart: () => setTimeout(() => process.exit(0), RESTART_AFTER_MS) })
  } catch (error) {
    console.error(error)
    return parentPort.postMessage(openFailure(workspacePath, failureCode(error)))
  }
  markOpen(workspacePath)
  servePorts()
  if (isBackupDue(workspacePath, new Date())) core.backUp().catch((error: unknown) => console.error('the automatic backup failed', error))
}

/** A window may connect while the person is still asked what to do about its file. */
function servePorts(): void {
  if (core === null) return
  for (const port of waitingPorts.splice(0)) {
    handler.upgrade(port, { context: core.context })
    port.start()
  }
}

process.on('exit', () => {
  if (core === null || opening === null) return
  core.close()
  markClosed(opening.workspacePath)
})
