import { oc } from '@orpc/contract'
import { z } from 'zod'
import { ReminderSettings } from '#shared/reminders/reminders.ts'
import { Instant } from '#shared/time.ts'

export const DueReminder = z.object({ tenderId: z.string(), title: z.string(), deadline: Instant, lead: z.int().min(0) })

export const remindersContract = {
  /** What is due and was not shown yet. Nothing is forgotten before `seen` says so. */
  due: oc.output(z.object({ reminders: z.array(DueReminder), isClockBehind: z.boolean() })),
  /** These were shown; the program has looked until now. */
  seen: oc.input(z.object({ reminders: z.array(DueReminder.omit({ title: true })).max(2000) })).output(z.null()),
  settings: oc.output(ReminderSettings),
  saveSettings: oc.input(ReminderSettings).output(ReminderSettings),
}
