import { describe, expect, it } from 'vitest'
import { buyerBidOf, type BuyerBid } from '#shared/documents/buyer-bid.ts'
import { inlineText, type PrintDocument, type Table } from '#shared/documents/document.ts'
import { gateChecks } from '#shared/documents/gate.ts'
import { bidPlaces, buyerDocument, citedElsewhere } from '#shared/documents/printable.ts'
import type { Requirement } from '#shared/requirements/requirement.ts'
import { openResponse, type ResponseFields, type ResponseRow } from '#shared/responses/response.ts'
import { sampleBid, sampleCompany, sampleTender } from '../../support/sample-bid.ts'

const row = (id: string, change: Partial<Requirement>, response: Partial<ResponseFields> = {}): ResponseRow => ({
  requirement: {
    id, version: 1, createdAt: '2026-11-22T02:00:00.000Z', updatedAt: '2026-11-22T02:00:00.000Z', tenderId: 't1', order: 0, source: null, isEdited: false,
    lotNo: null, clauseNo: '3.1', kind: 'technical', mark: 'none', text: '支持不少于200个并发会话', isMandatory: false, scoring: null, ...change,
  },
  response: { ...openResponse, ...response },
  version: 1,
})
const bidWith = (...rows: ResponseRow[]): BuyerBid => buyerBidOf(sampleBid(), sampleTender, sampleCompany, rows)
const tableOf = (document: PrintDocument, title: string): string[][] => {
  const section = document.sections.find((each) => each.title.includes(title))
  const table = section?.blocks.find((block): block is Table => block.kind === 'table')
  return table?.rows.map((cells) => cells.map((cell) => inlineText(cell.text))) ?? []
}
const proof = { answer: '容器化私有部署', deviation: 'none' as const, evidence: [{ anchor: 'form:service-commitment' }] }

