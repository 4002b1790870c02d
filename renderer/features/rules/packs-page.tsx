import { Button, Skeleton } from '@mantine/core'
import { useState } from 'react'
import { useCore, useShell } from '#renderer/app/core.tsx'
import { useLocale } from '#renderer/app/i18n.tsx'
import { notifyDone, notifyFailure } from '#renderer/app/undo.tsx'
import { editableInstant } from '#renderer/components/deadline/format-deadline.ts'
import { SettingsSection } from '#renderer/components/settings-section/settings-section.tsx'
import { ChangeList } from '#renderer/features/rules/change-list.tsx'
import { PackFacts } from '#renderer/features/rules/pack-facts.tsx'
import { PackImport } from '#renderer/features/rules/pack-import.tsx'
import { usePacks, useRuleChange } from '#renderer/features/rules/queries.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { FlagChange, PackRow } from '#shared/rules/contract.ts'
import css from '#renderer/features/rules/rules.module.css'

/** The rule packs: the company's own, which a file replaces without a new version, and those that came with the program. */
export function RulePacksPage() {
  useLocale()
  const packs = usePacks()
  const own = packs.data?.filter(({ origin }) => origin === 'own') ?? []
  const shipped = packs.data?.filter(({ origin }) => origin === 'shipped') ?? []
  return (
    <>
      <SettingsSection title={m.rules_own_packs()} hint={m.rules_own_packs_hint()}>
        <PackImport />
        {packs.data !== undefined && own.length === 0 && <p className={css.empty}>{m.rules_own_packs_empty()}</p>}
        <ul className={css.packs}>{own.map((row) => <Pack key={row.pack.id} row={row} />)}</ul>
      </SettingsSection>
      <SettingsSection title={m.rules_shipped_packs()} hint={m.contest_legal()}>
        {packs.data === undefined ? <Skeleton height={200} /> : <ul className={css.packs}>{shipped.map((row) => <Pack key={row.pack.id} row={row} />)}</ul>}
      </SettingsSection>
    </>
  )
}

function Pack({ row: { pack, origin, imported, replacedBy } }: { row: PackRow }) {
  const exporting = useExport()
  return (
    <li className={css.pack}>
      <div className={css.packHead}>
        <strong>{pack.id}</strong>
        {imported !== null && <span className={css.muted}>{m.rules_pack_from({ name: imported.fileName, when: editableInstant(imported.at) })}</span>}
        {replacedBy.length > 0 && <span className={css.replaced}>{m.rules_pack_replaced({ names: replacedBy.join(m.list_separator()) })}</span>}
        <span className={css.packTools}>
          <Button size="compact-sm" variant="default" onClick={() => void exporting(pack.id)}>{m.rules_pack_export()}</Button>
          {origin === 'own' && <Removal id={pack.id} />}
        </span>
      </div>
      <PackFacts pack={pack} />
    </li>
  )
}

/** Taking a pack away changes verdicts, so what would change is read first. */
function Removal({ id }: { id: string }) {
  const core = useCore()
  const [changes, setChanges] = useState<FlagChange[] | null>(null)
  const remove = useRuleChange((client, wanted: string) => client.rules.removePack({ id: wanted }), {
    onDone: () => notifyDone(m.rules_pack_removed({ name: id })),
    onFailure: () => notifyFailure(m.rules_failed()),
  })
  const ask = () => core.rules.previewRemoval({ id }).then(setChanges, () => notifyFailure(m.rules_failed()))
  if (changes === null) return <Button size="compact-sm" variant="subtle" onClick={() => void ask()}>{m.rules_pack_remove()}</Button>
  return (
    <div className={css.confirm}>
      <ChangeList changes={changes} />
      <div className={css.tools}>
        <Button size="compact-sm" color="red" loading={remove.isPending} onClick={() => remove.mutate(id)}>{m.rules_pack_remove_now()}</Button>
        <Button size="compact-sm" variant="subtle" onClick={() => setChanges(null)}>{m.cancel()}</Button>
      </div>
    </div>
  )
}

function useExport(): (id: string) => Promise<void> {
  const core = useCore()
  const shell = useShell()
  return async (id) => {
    const file = await shell.chooseDestination(`${id}.json`)
    if (file === null) return
    await core.rules.exportPack({ id, destination: file.token }).then(
      ({ fileName }) => notifyDone(m.rules_pack_exported({ name: fileName })),
      () => notifyFailure(m.rules_failed()),
    )
  }
}
