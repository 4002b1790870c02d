import { type BuyerBid } from '#shared/documents/buyer-bid.ts'
import { buyerVolume } from '#shared/documents/buyer-volume.ts'
import { check, type Check } from '#shared/documents/check.ts'
import { paragraph, type Block, type PrintDocument, type Row, type Section, type Table } from '#shared/documents/document.ts'
import { categoryNames } from '#shared/documents/internal-words.ts'
import { itemisedPriceForm } from '#shared/documents/itemised-price-form.ts'
import { priceSummary, type PriceSummary } from '#shared/documents/price-summary.ts'
import { priceWords } from '#shared/documents/price-words.ts'
import { bidderName, bidderSignature, buyerName, placeholder, projectNo, tableCaption, yuan } from '#shared/documents/wording.ts'
import { Decimal } from '#shared/decimal.ts'
import type { CostLineAmounts } from '#shared/estimate/cost-base.ts'
import type { CostCategory } from '#shared/estimate/estimate.ts'
import type { EstimateResult } from '#shared/estimate/result.ts'
import { formatDecimal, formatMoney, roundToFen } from '#shared/money.ts'

/**
 * What the panel asks of an abnormally low price: the one document for a buyer that states our cost, on purpose. It is a file of
 * its own, never part of the volumes (财库〔2026〕2号; procurement-rules §2.6).
 */
export type DefenceInput = { buyer: BuyerBid; costs: readonly CostLineAmounts[]; result: EstimateResult }

type Item = { name: string; amount: Decimal; isTaken?: boolean }

/** How the price comes about, in amounts rounded to the fen that add up exactly to the itemised price form. */
export type DefenceFigures = { summary: PriceSummary; lines: { cost: CostLineAmounts; amount: Decimal }[]; direct: Decimal; items: Item[]; refund: Decimal; total: Decimal; profit: Decimal }

const sum = (amounts: readonly Decimal[]): Decimal => amounts.reduce((total, amount) => total.plus(amount), new Decimal(0))

/** The profit is what is left of the printed net price (and refund) after the printed costs, so that every sum on paper holds. */
export function defenceFigures({ buyer, costs, result }: DefenceInput): DefenceFigures {
  const summary = priceSummary(buyer.lines)
  const lines = costs.map((cost) => ({ cost, amount: roundToFen(cost.amount) }))
  const direct = sum(lines.map(({ amount }) => amount))
  const items: Item[] = [
    { name: '已落实的补贴（减）', amount: new Decimal(result.subsidy), isTaken: true },
    { name: '风险准备', amount: new Decimal(result.riskCost) },
    { name: '管理费', amount: new Decimal(result.overhead) },
    { name: '不可预见费', amount: new Decimal(result.contingency) },
    { name: '税金及附加', amount: new Decimal(result.surcharges) },
    { name: '印花税', amount: new Decimal(result.stampDuty) },
    { name: '代理服务费', amount: new Decimal(result.agencyFee) },
    { name: '保证金占用', amount: new Decimal(result.bondCost) },
    { name: '资金成本', amount: new Decimal(result.financing) },
  ]
  const printed = items.filter(({ amount }) => !amount.isZero())
  const total = direct.plus(sum(printed.map(({ amount, isTaken }) => (isTaken === true ? amount.negated() : amount))))
  const refund = new Decimal(result.vatRefund)
  return { summary, lines, direct, items: printed, refund, total, profit: summary.net.plus(refund).minus(total) }
}

/** An unknown cost stops the explanation: the panel would read a smaller cost than ours. A loss is for a person to weigh. */
export function defenceChecks(input: DefenceInput): Check[] {
  const open = input.costs.filter(({ unknownReason }) => unknownReason !== null)
  const { profit } = defenceFigures(input)
  return [
    ...(open.length > 0 || input.costs.length === 0 ? [check('stop', 'defence-cost-unknown', 'price', {}, { count: String(open.length) })] : []),
    ...(profit.isNegative() ? [check('warn', 'defence-below-cost', 'price', {}, { shortfall: profit.abs().toFixed(2) })] : []),
  ]
}

