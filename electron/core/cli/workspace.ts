import { existsSync, statSync } from 'node:fs'
import type { Command } from '#core/cli/command.ts'
import { BadInputError, UsageError } from '#core/cli/outcome.ts'
import { backupWorkspace } from '#core/workspace/backup.ts'
import { checkWorkspace } from '#core/workspace/check.ts'
import { restoreWorkspace } from '#core/workspace/restore.ts'
import { defaultWorkspacePath } from '#core/workspace/default-path.ts'

/** `workspace check` · `workspace backup FILE` · `workspace restore FILE` */
export const runWorkspace: Command = async ({ operands: [action, file], options, core, openAt }) => {
  switch (action) {
    case 'check':
      return { output: await checkWorkspace(core().context.workspace) }
    case 'backup': {
      if (file === undefined) throw new UsageError('usage: cli workspace backup FILE')
      if (existsSync(file)) throw new BadInputError('file-exists', `${file}: exists already; choose another name`, { path: file })
      const { records } = await backupWorkspace(core().context.workspace, file)
      return { output: { path: file, bytes: statSync(file).size, records } }
    }
    case 'restore': {
      if (file === undefined) throw new UsageError('usage: cli workspace restore FILE')
      if (!existsSync(file)) throw new BadInputError('file-unreadable', `${file}: no such file`, { path: file })
      const restored = await restoreWorkspace(file, options.workspace ?? defaultWorkspacePath(), (path) => openAt(path).context.workspace)
      if (!restored.ok) throw new BadInputError(restored.code, `${file}: ${restored.message}`, { path: file })
      return { output: { records: restored.records } }
    }
    default:
      throw new UsageError('usage: cli workspace check | backup FILE | restore FILE')
  }
}
