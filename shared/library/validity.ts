import { addDays } from '#shared/calendar/day.ts'
import type { LibraryData } from '#shared/library/item.ts'

/** `unknown`: nobody said until when; never taken for valid. `soon`: ends within the days asked about. */
export type Validity = 'valid' | 'soon' | 'expired' | 'unknown' | 'endless'

/** Days ahead in which an ending is announced. */
export const warningDays = 60

/** The last day an item can be relied on: a certificate's validity, a text's review, null where it has none or nobody said. */
export const lastDayOf = (data: LibraryData): string | null => {
  if (data.kind === 'certificate') return data.isPermanent ? null : data.validUntil
  return data.kind === 'text' ? data.reviewOn : null
}

/** How an item stands on a day; an item is good through its last day. */
export const validityOf = (data: LibraryData, on: string, soonDays = warningDays): Validity => {
  if (data.kind === 'person' || data.kind === 'reference') return 'endless'
  const last = lastDayOf(data)
  if (last === null) return data.kind === 'text' || data.isPermanent ? 'endless' : 'unknown'
  if (last < on) return 'expired'
  return last < addDays(on, soonDays) ? 'soon' : 'valid'
}
