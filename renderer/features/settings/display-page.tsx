import { SegmentedControl } from '@mantine/core'
import { useLocale, useSetLocale } from '#renderer/app/i18n.tsx'
import { usePreferences } from '#renderer/app/preferences.tsx'
import { SettingsRow, SettingsSection } from '#renderer/components/settings-section/settings-section.tsx'
import { m } from '#renderer/paraglide/messages.js'
import { Preferences } from '#shared/shell.ts'

const languages = [
  { value: 'zh-CN', label: '简体中文' },
  { value: 'en', label: 'English' },
  { value: 'fr', label: 'Français' },
]

/** How the window looks and speaks: kept with the person, not with the workspace. */
export function DisplayPage() {
  const locale = useLocale()
  const setLocale = useSetLocale()
  const { preferences, change } = usePreferences()
  const themes = [
    { value: 'auto', label: m.settings_theme_auto() },
    { value: 'light', label: m.settings_theme_light() },
    { value: 'dark', label: m.settings_theme_dark() },
  ]
  const units = [
    { value: 'yuan', label: m.settings_unit_yuan() },
    { value: 'wan', label: m.settings_unit_wan() },
  ]
  return (
    <SettingsSection title={m.settings_display()}>
      <SettingsRow label={m.settings_language()}>
        <SegmentedControl aria-label={m.settings_language()} data={languages} value={locale} onChange={(language) => setLocale(Preferences.shape.language.parse(language))} transitionDuration={0} />
      </SettingsRow>
      <SettingsRow label={m.settings_theme()}>
        <SegmentedControl aria-label={m.settings_theme()} data={themes} value={preferences.theme} onChange={(theme) => change({ theme: Preferences.shape.theme.parse(theme) })} transitionDuration={0} />
      </SettingsRow>
      {locale === 'zh-CN' && (
        <SettingsRow label={m.settings_money_unit()}>
          <SegmentedControl aria-label={m.settings_money_unit()} data={units} value={preferences.moneyUnit} onChange={(unit) => change({ moneyUnit: Preferences.shape.moneyUnit.parse(unit) })} transitionDuration={0} />
        </SettingsRow>
      )}
    </SettingsSection>
  )
}
