import type { BuyerBid } from '#shared/documents/buyer-bid.ts'
import { paragraph } from '#shared/documents/document.ts'
import type { Block, Row, Section, Table } from '#shared/documents/document.ts'
import type { PricedLine } from '#shared/documents/price-summary.ts'
import type { PriceWords } from '#shared/documents/price-words.ts'
import { bidderSignature, exact, phraseOf, rateText, tableCaption } from '#shared/documents/wording.ts'
import { formatMoney } from '#shared/money.ts'

/** A long specification needs room more than the name does. */
const longSpecification = 60

const columnsFor = (bid: BuyerBid): Table['columns'] => {
  const isLong = bid.lines.some((line) => (line.specification ?? '').length > longSpecification)
  return [
    { share: 5, align: 'center' },
    { share: isLong ? 15 : 17, align: 'left' },
    { share: isLong ? 28 : 17, align: 'left' },
    { share: 5, align: 'center' },
    { share: 7.5, align: 'right' },
    { share: 11.5, align: 'right' },
    { share: 11.5, align: 'right' },
    { share: 5.5, align: 'center' },
    { share: 11.5, align: 'right' },
    { share: 10.5, align: 'right' },
    { share: 10, align: 'left' },
  ]
}

const head: Row = ['序号', '名称', '规格型号/服务内容', '单位', '数量', '单价（元，含税）', '合价（元，含税）', '税率', '不含税金额（元）', '税额（元）', '备注'].map((text) => ({ text }))

const lineRow = ({ line, no, gross, net, vat }: PricedLine): Row => [
  { text: String(no) },
  { text: line.name },
  { text: line.specification ?? '' },
  { text: line.unit },
  { text: exact(line.quantity) },
  { text: exact(line.unitPrice, 2) },
  { text: formatMoney(gross) },
  { text: rateText(line.vatRate) },
  { text: formatMoney(net) },
  { text: formatMoney(vat) },
  { text: line.remark ?? '' },
]

const totalRows = ({ summary, capital }: PriceWords): Row[] => [
  [
    { text: '合　计', colSpan: 6, style: 'bold', align: 'center' },
    { text: formatMoney(summary.gross), style: 'bold' },
    { text: '' },
    { text: formatMoney(summary.net), style: 'bold' },
    { text: formatMoney(summary.vat), style: 'bold' },
    { text: '' },
  ],
  [
    { text: '合计（大写）', colSpan: 2, style: 'bold', align: 'center' },
    { text: capital, colSpan: 9, style: 'bold', align: 'left' },
  ],
]

/** The table of the 投标分项报价表: every line with quantity, unit price, amount, VAT; its total is the opening form's. */
export const itemisedTables = (bid: BuyerBid, words: PriceWords): Block[] => [
  tableCaption(bid),
  { kind: 'table', dense: true, columns: columnsFor(bid), head: [head], rows: [...words.summary.lines.map(lineRow), ...totalRows(words)] },
]

/** The form by itself, as the explanation of a low price attaches it. */
export const itemisedPriceForm = (bid: BuyerBid, words: PriceWords): Section => {
  const phrase = phraseOf(bid)
  const note = phrase('注：合价＝单价×数量，逐行四舍五入至分；不含税金额＝合价÷（1＋税率）；税额＝合价－不含税金额。')
  return { title: phrase('投标分项报价表'), orientation: 'landscape', blocks: [...itemisedTables(bid, words), paragraph(note, { style: 'note', indentEm: 0, align: 'left' }), bidderSignature(bid)] }
}
