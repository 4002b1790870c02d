import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCore } from '#renderer/app/core.tsx'
import { notifyFailure } from '#renderer/app/undo.tsx'
import { BackupSection } from '#renderer/features/settings/backup-section.tsx'
import { SettingsRow, SettingsSection } from '#renderer/components/settings-section/settings-section.tsx'
import { m } from '#renderer/paraglide/messages.js'
import styles from './settings-screen.module.css'

/** The one file everything is kept in. */
export function WorkspacePage() {
  return (
    <>
      <FileSection />
      <BackupSection />
      <SettingsSection title={m.settings_privacy()}>
        <p className={styles.text}>{m.settings_privacy_text()}</p>
      </SettingsSection>
    </>
  )
}

function FileSection() {
  const core = useCore()
  const queries = useQueryClient()
  const info = useQuery({ queryKey: ['workspace', 'info'], queryFn: ({ signal }) => core.workspace.info(undefined, { signal }) })
  const sample = useMutation({
    mutationFn: (wanted: boolean) => (wanted ? core.workspace.loadSample() : core.workspace.clearSample()),
    onSuccess: () => queries.invalidateQueries(),
    onError: () => notifyFailure(m.settings_sample_failed()),
  })
  if (!info.data) return null
  const { fileName, tenders, bids, hasSample } = info.data
  return (
    <SettingsSection title={m.settings_workspace()}>
      <SettingsRow label={m.settings_workspace_file()}>{fileName}</SettingsRow>
      <SettingsRow label={m.settings_workspace_holds()}>{m.settings_workspace_counts({ tenders, bids })}</SettingsRow>
      <SettingsRow label={m.settings_sample()}>
        <Button variant="default" loading={sample.isPending} onClick={() => sample.mutate(!hasSample)}>
          {hasSample ? m.settings_sample_clear() : m.settings_sample_load()}
        </Button>
      </SettingsRow>
    </SettingsSection>
  )
}
