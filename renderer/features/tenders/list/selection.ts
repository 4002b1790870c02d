import type { TenderTarget } from '#shared/tenders/contract.ts'
import type { TenderFilter } from '#shared/tenders/filter.ts'

/** Rows chosen one by one, or all that match but the ones taken out again. */
export type Selection = { isAll: boolean; ids: ReadonlySet<string> }
export const nothingSelected: Selection = { isAll: false, ids: new Set() }

export function isSelected({ isAll, ids }: Selection, id: string): boolean {
  return ids.has(id) !== isAll
}

export function toggled({ isAll, ids }: Selection, id: string): Selection {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { isAll, ids: next }
}

/** From nothing or some to all, from all to nothing. */
export function allToggled(selection: Selection): Selection {
  return selection.isAll && selection.ids.size === 0 ? nothingSelected : { isAll: true, ids: new Set() }
}

export function countSelected({ isAll, ids }: Selection, total: number): number {
  return isAll ? Math.max(0, total - ids.size) : ids.size
}

export function targetOf({ isAll, ids }: Selection, filter: TenderFilter): TenderTarget {
  return isAll ? { filter, except: [...ids] } : { ids: [...ids] }
}
