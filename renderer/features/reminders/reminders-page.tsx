import { Checkbox, Switch } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCore } from '#renderer/app/core.tsx'
import { notifyFailure } from '#renderer/app/undo.tsx'
import { leadText } from '#renderer/components/lead-text.ts'
import { SettingsRow, SettingsSection } from '#renderer/components/settings-section/settings-section.tsx'
import { m } from '#renderer/paraglide/messages.js'
import { possibleLeads, type ReminderSettings } from '#shared/reminders/reminders.ts'

const key = ['reminders', 'settings']

/** When the desktop reminds of closing times. */
export function RemindersPage() {
  const core = useCore()
  const queries = useQueryClient()
  const kept = useQuery({ queryKey: key, queryFn: ({ signal }) => core.reminders.settings(undefined, { signal }) })
  const save = useMutation({
    mutationFn: (settings: ReminderSettings) => core.reminders.saveSettings(settings),
    onSuccess: (saved) => queries.setQueryData(key, saved),
    onError: () => notifyFailure(m.save_failed()),
  })
  const settings = kept.data
  if (settings === undefined) return null
  const toggle = (lead: number) => save.mutate({ ...settings, leads: settings.leads.includes(lead) ? settings.leads.filter((each) => each !== lead) : [...settings.leads, lead] })
  return (
    <SettingsSection title={m.reminders_title()} hint={m.reminders_hint()}>
      <SettingsRow label={m.reminders_on()}>
        <Switch aria-label={m.reminders_on()} checked={settings.isOn} onChange={(event) => save.mutate({ ...settings, isOn: event.currentTarget.checked })} />
      </SettingsRow>
      {possibleLeads.map((lead) => (
        <SettingsRow key={lead} label={m.reminder_before({ time: leadText(lead) })}>
          <Checkbox aria-label={m.reminder_before({ time: leadText(lead) })} disabled={!settings.isOn} checked={settings.leads.includes(lead)} onChange={() => toggle(lead)} />
        </SettingsRow>
      ))}
    </SettingsSection>
  )
}
