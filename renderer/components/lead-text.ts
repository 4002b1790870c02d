import { m } from '#renderer/paraglide/messages.js'

/** A time before a deadline, given in minutes, in its largest whole unit. */
export function leadText(minutes: number): string {
  if (minutes % 1440 === 0 && minutes > 1440) return m.lead_days({ days: minutes / 1440 })
  return minutes % 60 === 0 ? m.lead_hours({ hours: minutes / 60 }) : m.lead_minutes({ minutes })
}
