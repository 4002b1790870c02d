import { describe, expect, it } from 'vitest'
import { buyerBidOf } from '#shared/documents/buyer-bid.ts'
import { documentTexts } from '#shared/documents/document.ts'
import { buyerDocument } from '#shared/documents/printable.ts'
import type { Certificate, LibraryData, LibraryItem, Reference, TextBlock } from '#shared/library/item.ts'
import { materialsChecks } from '#shared/materials/checks.ts'
import { BidMaterials, buyerMaterialsOf, suggestedMaterials } from '#shared/materials/materials.ts'
import { sampleBid, sampleCompany, sampleTender } from '../../support/sample-bid.ts'

const at = '2026-11-01T00:00:00.000Z'
const itemOf = (id: string, data: LibraryData): LibraryItem => ({ id, version: 1, createdAt: at, updatedAt: at, isSample: false, data })
const file = (id: string, pages: number | null = 2) => ({ name: `${id}.pdf`, file: { id: id.padEnd(64, '0'), mediaType: pages === null ? ('image/png' as const) : ('application/pdf' as const), bytes: 10, width: pages === null ? 10 : null, height: pages === null ? 10 : null, pages } })
const certificate = (id: string, change: Partial<Certificate> = {}) =>
  itemOf(id, { kind: 'certificate', type: 'iso9001', name: `证书${id}`, number: `NO-${id}`, issuer: null, issuedOn: null, validUntil: '2027-12-31', isPermanent: false, owner: '内部负责人甲', note: '内部备注：毛利', attachments: [file(id)], ...change })
const text = (id: string, body: string, change: Partial<TextBlock> = {}) => itemOf(id, { kind: 'text', name: `文本${id}`, topic: 'architecture', useCase: null, body, owner: '内部负责人乙', reviewOn: '2027-01-01', note: null, ...change })
const person = itemOf('p1', { kind: 'person', name: '陈示例', title: '高级工程师', education: '硕士', certificates: '信息系统项目管理师', years: 12, role: '项目经理', projects: [{ period: '2024', project: '知识助手', role: '经理' }], socialInsuranceMonth: '2026-10', note: null, attachments: [] })
const referenceData: Reference = { kind: 'reference', name: '类似项目', buyer: '某业主', amount: '1234567.80', signedOn: '2025-03-01', content: '问答', contact: '张三', useCase: 'knowledge-assistant', owner: '内部负责人丙', note: null, contract: [file('c0')], acceptance: [], invoice: [] }
const reference = itemOf('r1', referenceData)

const chosen = (items: readonly LibraryItem[]): BidMaterials => items.map(({ id }) => ({ itemId: id, role: null, duty: null }))
const bid = buyerBidOf(sampleBid(), sampleTender, sampleCompany)
const checksOf = (items: readonly LibraryItem[]) => materialsChecks({ bid, chosen: chosen(items), items, today: '2026-11-22' }).filter(({ level }) => level !== 'pass').map(({ code, level }) => [code, level])

describe('an item that has ended cannot slip in', () => {
  // The deadline is 2026-12-03 in Beijing; the bid stays valid for 90 days, to 2027-03-03.
  it.each([
    ['2026-12-02', [['certificate-expired', 'stop']]],
    ['2026-12-03', [['certificate-ends-early', 'stop']]],
    ['2027-03-02', [['certificate-ends-early', 'stop']]],
    ['2027-03-03', []],
    [null, [['certificate-end-unknown', 'stop']]],
  ])('valid until %s', (validUntil, found) => expect(checksOf([certificate('a', { validUntil })])).toEqual(found))

  it('a permanent one holds, one without a scan is named', () => {
    expect(checksOf([certificate('a', { validUntil: null, isPermanent: true })])).toEqual([])
    expect(checksOf([certificate('a', { attachments: [] })])).toEqual([['scan-missing', 'warn']])
  })

  it('texts overdue for review or with words of our books are found', () => {
    expect(checksOf([text('t', '总体架构', { reviewOn: '2026-11-21' })])).toEqual([['text-review-due', 'warn']])
    expect(checksOf([text('t', '本项目毛利较低')])).toEqual([['internal-word', 'stop']])
  })
})

describe('the volumes with materials', () => {
  const items = [certificate('a'), certificate('b', { type: 'businessLicence', attachments: [file('b', null)] }), person, reference, text('t', '# 分层\n服务于 {{project.buyer}}。\n| 层 | 内容 |\n| 应用 | 问答 |')]
  const full = buyerBidOf(sampleBid(), sampleTender, sampleCompany, [], buyerMaterialsOf(chosen(items), items))
  const document = (volume: 'business' | 'technical' | 'price') => buyerDocument(volume, full)

  it('print scans where they belong, once, and cite their pages', () => {
    const blocks = document('business').sections.flatMap((section) => section.blocks)
    expect(blocks.flatMap((block) => (block.kind === 'picture' || block.kind === 'pdfPages' ? [[block.kind, block.anchor]] : []))).toEqual([
      ['picture', 'certificate:b'],
      ['pdfPages', 'reference:r1'],
      ['pdfPages', 'certificate:a'],
    ])
    const cited = blocks.flatMap((block) => (block.kind === 'table' ? block.rows.flat().flatMap((cell) => (typeof cell.text === 'string' ? [] : cell.text.flatMap(({ pageOf }) => pageOf ?? []))) : []))
    expect(cited).toEqual(['certificate:b', 'reference:r1', 'certificate:a'])
  })

  it('have team, CVs and texts in the technical volume, the text filled for this bid', () => {
    const texts = documentTexts(document('technical')).join('\n')
    for (const part of ['项目团队', '陈示例简历表', '信息系统项目管理师', '服务于 远川能源集团有限公司。']) expect(texts).toContain(part)
  })

  it('carry nothing that is for us alone', () => {
    for (const volume of ['business', 'technical', 'price'] as const) expect(documentTexts(document(volume)).join('\n')).not.toMatch(/内部|毛利/)
  })
})

describe('a suggestion', () => {
  it('leaves out what has ended, puts references of the same kind first, and texts of other use cases aside', () => {
    const other = itemOf('r2', { ...referenceData, useCase: 'code-generation', signedOn: '2026-01-01' })
    const items = [certificate('a'), certificate('old', { validUntil: '2026-11-30' }), other, reference, text('t1', 'x', { useCase: 'code-generation' }), text('t2', 'x'), text('t3', 'x', { topic: 'understanding' })]
    expect(suggestedMaterials(items, 'knowledge-assistant', '2026-12-03').map(({ itemId }) => itemId)).toEqual(['a', 'r1', 'r2', 't3', 't2'])
  })

  it('an item is chosen once', () => {
    expect(BidMaterials.safeParse([...chosen([person]), ...chosen([person])]).success).toBe(false)
  })
})
