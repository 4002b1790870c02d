import type { LibraryItem } from '#shared/library/item.ts'
import { validityOf } from '#shared/library/validity.ts'

export type LibraryFilter = { text: string; useCase: string; since: string; atLeast: string | null; isProblemsOnly: boolean }
export const openFilter: LibraryFilter = { text: '', useCase: '', since: '', atLeast: null, isProblemsOnly: false }

const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

/** Whether an item is looked for: every word in any of its texts, and what its kind can be narrowed by. */
export function isWanted({ data }: LibraryItem, filter: LibraryFilter, today: string): boolean {
  const words = filter.text.normalize('NFKC').toLowerCase().split(/\s+/).filter((word) => word !== '')
  const all = textsOf(data).join('\n').normalize('NFKC').toLowerCase()
  if (!words.every((word) => all.includes(word))) return false
  if (filter.isProblemsOnly && ['valid', 'endless'].includes(validityOf(data, today))) return false
  if (filter.useCase !== '' && (data.kind === 'reference' || data.kind === 'text') && data.useCase !== filter.useCase) return false
  if (data.kind !== 'reference') return true
  if (filter.since !== '' && (data.signedOn === null || data.signedOn.slice(0, 4) < filter.since)) return false
  return filter.atLeast === null || (data.amount !== null && Number(data.amount) >= Number(filter.atLeast))
}
