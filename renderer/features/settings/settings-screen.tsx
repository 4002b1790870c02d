import { Button, SegmentedControl } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useCore } from '#renderer/app/core.tsx'
import { useLocale, useSetLocale } from '#renderer/app/i18n.tsx'
import { usePreferences } from '#renderer/app/preferences.tsx'
import { notifyFailure } from '#renderer/app/undo.tsx'
import { PageHeader } from '#renderer/components/page-header/page-header.tsx'
import { m } from '#renderer/paraglide/messages.js'
import { Preferences } from '#shared/shell.ts'
import styles from './settings-screen.module.css'

const languages = [
  { value: 'zh-CN', label: '简体中文' },
  { value: 'en', label: 'English' },
  { value: 'fr', label: 'Français' },
]

export function SettingsScreen() {
  const locale = useLocale()
  const setLocale = useSetLocale()
  const { preferences, change } = usePreferences()
  return (
    <>
      <PageHeader title={m.screen_settings()} />
      <div className={styles.scroll}>
        <Section title={m.settings_display()}>
          <Row label={m.settings_language()}>
            <SegmentedControl aria-label={m.settings_language()} data={languages} value={locale} onChange={(language) => setLocale(Preferences.shape.language.parse(language))} transitionDuration={0} />
          </Row>
          <Row label={m.settings_theme()}>
            <SegmentedControl
              aria-label={m.settings_theme()}
              data={[
                { value: 'auto', label: m.settings_theme_auto() },
                { value: 'light', label: m.settings_theme_light() },
                { value: 'dark', label: m.settings_theme_dark() },
              ]}
              value={preferences.theme}
              onChange={(theme) => change({ theme: Preferences.shape.theme.parse(theme) })}
              transitionDuration={0}
            />
          </Row>
          {locale === 'zh-CN' && (
            <Row label={m.settings_money_unit()}>
              <SegmentedControl
                aria-label={m.settings_money_unit()}
                data={[
                  { value: 'yuan', label: m.settings_unit_yuan() },
                  { value: 'wan', label: m.settings_unit_wan() },
                ]}
                value={preferences.moneyUnit}
                onChange={(unit) => change({ moneyUnit: Preferences.shape.moneyUnit.parse(unit) })}
                transitionDuration={0}
              />
            </Row>
          )}
        </Section>
        <WorkspaceSection />
        <Section title={m.settings_privacy()}>
          <p className={styles.text}>{m.settings_privacy_text()}</p>
        </Section>
      </div>
    </>
  )
}

function WorkspaceSection() {
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
    <Section title={m.settings_workspace()}>
      <Row label={m.settings_workspace_file()}>
        <span>{fileName}</span>
      </Row>
      <Row label={m.settings_workspace_holds()}>
        <span>{m.settings_workspace_counts({ tenders, bids })}</span>
      </Row>
      <Row label={m.settings_sample()}>
        <Button variant="default" loading={sample.isPending} onClick={() => sample.mutate(!hasSample)}>
          {hasSample ? m.settings_sample_clear() : m.settings_sample_load()}
        </Button>
      </Row>
    </Section>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <span className={styles.label}>{label}</span>
      {children}
    </div>
  )
}
