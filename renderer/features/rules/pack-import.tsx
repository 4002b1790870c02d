import { Button } from '@mantine/core'
import { ORPCError } from '@orpc/client'
import { useState } from 'react'
import { useCore, useShell } from '#renderer/app/core.tsx'
import { notifyDone, notifyFailure } from '#renderer/app/undo.tsx'
import { ChangeList } from '#renderer/features/rules/change-list.tsx'
import { PackFacts } from '#renderer/features/rules/pack-facts.tsx'
import { useRuleChange } from '#renderer/features/rules/queries.ts'
import { packIssueText } from '#renderer/features/rules/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import { z } from 'zod'
import type { PackPreview } from '#shared/rules/contract.ts'
import { PackIssue } from '#shared/rules/pack-file.ts'
import css from '#renderer/features/rules/rules.module.css'

type Chosen = { kind: 'ready'; token: string; preview: PackPreview } | { kind: 'refused'; fileName: string; issues: PackIssue[] }

/** Chooses a pack file, shows what is wrong with it or what it would change, and takes it in. */
export function PackImport() {
  const core = useCore()
  const shell = useShell()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [isReading, setReading] = useState(false)
  const refuse = (error: unknown) => {
    const refused = refusalOf(error)
    setChosen(refused)
    if (refused === null) notifyFailure(m.rules_pack_unreadable())
  }
  const take = useRuleChange((client, token: string) => client.rules.importPack({ token }), {
    onDone: () => {
      setChosen(null)
      notifyDone(m.rules_pack_imported())
    },
    onFailure: refuse,
  })
  const choose = async () => {
    const [file] = await shell.files.choose()
    if (file === undefined) return
    setReading(true)
    await core.rules.previewPack({ token: file.token }).then((preview) => setChosen({ kind: 'ready', token: file.token, preview }), refuse)
    setReading(false)
  }
  return (
    <>
      <div className={css.tools}>
        <Button variant="default" loading={isReading} onClick={() => void choose()}>{m.rules_pack_import()}</Button>
        <span className={css.muted}>{m.rules_pack_import_hint()}</span>
      </div>
      {chosen?.kind === 'refused' && <Refused fileName={chosen.fileName} issues={chosen.issues} onClose={() => setChosen(null)} />}
      {chosen?.kind === 'ready' && <Preview preview={chosen.preview} isBusy={take.isPending} onCancel={() => setChosen(null)} onTake={() => take.mutate(chosen.token)} />}
    </>
  )
}

function Refused({ fileName, issues, onClose }: { fileName: string; issues: readonly PackIssue[]; onClose: () => void }) {
  return (
    <div className={css.refused} role="alert">
      <p><strong>{m.rules_pack_refused({ name: fileName, count: issues.length })}</strong></p>
      <ul className={css.issues}>
        {issues.map((issue) => <li key={`${issue.field} ${issue.code}`}>{issue.field !== '' && <code>{issue.field}</code>} {packIssueText(issue)}</li>)}
      </ul>
      <Button size="compact-sm" variant="default" onClick={onClose}>{m.rules_close()}</Button>
    </div>
  )
}

function Preview({ preview: { pack, fileName, updates, replaces, changes }, isBusy, onCancel, onTake }: { preview: PackPreview; isBusy: boolean; onCancel: () => void; onTake: () => void }) {
  return (
    <div className={css.preview}>
      <p><strong>{pack.id}</strong> <span className={css.muted}>{fileName}</span></p>
      <PackFacts pack={pack} />
      {updates && <p>{m.rules_pack_updates()}</p>}
      {replaces.length > 0 && <p>{m.rules_pack_replaces({ names: replaces.map(({ id }) => id).join(m.list_separator()) })}</p>}
      <ChangeList changes={changes} />
      <div className={css.tools}>
        <Button loading={isBusy} onClick={onTake}>{m.rules_pack_take()}</Button>
        <Button variant="subtle" disabled={isBusy} onClick={onCancel}>{m.cancel()}</Button>
      </div>
    </div>
  )
}

const RefusedData = z.object({ fileName: z.string(), issues: z.array(PackIssue) })

function refusalOf(error: unknown): Chosen | null {
  const data = error instanceof ORPCError && error.code === 'PACK_INVALID' ? RefusedData.safeParse(error.data) : null
  return data?.success === true ? { kind: 'refused', ...data.data } : null
}
