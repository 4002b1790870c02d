import { notifications } from '@mantine/notifications'
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { useCore, useShell } from '#renderer/app/core.tsx'
import { leadText } from '#renderer/components/lead-text.ts'
import { StatusStrip } from '#renderer/components/status-strip/status-strip.tsx'
import { m } from '#renderer/paraglide/messages.js'
import { formatBeijing } from '#shared/calendar/beijing-time.ts'
import type { CoreClient } from '#shared/contract.ts'
import type { Reminder } from '#shared/reminders/reminders.ts'
import type { Shell } from '#shared/shell.ts'
import styles from './reminders.module.css'

const everyMs = 60_000
const namedAtMost = 4
// Where the desktop shows no notices the window does, and does not stand in the way for long.
const shownForMs = 15_000

/** Desktop notices before closing times, and a warning when the computer's clock cannot be right. */
export function Reminders() {
  const core = useCore()
  const shell = useShell()
  const [, navigate] = useLocation()
  const [clock, setClock] = useState<'ok' | 'jumped' | 'behind'>('ok')
  useEffect(() => shell.onOpenTender((tenderId) => navigate(tenderId === null ? '/today' : `/tenders/${tenderId}`)), [shell, navigate])
  useEffect(() => shell.onClockJump(() => setClock('jumped')), [shell])
  useEffect(() => lookEveryMinute(core, shell, () => setClock('behind')), [core, shell])
  if (clock === 'ok') return null
  return <StatusStrip tone="warn" text={clock === 'jumped' ? m.clock_jumped() : m.clock_behind()} onClose={() => setClock('ok')} />
}

/** Looks at once and then every minute; returns how to stop. */
function lookEveryMinute(core: CoreClient, shell: Shell<File>, onClockBehind: () => void): () => void {
  // The desktop may take seconds to answer; a second look meanwhile would show the same again.
  let isBusy = false
  const look = async () => {
    if (isBusy) return
    isBusy = true
    try {
      if (await remind(core, shell)) onClockBehind()
    } finally {
      isBusy = false
    }
  }
  // A call that dies with core is made again a minute later.
  const start = () => void look().catch(() => undefined)
  start()
  const timer = setInterval(start, everyMs)
  return () => clearInterval(timer)
}

/** Shows what is due, once. Resolves to whether the clock stands before what was already seen. */
async function remind(core: CoreClient, shell: Shell<File>): Promise<boolean> {
  const { reminders, isClockBehind } = await core.reminders.due()
  if (reminders.length > 0) {
    const notice = noticeOf(reminders)
    const isShown = await shell.notify(notice)
    if (!isShown) notifications.show({ title: notice.title, message: <span className={styles.lines}>{notice.body}</span>, autoClose: shownForMs, closeButtonProps: { 'aria-label': m.close() } })
  }
  // A clock set back must not make the program believe that it has seen less.
  if (!isClockBehind) await core.reminders.seen({ reminders: reminders.map(({ tenderId, deadline, lead }) => ({ tenderId, deadline, lead })) })
  return isClockBehind
}

function noticeOf(reminders: readonly Reminder[]): { title: string; body: string; tenderId: string | null } {
  const [only] = reminders
  if (reminders.length === 1 && only !== undefined) {
    return { title: only.lead === 0 ? m.reminder_passed() : m.reminder_left({ time: leadText(only.lead) }), body: `${shortTitle(only.title)}\n${formatBeijing(only.deadline)}`, tenderId: only.tenderId }
  }
  const lines = reminders.slice(0, namedAtMost).map(({ title, deadline }) => `${formatBeijing(deadline).slice(5)} ${shortTitle(title)}`)
  const rest = reminders.length - lines.length
  return { title: m.reminder_several({ count: reminders.length }), body: [...lines, ...(rest > 0 ? [m.board_more({ count: rest })] : [])].join('\n'), tenderId: null }
}

const longestTitle = 60
const shortTitle = (title: string) => (title.length > longestTitle ? `${title.slice(0, longestTitle)}…` : title)
