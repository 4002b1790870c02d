import { describe, expect, it } from 'vitest'
import type { BuyerBid } from '#shared/documents/buyer-bid.ts'
import { buyerBidOf } from '#shared/documents/buyer-bid.ts'
import { Check } from '#shared/documents/check.ts'
import { documentTexts, paragraph, type PrintDocument } from '#shared/documents/document.ts'
import { documentChecks } from '#shared/documents/document-checks.ts'
import { businessVolume, priceVolume, technicalVolume } from '../../support/volumes.ts'
import { gateChecks, glyphChecks, isBlocked } from '#shared/documents/gate.ts'
import { hasPlaceholder } from '#shared/documents/wording.ts'
import { sampleBid, sampleCompany, sampleTender } from '../../support/sample-bid.ts'

const bid = buyerBidOf(sampleBid(), sampleTender, sampleCompany)
const at = (screen: Check['where']['screen'], field: string | null = null, lineId: string | null = null): Check['where'] => ({ screen, field, lineId })
const open = (changed: BuyerBid): Check[] => gateChecks(changed).filter(({ level }) => level !== 'pass')
const firstLine = bid.lines[0]
if (!firstLine) throw new Error('the sample has lines')

describe('the export gate', () => {
  it('passes a complete bid and shows what it verified', () => {
    const checks = gateChecks(bid)
    expect(checks.map(({ code, level }) => [code, level])).toEqual([
      ['total-within-ceiling', 'pass'],
      ['sums-agree', 'pass'],
      ['capital-agrees', 'pass'],
      ['validity-met', 'pass'],
      ['bond-met', 'pass'],
      ['company-complete', 'pass'],
      ['words-clean', 'pass'],
    ])
    expect(checks[0]).toEqual({ code: 'total-within-ceiling', level: 'pass', where: at('price'), figures: { total: '3980000.00', limit: '4800000.00', difference: '820000.00' } })
    expect(isBlocked(checks)).toBe(false)
  })

  it('stops where the tender is not in yuan: the capitals and the tax of the forms are', () => {
    expect(open({ ...bid, project: { ...bid.project, currency: 'USD' } })).toEqual([{ code: 'currency-not-cny', level: 'stop', where: at('tender', 'currency'), figures: { currency: 'USD' } }])
    expect(open({ ...bid, project: { ...bid.project, currency: null } })).toEqual([])
  })

  it('stops on everything the forms need and nobody has filled in, exactly where the draft prints a placeholder', () => {
    const blank: BuyerBid = {
      ...bid,
      project: { ...bid.project, projectNo: null, buyer: ' ' },
      terms: { ...bid.terms, deliveryPeriod: null, warranty: '', validityDays: null, bondForm: 'transfer', bondAmount: null },
      company: { ...bid.company, name: null, bankAccount: null },
    }
    expect(open(blank)).toEqual([
      { code: 'tender-field-missing', level: 'stop', where: at('tender', 'projectNo'), figures: {} },
      { code: 'tender-field-missing', level: 'stop', where: at('tender', 'buyer'), figures: {} },
      { code: 'terms-field-missing', level: 'stop', where: at('documents', 'deliveryPeriod'), figures: {} },
      { code: 'terms-field-missing', level: 'stop', where: at('documents', 'warranty'), figures: {} },
      { code: 'terms-field-missing', level: 'stop', where: at('documents', 'validityDays'), figures: {} },
      { code: 'terms-field-missing', level: 'stop', where: at('documents', 'bondAmount'), figures: {} },
      { code: 'company-field-missing', level: 'stop', where: at('company', 'name'), figures: {} },
      { code: 'company-field-missing', level: 'stop', where: at('company', 'bankAccount'), figures: {} },
    ])
    const texts = documentTexts(priceVolume(blank)).join('\n')
    for (const name of ['项目编号', '采购人名称', '交付期', '质保期', '投标有效期', '投标保证金金额', '投标人名称', '银行账号']) expect(texts).toContain(`【待填：${name}】`)
  })

  it('never lets a document with a placeholder through, whichever field is open', () => {
    const companyFields = ['name', 'creditCode', 'address', 'phone', 'email', 'bankName', 'bankAccount'] as const
    const termsFields = ['deliveryPeriod', 'warranty', 'validityDays', 'bondAmount', 'bondForm', 'signedOn', 'remark'] as const
    const holes: BuyerBid[] = [
      ...companyFields.map((field) => ({ ...bid, company: { ...bid.company, [field]: null } })),
      ...termsFields.map((field) => ({ ...bid, terms: { ...bid.terms, [field]: null } })),
      ...(['projectNo', 'buyer', 'agency', 'ceiling', 'budget', 'currency', 'bidDeadline'] as const).map((field) => ({ ...bid, project: { ...bid.project, [field]: null } })),
      { ...bid, lines: [] },
    ]
    for (const hole of holes) if (documentTexts(priceVolume(hole)).some(hasPlaceholder)) expect(isBlocked(gateChecks(hole))).toBe(true)
  })

  it('stops an offer over the ceiling, of nothing, or below nothing', () => {
    expect(open({ ...bid, project: { ...bid.project, ceiling: '3979999.99' } })).toEqual([
      { code: 'total-over-ceiling', level: 'stop', where: at('price'), figures: { total: '3980000.00', limit: '3979999.99', difference: '0.01' } },
    ])
    expect(open({ ...bid, project: { ...bid.project, ceiling: '3980000' } })).toEqual([])
    expect(open({ ...bid, lines: [] })).toEqual([{ code: 'lines-missing', level: 'stop', where: at('price'), figures: {} }])
    expect(open({ ...bid, lines: [{ ...firstLine, unitPrice: '0' }] })).toEqual([
      { code: 'total-not-positive', level: 'stop', where: at('price'), figures: { total: '0.00' } },
      { code: 'line-price-zero', level: 'warn', where: at('price', 'unitPrice', '1'), figures: {} },
    ])
    expect(open({ ...bid, lines: [{ ...firstLine, unitPrice: '-5' }] }).map(({ code }) => code)).toEqual(['line-price-negative', 'total-not-positive'])
  })

  it('warns of a short validity, a bond over 2 %, an open signing day, an unknown ceiling', () => {
    const doubtful: BuyerBid = { ...bid, project: { ...bid.project, ceiling: null }, terms: { ...bid.terms, validityDays: 60, bondAmount: '100000.01', signedOn: null } }
    expect(open(doubtful).map(({ code, level, figures }) => [code, level, figures])).toEqual([
      ['ceiling-unknown', 'warn', {}],
      ['validity-short', 'warn', { days: '60', usual: '90' }],
      ['bond-too-high', 'warn', { amount: '100000.01', limit: '100000.00' }],
      ['signing-day-open', 'warn', {}],
    ])
  })

  it('stops a signature after the deadline day in Beijing, a foreign currency and a unit price finer than it prints', () => {
    expect(open({ ...bid, terms: { ...bid.terms, signedOn: '2026-12-03' } })).toEqual([])
    expect(open({ ...bid, terms: { ...bid.terms, signedOn: '2026-12-04' } })).toEqual([
      { code: 'signed-after-deadline', level: 'stop', where: at('documents', 'signedOn'), figures: { signedOn: '2026-12-04', deadline: '2026-12-03' } },
    ])
    expect(open({ ...bid, project: { ...bid.project, currency: 'USD' } }).map(({ code, figures }) => [code, figures])).toEqual([['currency-not-cny', { currency: 'USD' }]])
    expect(open({ ...bid, lines: [{ ...firstLine, unitPrice: '0.0000001', quantity: '1000000000' }] }).map(({ code }) => code)).toEqual(['unit-price-too-fine'])
  })

  it('stops words of our own books and placeholders typed by hand, naming the line', () => {
    const leaking: BuyerBid = { ...bid, lines: [{ ...firstLine, remark: '毛利 12%，底价 90 万', specification: '【待填：型号】' }] }
    expect(open(leaking).map(({ code, where, figures }) => [code, where, figures])).toEqual([
      ['placeholder-typed', at('price', 'specification', '1'), {}],
      ['internal-word', at('price', 'remark', '1'), { word: '毛利' }],
      ['internal-word', at('price', 'remark', '1'), { word: '底价' }],
    ])
  })

  it('names a character no font has', () => {
    const checks = glyphChecks(['𠮷'])
    expect(checks).toEqual([{ code: 'glyph-missing', level: 'stop', where: at('documents'), figures: { character: '𠮷', codePoint: 'U+20BB7' } }])
    expect(Check.parse(checks[0])).toEqual(checks[0])
  })
})

