import { expect, it } from 'vitest'
import { opensAgain, progressOf } from '#shared/tenders/progress.ts'
import type { NoticeType } from '#shared/tenders/tender.ts'

const notices = (types: NoticeType[]) => types.map((type, i) => ({ id: String(i), type, publishedAt: null }))

it.each<[NoticeType[], string]>([
  [[], 'open'],
  [['tender', 'correction'], 'open'],
  [['tender', 'termination'], 'terminated'],
  [['tender', 'termination', 'tender'], 'tendered-again'],
  [['tender', 'candidates'], 'candidates'],
  [['tender', 'candidates', 'award'], 'awarded'],
  [['tender', 'award', 'other'], 'awarded'],
])('%s: %s', (types, expected) => {
  expect(progressOf(notices(types))).toBe(expected)
})

it('a tender notice after an end opens the purchase again', () => {
  const history = notices(['tender', 'termination', 'tender'])
  expect(history.map(({ id }) => opensAgain(history, id))).toEqual([false, false, true])
})

it('an end stands where nobody knows whether the tender notice came before or after it', () => {
  const dated = { id: 'a', type: 'tender', publishedAt: '2026-11-16' } as const
  const undated = { id: 'b', type: 'termination', publishedAt: null } as const
  expect([progressOf([dated, undated]), progressOf([undated, dated])]).toEqual(['terminated', 'terminated'])
  expect(opensAgain([undated, dated], 'a')).toBe(false)
  expect(progressOf([{ ...undated, publishedAt: '2026-11-10' }, dated])).toBe('tendered-again')
})
