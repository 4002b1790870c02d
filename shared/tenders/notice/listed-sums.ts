import { hitsOf, type NoticeScan, valueSpan } from '#shared/tenders/notice/label-scan.ts'
import { moneyFrom, unitInLabel } from '#shared/tenders/notice/money.ts'

/** "最高限价（元）：950000,850000": one sum to a lot, in their order. */
export const listedSums = (scan: NoticeScan, kind: 'budget' | 'ceiling', count: number): string[] => {
  if (count < 2) return []
  for (const hit of hitsOf(scan, kind)) {
    const value = valueSpan(scan, hit)
    const list = /^\d{4,12}(?:\.\d+)?(?:[,、;]\d{1,12}(?:\.\d+)?)+$/.exec(scan.text.plain.slice(value.start, value.end).trim())
    const isGrouped = list !== null && /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(list[0])
    if (list === null || isGrouped || hit.separator === 'none') continue
    const parts = list[0].split(/[,、;]/)
    const sums = parts.flatMap((part, i) => {
      const start = value.start + parts.slice(0, i).join(',').length + (i > 0 ? 1 : 0)
      return moneyFrom(scan.text, { start, end: start + part.length }, unitInLabel(hit.qualifier))?.yuan ?? []
    })
    if (sums.length === count) return sums
  }
  return []
}
