import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Decimal } from '#shared/decimal.ts'
import { readCapitalAmount } from '#shared/capital-amount.ts'
import { buyerBidOf, type BuyerBid, type BuyerOfferLine } from '#shared/documents/buyer-bid.ts'
import { inlineText, sectionTexts, type PrintDocument, type Section } from '#shared/documents/document.ts'
import { documentChecks } from '#shared/documents/document-checks.ts'
import { gateChecks } from '#shared/documents/gate.ts'
import { buyerDocument } from '#shared/documents/printable.ts'
import { bookTemplate } from '#shared/templates/standard.ts'
import { moneyText } from '#shared/money.ts'
import { priceVolume } from '../../support/volumes.ts'
import { sampleBid, sampleCompany, sampleTender } from '../../support/sample-bid.ts'

const sample = buyerBidOf(sampleBid(), { ...sampleTender, ceiling: null, budget: null }, sampleCompany)

const anyLine = fc
  .record({ thousandths: fc.integer({ min: 1, max: 5_000_000 }), price: fc.integer({ min: 1, max: 900_000_000 }), places: fc.constantFrom(1, 100, 10_000, 1_000_000), rate: fc.constantFrom('0', '0.01', '0.03', '0.06', '0.09', '0.13') })
  .map(({ thousandths, price, places, rate }): Omit<BuyerOfferLine, 'id' | 'name'> => ({ specification: null, quantity: new Decimal(thousandths).div(1000).toFixed(), unit: '项', unitPrice: new Decimal(price).div(places).toFixed(), vatRate: rate, remark: null }))

/** Bids of one to twelve lines: up to eight of them stand in the opening form too. */
const anyBid = fc
  .array(anyLine, { minLength: 1, maxLength: 12 })
  .map((lines): BuyerBid => ({ ...sample, lines: lines.map((line, index) => ({ ...line, id: String(index), name: `第${index + 1}项` })) }))
  .filter((bid) => gateChecks(bid).some(({ code }) => code === 'capital-agrees'))

const form = ({ sections }: PrintDocument, title: string): Section => {
  const found = sections.find((section) => section.title.endsWith(title))
  if (found === undefined) throw new Error(`no ${title}`)
  return found
}

const figure = (text: string): Decimal => new Decimal(text.replaceAll(/[￥,\s]/g, ''))
const money = /￥[\d,]+\.\d{2}/g
const capital = /人民币[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元角分整]+/g
const sum = (values: readonly Decimal[]): string => moneyText(values.reduce((total, value) => total.plus(value), new Decimal(0)))

type Stated = { total: Decimal; net: Decimal; vat: Decimal; capitals: string[] }

const inLetter = (document: PrintDocument): Stated => {
  const text = sectionTexts(form(document, '投标函')).join('\n')
  const [total, net, vat] = Array.from(text.matchAll(money), ([found]) => figure(found))
  if (total === undefined || net === undefined || vat === undefined) throw new Error('the letter states three amounts')
  return { total, net, vat, capitals: text.match(capital) ?? [] }
}

const rowsOf = (section: Section): string[][] => section.blocks.flatMap((block) => (block.kind === 'table' ? block.rows.map((row) => row.map(({ text }) => inlineText(text))) : []))

/** The cell after the one with this label. */
const after = (rows: readonly string[][], label: string): string => {
  const row = rows.find((cells) => cells.includes(label)) ?? []
  return row[row.indexOf(label) + 1] ?? ''
}

const inOpening = (document: PrintDocument): Stated & { lines: Decimal[] } => {
  const rows = rowsOf(form(document, '开标一览表'))
  const lines = rows.filter(([no = '', , quantity = '']) => /^\d+$/.test(no) && quantity.endsWith('项')).map(([, , , amount = '']) => figure(amount))
  return { total: figure(after(rows, '小写')), net: figure(after(rows, '不含税价')), vat: figure(after(rows, '增值税税额')), capitals: [after(rows, '大写')], lines }
}

type ItemisedLine = { quantity: Decimal; unitPrice: Decimal; gross: Decimal; rate: Decimal; net: Decimal; vat: Decimal }

const inItemised = (document: PrintDocument): Stated & { lines: ItemisedLine[] } => {
  const rows = rowsOf(form(document, '投标分项报价表'))
  const lines = rows.filter(([no = '']) => /^\d+$/.test(no)).map(([, , , , quantity = '', unitPrice = '', gross = '', rate = '', net = '', vat = '']) => ({ quantity: figure(quantity), unitPrice: figure(unitPrice), gross: figure(gross), rate: new Decimal(rate.replace('%', '')).div(100), net: figure(net), vat: figure(vat) }))
  const [, total = '', , net = '', vat = ''] = rows.find(([first]) => first === '合　计') ?? []
  return { total: figure(total), net: figure(net), vat: figure(vat), capitals: [after(rows, '合计（大写）')], lines }
}

const bound: [string, (bid: BuyerBid) => PrintDocument][] = [['the price volume', priceVolume], ['one book', (bid) => buyerDocument('book', bid, new Map(), bookTemplate)]]

describe.each(bound)('whatever is offered, in %s', (_, documentOf) => {
  it('letter, opening form and itemised prices state one total, one net price and one tax, in figures and in capitals', () => {
    fc.assert(
      fc.property(anyBid, (bid) => {
        const document = documentOf(bid)
        const stated = [inLetter(document), inOpening(document), inItemised(document)]
        const [first] = stated
        for (const { total, net, vat, capitals } of stated) {
          expect([total, net, vat].map(moneyText)).toEqual([first?.total, first?.net, first?.vat].map((amount) => moneyText(amount ?? 0)))
          expect(moneyText(net.plus(vat))).toBe(moneyText(total))
          for (const text of capitals) expect(readCapitalAmount(text)).toMatchObject({ ok: true, amount: expect.toSatisfy((amount: string) => total.eq(amount)) })
          expect(capitals.length).toBeGreaterThan(0)
        }
        expect(documentChecks(document, bid).filter(({ code, level }) => code.startsWith('price-') && level === 'stop')).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('every line is quantity × unit price to the fen, its net price and tax make it up, and the lines make up the totals', () => {
    fc.assert(
      fc.property(anyBid, (bid) => {
        const document = documentOf(bid)
        const { lines, total, net, vat } = inItemised(document)
        expect(lines).toHaveLength(bid.lines.length)
        for (const line of lines) {
          expect(moneyText(line.quantity.times(line.unitPrice).toDecimalPlaces(2, Decimal.ROUND_HALF_UP))).toBe(moneyText(line.gross))
          expect(moneyText(line.net.plus(line.vat))).toBe(moneyText(line.gross))
          expect(line.net.times(line.rate.plus(1)).minus(line.gross).abs().lte('0.01')).toBe(true)
        }
        expect([sum(lines.map(({ gross }) => gross)), sum(lines.map((line) => line.net)), sum(lines.map((line) => line.vat))]).toEqual([total, net, vat].map(moneyText))
        const opening = inOpening(document)
        if (opening.lines.length > 0) expect(opening.lines.map(moneyText)).toEqual(lines.map(({ gross }) => moneyText(gross)))
      }),
      { numRuns: 60 },
    )
  })
})
