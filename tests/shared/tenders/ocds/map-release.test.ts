import { mapRelease } from '#shared/tenders/ocds/map-release.ts'
import type { OcdsObject } from '#shared/tenders/ocds/ocds-value.ts'
import { describe, expect, it } from 'vitest'

const members = (): OcdsObject => ({
  id: '0701-26',
  title: ' A knowledge assistant ',
  description: 'With private deployment',
  procurementMethod: 'open',
  procurementMethodDetails: '公开招标',
  procuringEntity: { id: 'P2' },
  value: { amount: '1.8e6', currency: 'CNY' },
  tenderPeriod: { endDate: '2026-05-21T09:30:00+08:00' },
  bidOpening: { date: '2026-05-21T01:30Z' },
  documents: [{ documentType: 'biddingDocuments', url: 'https://example.org/b.pdf' }, { documentType: 'tenderNotice', url: 'https://example.org/n' }],
  lots: [{ id: 'L1', title: 'Model', value: { amount: '1000000', currency: 'CNY' } }, { value: { amount: '0', currency: 'CNY' } }],
})

const tender: OcdsObject = {
  ocid: 'ocds-213czf-1',
  id: '1',
  date: '2026-05-01T09:00:00+08:00',
  tag: ['tender'],
  parties: [
    { id: 'P1', name: 'State Grid', roles: ['buyer'] },
    { id: 'P2', identifier: { legalName: 'Bidding Agency' }, roles: ['procuringEntity'] },
  ],
  buyer: { id: 'P1' },
  planning: { budget: { amount: { amount: '2000000.005', currency: 'cny' } } },
  tender: members(),
}

const withTender = (changed: OcdsObject): OcdsObject => ({ ...tender, tender: { ...members(), ...changed } })
const factsOf = (release: OcdsObject) => {
  const mapped = mapRelease(release)
  if (!mapped.ok) throw new Error(mapped.problem.message)
  return mapped.draft
}
const problemOf = (release: OcdsObject) => {
  const mapped = mapRelease(release)
  return mapped.ok ? null : { code: mapped.problem.code, field: mapped.problem.field }
}

