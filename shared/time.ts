import { z } from 'zod'

/** A calendar day, 'YYYY-MM-DD'. */
export const Day = z.iso.date()
/** A moment, exactly as `toISOString()` writes it, so that text order is time order. */
export const Instant = z.iso.datetime({ precision: 3 })
