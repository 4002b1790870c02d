import { expect, it } from 'vitest'
import { nextToClose } from '#shared/bids/bid-order.ts'
import type { BidRow } from '#shared/bids/contract.ts'

const bid = (title: string, bidDeadline: string | null, progress: BidRow['progress'] = 'open'): BidRow => ({
  id: title, tenderId: title, title, lotNo: null, stage: 'draft', version: 1, updatedAt: '2026-11-01T00:00:00.000Z', isSample: false, projectNo: null, buyer: null, bidDeadline, progress, assessment: null,
})

it('puts what is due first, then what has no closing time, then what has closed or ended, the latest on top', () => {
  const bids = [bid('closed last year', '2025-03-01T01:30:00.000Z'), bid('no closing time', null), bid('in three weeks', '2026-12-17T01:30:00.000Z'), bid('closed now', '2026-11-26T01:30:00.000Z'), bid('tomorrow', '2026-11-27T01:30:00.000Z'), bid('also tomorrow', '2026-11-27T01:30:00.000Z')]
  bids.push(bid('terminated before it closed', '2026-11-28T01:30:00.000Z', 'terminated'))
  expect(nextToClose(bids, '2026-11-26T01:30:00.000Z').map(({ title }) => title)).toEqual(['also tomorrow', 'tomorrow', 'in three weeks', 'no closing time', 'terminated before it closed', 'closed now', 'closed last year'])
})
