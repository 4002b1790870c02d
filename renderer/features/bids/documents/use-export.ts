import { ORPCError } from '@orpc/client'
import { useState } from 'react'
import { useCore, useShell } from '#renderer/app/core.tsx'
import type { FileFormat } from '#shared/documents/contract.ts'
import type { Printout } from '#shared/documents/printable.ts'
import type { FileToken } from '#shared/shell.ts'

export type ExportState =
  | { kind: 'idle' }
  | { kind: 'running'; format: FileFormat }
  | { kind: 'done'; file: FileToken; name: string; pages: number }
  | { kind: 'blocked' }
  | { kind: 'failed'; reason: string }

const extensions: Record<FileFormat, string> = { pdf: 'pdf', word: 'docx' }

/** Asks for a place, then lets core check once more and write the final file there. */
export function useExport(bidId: string, volume: Printout): [ExportState, (name: string, format: FileFormat) => void, () => void] {
  const core = useCore()
  const shell = useShell()
  const [state, setState] = useState<ExportState>({ kind: 'idle' })
  const run = async (name: string, format: FileFormat) => {
    const file = await shell.chooseDestination(`${safeFileName(name)}.${extensions[format]}`)
    if (file === null) return
    setState({ kind: 'running', format })
    try {
      const saved = await core.documents.save({ bidId, volume, destination: file.token, format })
      setState({ kind: 'done', file, name: saved.fileName, pages: saved.pages })
    } catch (error) {
      if (error instanceof ORPCError && error.code === 'BLOCKED') setState({ kind: 'blocked' })
      else setState({ kind: 'failed', reason: reasonOf(error) })
    }
  }
  const show = () => {
    if (state.kind === 'done') void shell.showSaved(state.file.token)
  }
  return [state, (name, format) => void run(name, format), show]
}

function reasonOf(error: unknown): string {
  if (error instanceof ORPCError && error.code === 'WRITE_FAILED' && typeof error.data === 'object' && error.data !== null && 'reason' in error.data) return String(error.data.reason)
  return error instanceof Error ? error.message : String(error)
}

/** A file name every system takes. */
function safeFileName(name: string): string {
  return name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_').slice(0, 120)
}
