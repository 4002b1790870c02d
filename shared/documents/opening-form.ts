import type { BuyerBid } from '#shared/documents/buyer-bid.ts'
import type { Block, Cell, Row, Table } from '#shared/documents/document.ts'
import type { Phrase } from '#shared/documents/phrasing.ts'
import type { PriceWords } from '#shared/documents/price-words.ts'
import { bondText, validityText } from '#shared/documents/bond-and-validity.ts'
import { bidderName, exact, known, phraseOf, placeholder, rateText, tableCaption, yuan } from '#shared/documents/wording.ts'
import { formatMoney } from '#shared/money.ts'

/** More lines than this would push the signature off the first page; the itemised form has them all. */
const maxListed = 8

const label = (text: string, more: Partial<Cell> = {}): Cell => ({ text, style: 'label', ...more })
const wide = (name: string, text: string): Row => [label(name), { text, colSpan: 4, align: 'left' }]
const pair = (name: string, text: string, name2: string, text2: string): Row => [label(name), { text, colSpan: 2, align: 'left' }, label(name2), { text: text2, align: 'left' }]

const mainTable = (bid: BuyerBid, { summary, capital }: PriceWords, phrase: Phrase): Table => ({
  kind: 'table',
  dense: false,
  columns: [
    { share: 16, align: 'center' },
    { share: 9, align: 'center' },
    { share: 29, align: 'left' },
    { share: 15, align: 'center' },
    { share: 31, align: 'left' },
  ],
  head: [],
  rows: [
    wide('项目名称', bid.project.title),
    wide(phrase('投标人'), bidderName(bid)),
    [label(phrase('投标总价\n（含税）'), { rowSpan: 2 }), label('小写'), { text: yuan(summary.gross), colSpan: 3, style: 'strong', align: 'left' }],
    [label('大写'), { text: capital, colSpan: 3, style: 'strong', align: 'left' }],
    pair('增值税税率', summary.byRate.map(({ vatRate }) => rateText(vatRate)).join('、') || placeholder('税率'), '不含税价', yuan(summary.net)),
    pair('增值税税额', yuan(summary.vat), phrase('投标保证金'), bondText(bid)),
    pair('交付期', known(bid.terms.deliveryPeriod, '交付期'), '质保期', known(bid.terms.warranty, '质保期')),
    wide(phrase('投标有效期'), validityText(bid)),
    wide('备注', bid.terms.remark ?? '无'),
  ],
})

const linesTable = ({ summary }: PriceWords): Table => ({
  kind: 'table',
  dense: false,
  columns: [
    { share: 8, align: 'center' },
    { share: 42, align: 'left' },
    { share: 13, align: 'center' },
    { share: 20, align: 'right' },
    { share: 17, align: 'left' },
  ],
  head: [[{ text: '序号' }, { text: '名称' }, { text: '数量' }, { text: '金额（元，含税）' }, { text: '备注' }]],
  rows: [
    ...summary.lines.map(({ line, no, gross }): Row => [
      { text: String(no) },
      { text: line.name },
      { text: `${exact(line.quantity)} ${line.unit}` },
      { text: formatMoney(gross) },
      { text: line.remark ?? '' },
    ]),
    [{ text: '合　计', colSpan: 3, style: 'bold', align: 'center' }, { text: formatMoney(summary.gross), style: 'bold' }, { text: '' }],
  ],
})

/** The tables of the 开标一览表: what is read out at the opening; it prevails over every other part of the bid (87号令 59条). */
export const openingTables = (bid: BuyerBid, words: PriceWords): Block[] => {
  const lines = words.summary.lines
  return [tableCaption(bid), mainTable(bid, words, phraseOf(bid)), ...(lines.length > 0 && lines.length <= maxListed ? [linesTable(words)] : [])]
}
