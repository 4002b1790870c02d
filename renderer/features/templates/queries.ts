import { ORPCError } from '@orpc/client'
import { useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { useCore, useShell } from '#renderer/app/core.tsx'
import { notifyDone, notifyFailure } from '#renderer/app/undo.tsx'
import { problemWords } from '#renderer/features/templates/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { BidTemplate } from '#shared/templates/bid-template.ts'
import { TemplateProblem } from '#shared/templates/contract.ts'

export function useRefreshTemplates() {
  const queries = useQueryClient()
  return async () => {
    await queries.invalidateQueries({ queryKey: ['templates'] })
    await queries.invalidateQueries({ queryKey: ['bids', 'document'] })
  }
}

const Invalid = z.object({ problems: z.array(TemplateProblem) })
const Reason = z.object({ reason: z.string() })

/** Says why a template was not taken, with the places that are wrong. */
export function explainFailure(error: unknown): void {
  if (!(error instanceof ORPCError)) return notifyFailure(m.tpl_failed())
  const invalid = Invalid.safeParse(error.data)
  if (invalid.success) return notifyFailure(`${m.tpl_invalid()} ${invalid.data.problems.slice(0, 3).map(problemWords).join(' ')}`)
  const reason = Reason.safeParse(error.data)
  notifyFailure(reason.success ? m.tpl_file_failed({ reason: reason.data.reason }) : m.tpl_failed())
}

/** Template files, in and out. */
export function useTemplateFiles(onRead: (template: BidTemplate) => void) {
  const core = useCore()
  const shell = useShell()
  return {
    read: async () => {
      const [file] = await shell.files.choose('templates')
      if (file !== undefined) await core.templates.readFile({ token: file.token }).then(onRead, explainFailure)
    },
    write: async (template: BidTemplate) => {
      const file = await shell.chooseDestination(`${template.name}.json`)
      if (file === null) return
      await core.templates.writeFile({ destination: file.token, template }).then(({ fileName }) => notifyDone(m.tpl_written({ name: fileName })), explainFailure)
    },
  }
}
