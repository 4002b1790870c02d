import { z } from 'zod'

const minute = 60_000
/** What a reminder may be set to, in minutes before the deadline. */
export const possibleLeads = [20_160, 10_080, 4_320, 1_440, 720, 120, 60, 30] as const

export const ReminderSettings = z.object({ isOn: z.boolean(), leads: z.array(z.int().min(1).max(43_200)).max(12) })
export type ReminderSettings = z.infer<typeof ReminderSettings>

/** 7 days, 3 days, 24 hours and 2 hours before. */
export const defaultReminders: ReminderSettings = { isOn: true, leads: [10_080, 4_320, 1_440, 120] }

export type WatchedDeadline = { tenderId: string; title: string; deadline: string; isMuted: boolean }
/** `lead`: the threshold reached, in minutes before the deadline; 0: it passed since the person last looked. */
export type Reminder = { tenderId: string; title: string; deadline: string; lead: number }

export const reminderKey = ({ tenderId, deadline, lead }: Pick<Reminder, 'tenderId' | 'deadline' | 'lead'>) => `${tenderId} ${deadline} ${lead}`

/**
 * What is due now and was not shown yet, soonest first: one reminder a tender, for the closest threshold reached, however many were
 * reached while the program was closed. A deadline that moved counts anew. `lastSeen` is when the program last looked, null the first time.
 */
export function dueReminders({ isOn, leads }: ReminderSettings, deadlines: readonly WatchedDeadline[], shown: ReadonlySet<string>, lastSeen: string | null, now: string): Reminder[] {
  if (!isOn) return []
  return deadlines
    .filter(({ isMuted }) => !isMuted)
    .flatMap(({ tenderId, title, deadline }) => {
      const lead = leadReached(leads, deadline, lastSeen, now)
      return lead === null || shown.has(reminderKey({ tenderId, deadline, lead })) ? [] : [{ tenderId, title, deadline, lead }]
    })
    .sort((a, b) => a.deadline.localeCompare(b.deadline))
}

function leadReached(leads: readonly number[], deadline: string, lastSeen: string | null, now: string): number | null {
  const left = Date.parse(deadline) - Date.parse(now)
  if (left <= 0) return lastSeen !== null && deadline > lastSeen ? 0 : null
  const reached = leads.filter((lead) => left <= lead * minute)
  return reached.length === 0 ? null : Math.min(...reached)
}

const jumpMs = 2 * minute

/** How far the computer's clock was set, in ms, between two readings of it and of a clock that only runs; null within two minutes. */
export function clockJump(before: { wall: number; steady: number }, after: { wall: number; steady: number }): number | null {
  const jump = after.wall - before.wall - (after.steady - before.steady)
  return Math.abs(jump) > jumpMs ? jump : null
}

/** The clock stands before a moment the program has already seen: it was set back while the program was closed. */
export function isClockBehind(lastSeen: string | null, now: string): boolean {
  return lastSeen !== null && Date.parse(lastSeen) - Date.parse(now) > jumpMs
}