/** 报价合理性说明: letter, price, cost by line, how the price comes about, proof to attach, undertaking, signature. */
export function defencePack(input: DefenceInput): PrintDocument {
  const { buyer } = input
  const figures = defenceFigures(input)
  const price = itemisedPriceForm(buyer, priceWords(buyer))
  return buyerVolume(buyer, { volume: 'price', part: '报价合理性说明' }, [letter(buyer, figures), price, costForm(buyer, figures), compositionForm(buyer, figures), evidenceForm(figures), undertaking(buyer, figures)])
}

function letter(buyer: BuyerBid, { summary, total, profit }: DefenceFigures): Section {
  const ratio = buyer.project.ceiling === null ? '' : `，为最高限价${yuan(buyer.project.ceiling)}的${formatDecimal(summary.gross.div(buyer.project.ceiling).times(100).toDecimalPlaces(1, Decimal.ROUND_HALF_UP))}%`
  return {
    title: '报价合理性说明函',
    orientation: 'portrait',
    blocks: [
      paragraph(`致：${buyerName(buyer)}`, { indentEm: 0 }),
      paragraph(`我方${bidderName(buyer)}参加“${buyer.project.title}”（项目编号：${projectNo(buyer)}）的采购活动，报价为人民币${yuan(summary.gross)}（含税）${ratio}。现就报价的合理性说明如下，并附成本测算与证明材料目录。`),
      paragraph(`一、报价按分项列明，各分项金额及合计与《投标分项报价表》一致：不含税${yuan(summary.net)}，税额${yuan(summary.vat)}，含税${yuan(summary.gross)}。`),
      paragraph(`二、成本逐项测算：各项成本合计${yuan(total)}（不含税），逐行的数量、单价与取价来源见《成本测算表》，与报价的关系见《报价构成表》。`),
      ...(profit.isNegative() ? [] : [paragraph(`三、报价高于我方完成本项目的成本，差额${yuan(profit)}，我方有能力按采购文件的质量与期限诚信履约。`)]),
      paragraph([{ text: `${profit.isNegative() ? '三' : '四'}、成本优势的具体原因：` }, { text: '', blankEm: 30 }]),
      paragraph([{ text: '', blankEm: 44 }], { indentEm: 0 }),
      paragraph([{ text: '', blankEm: 44 }], { indentEm: 0 }),
      bidderSignature(buyer),
    ],
  }
}

const costHead: Row = ['序号', '成本项', '类别', '数量', '单位成本（元）', '金额（元，不含税）', '取价来源'].map((text) => ({ text }))

function costForm(buyer: BuyerBid, { lines, direct }: DefenceFigures): Section {
  const rows = lines.map(({ cost: { line, quantity, unitCost, unknownReason }, amount }, index): Row => [
    { text: String(index + 1) },
    { text: line.name },
    { text: categoryNames[line.category] },
    { text: `${formatDecimal(quantity)}${line.unit ?? ''}` },
    { text: unknownReason === null ? formatDecimal(unitCost, 2) : placeholder(`${line.name} 单位成本`) },
    { text: formatMoney(amount) },
    { text: [line.price?.source ?? null, line.price?.priceDate ?? null].filter((part) => part !== null).join('，') },
  ])
  const total: Row = [{ text: '直接成本合计', colSpan: 5, style: 'bold', align: 'center' }, { text: formatMoney(direct), style: 'bold' }, { text: '' }]
  const columns: Table['columns'] = [
    { share: 6, align: 'center' },
    { share: 26, align: 'left' },
    { share: 10, align: 'center' },
    { share: 12, align: 'right' },
    { share: 14, align: 'right' },
    { share: 15, align: 'right' },
    { share: 17, align: 'left' },
  ]
  return {
    title: '成本测算表',
    orientation: 'landscape',
    blocks: [
      tableCaption(buyer),
      { kind: 'table', dense: true, columns, head: [costHead], rows: [...rows, total] },
      paragraph('注：数量、单价为测算期望值；金额＝数量×单位成本，逐行四舍五入至分。', { style: 'note', indentEm: 0, align: 'left' }),
      bidderSignature(buyer),
    ],
  }
}

