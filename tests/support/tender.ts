import type { TenderRecord } from '#core/tenders/tender-store.ts'
import type { TenderDraft } from '#shared/tenders/tender.ts'

/** A tender nobody knows more about than the test says. */
export function aTender(change: Partial<TenderRecord> & { id: string }): TenderRecord {
  return {
    version: 1,
    createdAt: '2026-11-01T00:00:00.000Z',
    updatedAt: '2026-11-01T00:00:00.000Z',
    sourceKey: `test:${change.id}`,
    projectNo: null,
    title: '智能客服平台建设项目',
    buyer: null,
    agency: null,
    method: null,
    budget: null,
    ceiling: null,
    currency: 'CNY',
    publishedAt: null,
    bidDeadline: null,
    openingTime: null,
    lots: [],
    stage: 'new',
    useCase: null,
    description: null,
    source: { kind: 'manual', name: '', url: null },
    isSample: false,
    ...change,
  }
}

export function aDraft(change: Partial<TenderDraft> = {}): TenderDraft {
  return {
    key: 'notice:A-1',
    kind: 'notice',
    noticeType: 'tender',
    projectNo: 'A-1',
    title: '智能客服平台建设项目',
    buyer: '远川能源集团有限公司',
    agency: null,
    method: null,
    budget: '1000000.00',
    ceiling: null,
    currency: 'CNY',
    publishedAt: '2026-11-01',
    bidDeadline: '2026-12-01T01:30:00.000Z',
    openingTime: null,
    lots: [],
    awards: [],
    documents: [],
    amendments: [],
    description: null,
    url: null,
    text: null,
    evidence: {},
    confidence: {},
    ...change,
  }
}