describe('what is asked and answered, as the buyer reads it', () => {
  const bid = bidWith(
    row('a', { mark: 'star', text: '系统须支持私有化部署' }, proof),
    row('b', { clauseNo: null }, { answer: '支持300个并发会话', deviation: 'positive', note: '见测试报告', evidence: [{ words: '样品箱' }] }),
    row('c', { kind: 'business', clauseNo: '二、1', text: '签订合同后60日内交付' }, { answer: '45日内交付', deviation: 'positive' }),
    row('d', { kind: 'qualification', text: '具有独立法人资格' }, { answer: '我方为独立法人', deviation: 'none', owner: '李示例' }),
    row('e', { kind: 'other', scoring: { factor: '业绩', points: '10' }, text: '每个得2分' }, { evidence: [{ anchor: 'form:commitment' }] }),
  )

  it('technical clauses stand in the technical table, ★ shown, with deviation, pages and remark', () => {
    expect(tableOf(buyerDocument('technical', bid), '技术条款偏离表')).toEqual([
      ['1', '3.1', '★系统须支持私有化部署', '容器化私有部署', '无偏离', '第页', ''],
      ['2', '', '支持不少于200个并发会话', '支持300个并发会话', '正偏离', '样品箱', '见测试报告'],
    ])
  })

  it('business and qualification clauses stand in the business table, scoring items in the index', () => {
    const document = buyerDocument('business', bid)
    expect(tableOf(document, '商务条款偏离表').map((cells) => cells.slice(2, 5))).toEqual([['签订合同后60日内交付', '45日内交付', '正偏离'], ['具有独立法人资格', '我方为独立法人', '无偏离']])
    expect(tableOf(document, '评分索引表')).toEqual([['1', '业绩', '10', '每个得2分', '第页']])
    expect(JSON.stringify(document)).not.toContain('李示例')
  })

  it('without requirements the tables are as they were, for hands, and there is no index', () => {
    const document = buyerDocument('business', bidWith())
    expect(tableOf(document, '商务条款偏离表')[0]?.[1]).toBe('交付期')
    expect(document.sections.some(({ title }) => title.includes('评分索引表'))).toBe(false)
    expect(tableOf(buyerDocument('technical', bidWith()), '技术条款偏离表')[0]?.[3]).toContain('大模型智能客服平台软件')
  })

  it('a proof in another volume names that volume and its page; a place that is gone stops the file', () => {
    const elsewhere = bidWith(row('a', { mark: 'star' }, { ...proof, evidence: [{ anchor: 'form:qualification' }] }))
    expect(citedElsewhere('technical', elsewhere).map(({ anchor }) => anchor)).toEqual(['form:qualification'])
    expect(tableOf(buyerDocument('technical', elsewhere, new Map([['form:qualification', 12]])), '技术条款偏离表')[0]?.[5]).toBe('商务部分第12页')
    const gone = bidWith(row('a', { mark: 'star' }, { ...proof, evidence: [{ anchor: 'form:no-such-form' }] }))
    expect(tableOf(buyerDocument('technical', gone), '技术条款偏离表')[0]?.[5]).toContain('【待填')
  })

  it('several proofs stand in the order of their pages, what is no place after them', () => {
    const anchors = ['commitment', 'qualification', 'legal-representative'].map((id) => `form:${id}`)
    const document = buyerDocument('business', bidWith(row('a', { kind: 'business' }, { ...proof, evidence: [{ words: '样品箱' }, ...anchors.map((anchor) => ({ anchor }))] })))
    const cells = document.sections.flatMap(({ blocks }) => blocks).flatMap((block) => (block.kind === 'table' ? block.rows.flat() : []))
    const spans = cells.flatMap(({ text }) => (typeof text === 'string' || !text.some(({ pageOf }) => pageOf !== undefined) ? [] : text))
    expect(spans.flatMap(({ pageOf }) => pageOf ?? [])).toEqual(anchors.toReversed())
    expect(spans.map(({ text }) => text).join('')).toMatch(/样品箱\s*$/)
  })

  it('every form of the three volumes can be cited', () => {
    const places = bidPlaces(bid)
    expect(places.map(({ volume, anchor }) => `${volume} ${anchor}`)).toEqual(expect.arrayContaining(['business form:qualification', 'technical form:service-commitment']))
    expect(new Set(places.map(({ anchor }) => anchor)).size).toBe(places.length)
  })
})

describe('the gate', () => {
  const codes = (bid: BuyerBid) => gateChecks(bid).filter(({ where }) => where.screen === 'scope').map(({ code, level, figures }) => [level, code, figures['count'] ?? figures['clause']])
  it.each([
    ['a ★ clause without an answer', [row('a', { mark: 'star' })], [['stop', 'star-unanswered', '3.1 支持不少于200个并发会话']]],
    ['less than a ★ clause asks', [row('a', { mark: 'star' }, { ...proof, deviation: 'negative' })], [['stop', 'star-deviation', '3.1 支持不少于200个并发会话']]],
    ['a ★ clause without proof', [row('a', { mark: 'star' }, { ...proof, evidence: [] })], [['stop', 'star-unproven', '3.1 支持不少于200个并发会话']]],
    ['a ★ clause answered and proven', [row('a', { mark: 'star' }, proof)], [['pass', 'stars-answered', '1']]],
    ['two plain clauses open', [row('a', {}), row('b', {})], [['warn', 'requirement-unanswered', '2']]],
    ['a clause that is only "满足"', [row('a', {}, { answer: '满足', deviation: 'none' })], [['warn', 'answer-empty-words', '1']]],
    ['a scoring item without a page', [row('a', { scoring: { factor: '业绩', points: null } })], [['warn', 'scoring-unproven', '1']]],
    ['a word of our own books in an answer', [row('a', {}, { answer: '毛利足够', deviation: 'none' })], [['stop', 'internal-word', undefined]]],
  ])('%s', (_name, rows, expected) => {
    expect(codes(bidWith(...rows))).toEqual(expected)
  })
})