describe('what the tender itself asks of the terms', () => {
  const asking = (asks: Partial<BuyerBid['project']['asks']>, terms: Partial<BuyerBid['terms']>): BuyerBid => ({ ...bid, project: { ...bid.project, asks: { ...bid.project.asks, ...asks } }, terms: { ...bid.terms, ...terms } })
  const found = (changed: BuyerBid) => open(changed).map(({ code, level, figures }) => [level, code, figures['asked']])
  it.each([
    ['a validity below it', { validityDays: 120, bondAmount: null }, { validityDays: 90 }, [['stop', 'validity-below-asked', '120']]],
    ['a short validity the tender is content with', { validityDays: 60, bondAmount: null }, { validityDays: 60 }, []],
    ['a bond below it', { validityDays: null, bondAmount: '80000.00' }, { bondForm: 'transfer', bondAmount: '60000' }, [['stop', 'bond-below-asked', '80000.00']]],
    ['no bond where one is asked for', { validityDays: null, bondAmount: '80000.00' }, { bondForm: 'none', bondAmount: null }, [['stop', 'bond-asked', '80000.00']]],
    ['exactly the bond', { validityDays: null, bondAmount: '80000.00' }, { bondForm: 'guarantee', bondAmount: '80000' }, []],
  ] as const)('%s', (_name, asks, terms, expected) => {
    expect(found(asking(asks, terms))).toEqual(expected)
  })
})