describe('mapRelease', () => {
  it('maps a 1.1 tender release to a whole draft', () => {
    expect(mapRelease(tender)).toEqual({
      ok: true,
      draft: {
        key: 'ocds:ocds-213czf-1',
        kind: 'ocds',
        noticeType: 'tender',
        projectNo: '0701-26',
        title: 'A knowledge assistant',
        buyer: 'State Grid',
        agency: 'Bidding Agency',
        method: '公开招标',
        budget: '2000000.01',
        ceiling: '1800000',
        currency: 'CNY',
        publishedAt: '2026-05-01T01:00:00.000Z',
        bidDeadline: '2026-05-21T01:30:00.000Z',
        openingTime: '2026-05-21T01:30:00.000Z',
        lots: [{ no: 'L1', name: 'Model', budget: null, ceiling: '1000000' }, { no: '2', name: null, budget: null, ceiling: null }],
        awards: [],
        documents: [
          { title: null, type: 'biddingDocuments', url: 'https://example.org/b.pdf', format: null, publishedAt: null },
          { title: null, type: 'tenderNotice', url: 'https://example.org/n', format: null, publishedAt: null },
        ],
        amendments: [],
        description: 'With private deployment',
        url: 'https://example.org/n',
        text: null,
        evidence: {},
        confidence: {},
      },
    })
  })

  it('takes a 1.0 buyer with its name inside and no agency where the buyer buys itself', () => {
    const facts = factsOf({ ...withTender({ procuringEntity: { name: 'City Council' } }), parties: null, buyer: { name: 'City Council', identifier: { id: '1' } } })
    expect([facts.buyer, facts.agency]).toEqual(['City Council', null])
  })

  it.each([
    [['planning'], {}, 'planning'],
    [['tenderUpdate'], {}, 'correction'],
    [['tenderAmendment'], {}, 'correction'],
    [['tender', 'award', 'contract'], {}, 'award'],
    [['contract'], {}, 'award'],
    [['implementation', 'compiled'], {}, 'award'],
    [['tenderCancellation'], {}, 'termination'],
    [['tender'], { status: 'unsuccessful' }, 'termination'],
    [['tender'], { procurementMethod: 'direct' }, 'singleSource'],
    [['compiled'], { status: 'planned' }, 'planning'],
    [['compiled'], {}, 'tender'],
  ] as const)('takes tag %j with tender %j for %s', (tag, changed, type) => {
    expect(factsOf({ ...withTender({ ...changed }), tag: [...tag] }).noticeType).toBe(type)
  })

  it('keeps joint winners as one award, skips awards that did not come about, and names the lot', () => {
    const awards: OcdsObject[] = [
      { id: '1', status: 'active', suppliers: [{ name: 'A' }, { name: 'B' }], value: { amount: '10.50', currency: 'CNY' }, relatedLots: ['L1'] },
      { id: '2', status: 'unsuccessful', suppliers: [{ name: 'C' }] },
      { id: '3', suppliers: [{ name: 'D' }], value: { amount: '7', currency: 'USD' } },
      { id: '4', value: { amount: '7' } },
    ]
    expect(factsOf({ ...tender, awards }).awards).toEqual([{ supplier: 'A; B', amount: '10.5', lotNo: 'L1' }, { supplier: 'D', amount: null, lotNo: null }])
  })

  it('takes blank and null members for unknown, as real publishers write them', () => {
    const facts = factsOf({ ...withTender({ value: { amount: '', currency: '' }, tenderPeriod: { endDate: null }, lots: null }), planning: null, date: '2014-02-07' })
    expect([facts.ceiling, facts.budget, facts.currency, facts.bidDeadline, facts.lots, facts.publishedAt]).toEqual([null, null, null, null, [], '2014-02-07'])
  })

  it.each([
    [{ ...tender, ocid: null }, { code: 'field-missing', field: 'ocid' }],
    [{ ocid: 'o', tag: ['tender'], tender: {} }, { code: 'field-missing', field: 'tender.title' }],
    [withTender({ value: { amount: 'plenty', currency: 'CNY' } }), { code: 'field-invalid', field: 'tender.value.amount' }],
    [withTender({ value: { amount: '-1', currency: 'CNY' } }), { code: 'field-invalid', field: 'tender.value.amount' }],
    [withTender({ value: { amount: '1', currency: 'renminbi' } }), { code: 'field-invalid', field: 'tender.value.currency' }],
    [withTender({ tenderPeriod: { endDate: '2014-04-15 14:00 Eastern Daylight Time (EDT)' } }), { code: 'field-invalid', field: 'tender.tenderPeriod.endDate' }],
    [withTender({ tenderPeriod: { endDate: '2026-02-30T00:00:00Z' } }), { code: 'field-invalid', field: 'tender.tenderPeriod.endDate' }],
    [withTender({ lots: {} }), { code: 'field-invalid', field: 'tender.lots' }],
    [{ ...tender, buyer: 'someone' }, { code: 'field-invalid', field: 'buyer' }],
    [{ ...tender, tender: 'text' }, { code: 'field-invalid', field: 'tender' }],
    [{ ...tender, ocid: 'x'.repeat(700) }, { code: 'field-invalid', field: 'ocid' }],
  ])('rejects %# and names the field', (release, problem) => {
    expect(problemOf(release)).toEqual(problem)
  })

  it('lists the documents of planning, tender and awards, each address once, and leaves out what names nothing', () => {
    const paper: OcdsObject = { id: '1', title: '采购文件', documentType: 'biddingDocuments', url: 'https://example.invalid/1.pdf', datePublished: '2026-11-01', format: 'application/pdf' }
    const documents = factsOf({
      ...withTender({ documents: [paper, { ...paper, id: '2' }, { id: '3', datePublished: 'soon', description: 'By post' }, { id: '4' }] }),
      planning: { documents: [{ title: 'Needs', url: 'http://example.invalid/needs' }] },
      awards: [{ id: 'a', documents: { title: '评审报告' } }],
    }).documents
    expect(documents).toEqual([
      { title: 'Needs', type: null, url: 'http://example.invalid/needs', format: null, publishedAt: null },
      { title: '采购文件', type: 'biddingDocuments', url: 'https://example.invalid/1.pdf', format: 'application/pdf', publishedAt: '2026-11-01' },
      { title: 'By post', type: null, url: null, format: null, publishedAt: null },
      { title: '评审报告', type: null, url: null, format: null, publishedAt: null },
    ])
  })

  it('tells what was amended, in the words of 1.1 and of 1.0', () => {
    const amendments = factsOf({
      ...withTender({ amendments: [{ id: '1', date: '2026-05-03T00:00:00Z', rationale: 'Questions came in', description: 'Closing date moved' }, { id: '2' }], amendment: { date: '2026-05-02', changes: [{ property: 'tenderPeriod', former_value: 'x' }, { property: 'value' }, {}] } }),
      contracts: [{ id: 'c', amendment: { changes: {}, rationale: 'More work' } }],
    }).amendments
    expect(amendments).toEqual([
      { date: '2026-05-03T00:00:00.000Z', rationale: 'Questions came in', description: 'Closing date moved', changed: [] },
      { date: '2026-05-02', rationale: null, description: null, changed: ['tenderPeriod', 'value'] },
      { date: null, rationale: 'More work', description: null, changed: [] },
    ])
  })

  it('finds a title outside the tender, the description last', () => {
    expect(factsOf({ ocid: 'o', planning: { project: 'P' } }).title).toBe('P')
    expect(factsOf({ ocid: 'o', contracts: [{ title: 'C' }], tender: { description: 'D' } }).title).toBe('C')
    expect(factsOf({ ocid: 'o', tender: { description: 'd'.repeat(1200) } }).title).toBe('d'.repeat(1000))
  })
})
