import { sql } from 'kysely'
import type { WorkspaceDb } from '#core/db/workspace.ts'
import { os } from '#core/os.ts'
import { readSetting, writeSetting } from '#core/settings/setting-store.ts'
import { progressOfTenders } from '#core/tenders/notice-store.ts'
import { defaultReminders, dueReminders, isClockBehind, reminderKey, ReminderSettings, type WatchedDeadline } from '#shared/reminders/reminders.ts'
import { Instant } from '#shared/time.ts'

const settingsKey = 'reminders'
const seenKey = 'reminders-seen'
const mostWatched = 2000

export const remindersHandlers = {
  due: os.reminders.due.handler(async ({ context }) => {
    const { db } = context.workspace
    const now = context.now().toISOString()
    const settings = await settingsOf(db)
    const lastSeen = await readSetting(db, seenKey, Instant)
    const watched = await watchedDeadlines(db, lastSeen, now, settings)
    const shown = await shownKeys(db, watched)
    return { reminders: dueReminders(settings, watched, shown, lastSeen, now), isClockBehind: isClockBehind(lastSeen, now) }
  }),

  seen: os.reminders.seen.handler(async ({ input: { reminders }, context }) => {
    const at = context.now().toISOString()
    await context.workspace.db.transaction().execute(async (db) => {
      for (const { tenderId, deadline, lead } of reminders) {
        // The tender may have been deleted while the notice was shown.
        await sql`INSERT OR IGNORE INTO reminderShown (tenderId, deadline, lead, at) SELECT id, ${deadline}, ${lead}, ${at} FROM tender WHERE id = ${tenderId}`.execute(db)
      }
      await forgetOld(db, at)
      await writeSetting(db, seenKey, at, at)
    })
    return null
  }),

  settings: os.reminders.settings.handler(({ context }) => settingsOf(context.workspace.db)),

  saveSettings: os.reminders.saveSettings.handler(async ({ input, context }) => {
    const settings = { ...input, leads: [...new Set(input.leads)].toSorted((a, b) => b - a) }
    await writeSetting(context.workspace.db, settingsKey, settings, context.now().toISOString())
    return settings
  }),
}

async function settingsOf(db: WorkspaceDb): Promise<ReminderSettings> {
  return (await readSetting(db, settingsKey, ReminderSettings)) ?? defaultReminders
}

/** Closing times of tenders we follow or bid for, the sample's and those of ended purchases aside: those ahead within the longest threshold, and those passed since we last looked. */
async function watchedDeadlines(db: WorkspaceDb, lastSeen: string | null, now: string, { leads }: ReminderSettings): Promise<WatchedDeadline[]> {
  const until = new Date(Date.parse(now) + Math.max(0, ...leads) * 60_000).toISOString()
  const from = lastSeen !== null && lastSeen < now ? lastSeen : now
  const rows = await db.selectFrom('tender').select(['id', 'title', 'bidDeadline', 'isMuted']).where('isSample', '=', 0).where('stage', 'in', ['watching', 'bidding']).where('bidDeadline', '>', from).where('bidDeadline', '<=', until).orderBy('bidDeadline').limit(mostWatched).execute()
  const progress = await progressOfTenders(db, rows.map(({ id }) => id))
  return rows.flatMap(({ id, title, bidDeadline, isMuted }) => (bidDeadline === null || progress.get(id) === 'terminated' ? [] : [{ tenderId: id, title, deadline: bidDeadline, isMuted: isMuted === 1 }]))
}

async function shownKeys(db: WorkspaceDb, watched: readonly WatchedDeadline[]): Promise<Set<string>> {
  const [first] = watched
  if (first === undefined) return new Set()
  const rows = await db.selectFrom('reminderShown').select(['tenderId', 'deadline', 'lead']).where('deadline', '>=', first.deadline).execute()
  return new Set(rows.map(reminderKey))
}

const keptDays = 60

async function forgetOld(db: WorkspaceDb, at: string): Promise<void> {
  const before = new Date(Date.parse(at) - keptDays * 86_400_000).toISOString()
  await db.deleteFrom('reminderShown').where('deadline', '<', before).execute()
}
