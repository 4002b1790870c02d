import { createContext, use, type ReactNode } from 'react'
import type { CoreClient } from '#shared/contract.ts'
import type { Shell } from '#shared/shell.ts'

const CoreContext = createContext<CoreClient | null>(null)
const ShellContext = createContext<Shell<File> | null>(null)

/** What the window works with: core's calls and the shell's few. Tests hand in the real router, in process. */
export function CoreProvider({ core, shell, children }: { core: CoreClient; shell: Shell<File>; children: ReactNode }) {
  return (
    <CoreContext value={core}>
      <ShellContext value={shell}>{children}</ShellContext>
    </CoreContext>
  )
}

export function useCore(): CoreClient {
  const core = use(CoreContext)
  if (core === null) throw new Error('useCore outside CoreProvider')
  return core
}

export function useShell(): Shell<File> {
  const shell = use(ShellContext)
  if (shell === null) throw new Error('useShell outside CoreProvider')
  return shell
}