function compositionForm(buyer: BuyerBid, { summary, direct, items, refund, total, profit }: DefenceFigures): Section {
  const row = (no: string, name: string, amount: Decimal, isStrong = false): Row => [{ text: no }, { text: name, ...(isStrong ? { style: 'bold' as const } : {}) }, { text: formatMoney(amount), ...(isStrong ? { style: 'bold' as const } : {}) }]
  const costs: Row[] = [row('1', '直接成本', direct), ...items.map(({ name, amount, isTaken }, index) => row(String(index + 2), name, isTaken === true ? amount.negated() : amount))]
  const rows: Row[] = [
    ...costs,
    row('A', '成本合计', total, true),
    ...(refund.isZero() ? [] : [row('B', '软件产品增值税退税', refund)]),
    row('C', refund.isZero() ? '利润（＝D－A）' : '利润（＝D＋B－A）', profit),
    row('D', '不含税报价（＝分项报价表不含税合计）', summary.net, true),
    row('E', '增值税额', summary.vat),
    row('F', '含税报价（＝D＋E，与开标一览表一致）', summary.gross, true),
  ]
  const columns: Table['columns'] = [
    { share: 10, align: 'center' },
    { share: 60, align: 'left' },
    { share: 30, align: 'right' },
  ]
  return { title: '报价构成表', orientation: 'portrait', blocks: [tableCaption(buyer), { kind: 'table', dense: false, columns, head: [['序号', '构成', '金额（元）'].map((text) => ({ text }))], rows }] }
}

const proofs: Record<CostCategory, string> = {
  people: '项目人员劳动合同、近期社会保险缴纳证明、薪酬标准',
  inference: '模型接口价目表或服务合同、用量测算说明',
  compute: '算力或云资源价目表、报价单或租赁合同',
  hardware: '设备供货报价单或采购合同',
  licence: '软件许可报价单或授权合同',
  data: '数据采购或标注报价单、合同',
  travel: '差旅标准与行程测算',
  subcontract: '分包或外协报价单、合同',
  fee: '收费标准或缴费通知',
  other: '报价单、合同或其他取价依据',
}

function evidenceForm({ lines, items }: DefenceFigures): Section {
  const byCategory = [...new Set(lines.map(({ cost }) => cost.line.category))].map((category) => ({
    proof: proofs[category],
    what: lines.filter(({ cost }) => cost.line.category === category).map(({ cost }) => cost.line.name).join('、'),
  }))
  const subsidy = items.some(({ isTaken }) => isTaken === true) ? [{ proof: '补贴、算力券等的批复或协议', what: '已落实的补贴' }] : []
  const always = [
    { proof: '自有模块复用的软件著作权证书', what: '研发投入的节约' },
    { proof: '同类项目合同及验收证明', what: '报价与履约的可比依据' },
  ]
  const rows = [...byCategory, ...subsidy, ...always].map(({ proof, what }, index): Row => [{ text: String(index + 1) }, { text: proof }, { text: what }, { text: [{ text: '', blankEm: 3 }] }])
  const columns: Table['columns'] = [
    { share: 9, align: 'center' },
    { share: 43, align: 'left' },
    { share: 36, align: 'left' },
    { share: 12, align: 'center' },
  ]
  return { title: '证明材料目录', orientation: 'portrait', blocks: [{ kind: 'table', dense: false, columns, head: [['序号', '证明材料', '对应成本项', '页码'].map((text) => ({ text }))], rows }] }
}

function undertaking(buyer: BuyerBid, { summary }: DefenceFigures): Section {
  const blocks: Block[] = [
    paragraph(`我方承诺：如获中标，按采购文件、投标文件及合同约定的内容、质量和期限，以${yuan(summary.gross)}（含税）完成“${buyer.project.title}”的全部工作，不因报价原因降低质量、减少服务或要求增加价款。`),
    paragraph('以上说明、测算及所附材料真实、完整，如有虚假，愿承担相应责任。'),
    bidderSignature(buyer),
  ]
  return { title: '履约承诺', orientation: 'portrait', blocks }
}