describe('what is left over from another bid', () => {
  const others = [{ title: '云岭合同智能审查系统', projectNo: 'YLYC-2-0418', buyer: '云岭物流有限责任公司' }, { title: bid.project.title, projectNo: null, buyer: bid.project.buyer }]
  const named = (remark: string) => documentChecks(businessVolume({ ...bid, terms: { ...bid.terms, warranty: remark } }), bid, others).filter(({ code, level }) => code.startsWith('other-') && level !== 'pass').map(({ code, level, figures }) => [level, code, figures['name']])
  it('another number or title stops the file, another buyer is for a person to look at', () => {
    expect(named('按 YLYC-2-0418 执行').map(([level, code]) => [level, code])).toContainEqual(['stop', 'other-project-named'])
    expect(named('同云岭物流有限责任公司项目')).toContainEqual(['warn', 'other-buyer-named', '云岭物流有限责任公司'])
  })
  it('a reference may bear the name of what it was a tender for; a text of the library that names another is led to', () => {
    const reference = { id: 'r', name: '云岭合同智能审查系统', buyer: null, amount: null, signedOn: null, content: null, contact: null, attachments: [] }
    const text = { id: 't', name: '方案', topic: 'architecture' as const, body: '用于 YLYC-2-0418' }
    const withReference: BuyerBid = { ...bid, materials: { ...bid.materials, references: [reference], texts: [text] } }
    const codes = (volume: typeof businessVolume) => documentChecks(volume(withReference), withReference, others).filter(({ code }) => code.startsWith('other-') || code === 'names-clean').map(({ code, where }) => [code, where.screen, where.field])
    expect(codes(businessVolume)).toEqual([['names-clean', 'documents', null]])
    expect(codes(technicalVolume)).toEqual([['other-project-named', 'library', 'text/t']])
  })
  it('our own names are no leftovers, even where another bid is for the same buyer', () => {
    expect(named('验收合格后12个月')).toEqual([])
  })
})

describe('what the price volume says', () => {
  const document = priceVolume(bid)
  const typed = (text: string): PrintDocument => ({ ...document, sections: document.sections.map((section, index) => (index === 0 ? { ...section, blocks: [...section.blocks, paragraph(text)] } : section)) })
  const found = (printed: PrintDocument) => documentChecks(printed, bid).filter(({ code }) => code.startsWith('price-')).map(({ level, code, figures }) => [level, code, figures['printed'] ?? figures['forms']])

  it('passes where letter, opening form and itemised price state the same total', () => {
    expect(found(document)).toEqual([['pass', 'price-agrees', '投标函、开标一览表、投标分项报价表']])
  })

  it('stops at an amount in capitals that is no figure of the offer, whoever typed it', () => {
    expect(found(typed('总价为人民币叁佰玖拾捌万元零壹分'))).toEqual([['stop', 'price-mismatch', '叁佰玖拾捌万元零壹分']])
    expect(found(typed('总价为人民币叁佰玖拾捌万元整，保证金捌万元整'))).toEqual([['pass', 'price-agrees', '投标函、开标一览表、投标分项报价表']])
  })

  it('stops at a file whose author is somebody else', () => {
    expect(documentChecks({ ...document, info: { ...document.info, author: '某某公司' } }, bid).filter(({ code }) => code.startsWith('metadata'))).toMatchObject([{ level: 'stop', code: 'metadata-foreign', figures: { author: '某某公司' } }])
  })
})
