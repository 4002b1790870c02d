import { feeTiers } from '#shared/estimate/agency-fee.ts'
import type { CostLine, Estimate, OfferLine } from '#shared/estimate/estimate.ts'
import { type Areas, areasOf, spare } from '#shared/workbook/areas.ts'
import { bondColumns, costColumns, feeColumns, offerColumns, paymentColumns, rateColumns, rateRows, type RateKey, riskColumns, sheetNames, subsidyColumns, summaryColumns, summaryRows, type SummaryKey } from '#shared/workbook/layout.ts'
import { firstDataRow, formula, input, numeric, type Sheet, type SheetCell, type SheetColumn } from '#shared/workbook/sheet.ts'
import { cashSheet } from '#shared/workbook/cash-sheet.ts'

const padded = <Item>(items: readonly Item[], count: number): (Item | null)[] => [...items, ...Array.from({ length: count }, () => null)]

/** A data row: inputs by key (nothing where the item is missing), then the computed cells. */
const row = (columns: readonly SheetColumn[], inputs: Record<string, SheetCell>, computed: Record<string, SheetCell>): SheetCell[] => columns.map(({ key }) => computed[key] ?? inputs[key] ?? input(null))

const offerInputs = (line: OfferLine | null): Record<string, SheetCell> =>
  line === null ? {} : {
    id: input(line.id), name: input(line.name), specification: input(line.specification), quantity: numeric(line.quantity), unit: input(line.unit), unitPrice: numeric(line.unitPrice), vatRate: numeric(line.vatRate),
    commercialUnitPrice: numeric(line.commercialUnitPrice), softwareVatRefund: input(line.softwareVatRefund), remark: input(line.remark),
    source: input(line.commercialPrice?.source), priceDate: input(line.commercialPrice?.priceDate), validUntil: input(line.commercialPrice?.validUntil),
  }

const offerSheet = ({ offerLines }: Estimate, { offer, sum }: Areas): Sheet => ({
  name: sheetNames.offer,
  columns: offerColumns,
  rows: padded(offerLines, spare.offer).map((line, index) => {
    const at = (key: string) => offer.cell(key, firstDataRow + index)
    return row(offerColumns, offerInputs(line), {
      '=total': formula(`ROUND(${at('quantity')}*${at('unitPrice')},2)`),
      '=net': formula(`${at('=total')}/(1+${at('vatRate')})`),
      '=vat': formula(`${at('=total')}-${at('=net')}`),
      '=commercial': formula(`${at('quantity')}*${at('commercialUnitPrice')}`),
      '=refund': formula(`IF(${at('softwareVatRefund')}=1,MAX(0,${at('=vat')}-IF(${sum('netRevenue')}=0,0,${sum('inputVat')}*${at('=net')}/${sum('netRevenue')})-0.03*${at('=net')}),0)`),
    })
  }),
})

const costInputs = (line: CostLine | null): Record<string, SheetCell> =>
  line === null ? {} : {
    id: input(line.id), name: input(line.name), category: input(line.category), unit: input(line.unit),
    quantityLow: numeric(line.quantity.low), quantityLikely: numeric(line.quantity.likely), quantityHigh: numeric(line.quantity.high),
    costLow: numeric(line.unitCost?.low), costLikely: numeric(line.unitCost?.likely), costHigh: numeric(line.unitCost?.high),
    currency: input(line.currency), exchangeRate: numeric(line.exchangeRate), inputVatRate: numeric(line.inputVatRate), nature: input(line.nature), scalesWithVolume: input(line.scalesWithVolume),
    startMonth: input(line.startMonth), months: input(line.months), zeroConfirmed: input(line.zeroConfirmed), source: input(line.price?.source), priceDate: input(line.price?.priceDate), validUntil: input(line.price?.validUntil),
  }

/** The mean unit cost in CNY, or 0 where it is not known: the same four reasons as `unknownCostReason`. */
const meanCost = (at: (key: string) => string, asOf: string): string => {
  const [low, likely, high] = [at('costLow'), at('costLikely'), at('costHigh')]
  const isForeign = `AND(${at('currency')}<>"",${at('currency')}<>"CNY")`
  const unknown = `OR(${likely}="",AND(${low}=0,${likely}=0,${high}=0,${at('zeroConfirmed')}<>1),AND(${isForeign},N(${at('exchangeRate')})=0),AND(${at('validUntil')}<>"",${asOf}<>"",${at('validUntil')}<${asOf}))`
  return `IF(${unknown},0,(${low}+4*${likely}+${high})/6*IF(${isForeign},${at('exchangeRate')},1))`
}

const costSheet = ({ costLines }: Estimate, { cost, rate }: Areas): Sheet => ({
  name: sheetNames.cost,
  columns: costColumns,
  rows: padded(costLines, spare.cost).map((line, index) => {
    const at = (key: string) => cost.cell(key, firstDataRow + index)
    return row(costColumns, costInputs(line), {
      '=quantity': formula(`(${at('quantityLow')}+4*${at('quantityLikely')}+${at('quantityHigh')})/6`, 'plain'),
      '=cost': formula(meanCost(at, rate('asOf'))),
      '=amount': formula(`${at('=quantity')}*${at('=cost')}`),
      '=inputVat': formula(`${at('=amount')}*${at('inputVatRate')}`),
    })
  }),
})

/** Input VAT paid up to and including a month: each line's part of its own months that have begun. */
const inputVatUpTo = ({ cost }: Areas, month: string): string => {
  const begun = `(${month}-${cost.range('startMonth')}+1)`
  const months = `(${cost.range('months')}+(${cost.range('months')}=0))`
  return `SUMPRODUCT(${cost.range('=inputVat')}*(${begun}>0)*((${begun}<${months})*${begun}/${months}+(${begun}>=${months})))`
}

/** VAT is settled in order of the due months, whatever order the rows stand in: `rank` is that order, the columns after it follow it. */
const paymentSheet = (estimate: Estimate, areas: Areas): Sheet => {
  const { payment, sum, rate } = areas
  return {
    name: sheetNames.payment,
    columns: paymentColumns,
    rows: padded(estimate.payment, spare.payment).map((item, index) => {
      const rowNumber = firstDataRow + index
      const at = (key: string) => payment.cell(key, rowNumber)
      const before = (key: string) => (index === 0 ? '0' : `SUM(${payment.cell(key, firstDataRow)}:${payment.cell(key, rowNumber - 1).split('!')[1] ?? ''})`)
      const ofRank = (key: string) => `INDEX(${payment.range(key)},MATCH(${index + 1},${payment.range('=rank')},0))`
      const inputs: Record<string, SheetCell> = item === null ? {} : { name: input(item.name), share: numeric(item.share), dueMonth: input(item.dueMonth), delayDays: input(item.delayDays) }
      const upToHere = `${payment.cell('dueMonth', firstDataRow)}:${at('dueMonth').split('!')[1] ?? ''}`
      return row(paymentColumns, inputs, {
        '=paidMonth': formula(`IF(${at('share')}="","",${at('dueMonth')}+ROUNDUP(${at('delayDays')}/30,0))`, 'plain'),
        '=rank': formula(`IF(${at('share')}="","",COUNTIF(${payment.range('dueMonth')},"<"&${at('dueMonth')})+COUNTIF(${upToHere},${at('dueMonth')}))`, 'plain'),
        '=due': formula(`IF(COUNT(${payment.range('=rank')})<${index + 1},"",${ofRank('dueMonth')})`, 'plain'),
        '=owed': formula(`IF(${at('=due')}="",0,${sum('outputVat')}*${ofRank('share')})`),
        '=used': formula(`IF(${at('=due')}="",0,MAX(0,MIN(${inputVatUpTo(areas, `N(${at('=due')})`)}-${before('=used')},${at('=owed')})))`),
        '=payable': formula(`MAX(0,${at('=owed')}-${at('=used')})*(1+${rate('surchargeRate')})`),
      })
    }),
  }
}

const bondSheet = ({ bonds }: Estimate, areas: Areas): Sheet => ({
  name: sheetNames.bonds,
  columns: bondColumns,
  rows: padded(bonds, spare.bonds).map((bond, index) => {
    const at = (key: string) => areas.bonds.cell(key, firstDataRow + index)
    const inputs: Record<string, SheetCell> = bond === null ? {} : { kind: input(bond.kind), amount: numeric(bond.amount), months: input(bond.months), form: input(bond.form), guaranteeRate: numeric(bond.guaranteeRate) }
    return row(bondColumns, inputs, { '=cost': formula(`${at('amount')}*IF(${at('form')}="cash",${areas.rate('annualFinanceRate')},${at('guaranteeRate')})/12*${at('months')}`) })
  }),
})

const subsidySheet = ({ subsidies }: Estimate, { subsidies: area, cost }: Areas): Sheet => ({
  name: sheetNames.subsidies,
  columns: subsidyColumns,
  rows: padded(subsidies, spare.subsidies).map((subsidy, index) => {
    const rowNumber = firstDataRow + index
    const at = (key: string) => area.cell(key, rowNumber)
    const above = (key: string) => `${area.cell(key, firstDataRow)}:${area.cell(key, rowNumber - 1).split('!')[1] ?? ''}`
    const taken = index === 0 ? '0' : `SUMIF(${above('category')},${at('category')},${above('=amount')})`
    const inputs: Record<string, SheetCell> = subsidy === null ? {} : { id: input(subsidy.id), programme: input(subsidy.programme), category: input(subsidy.category), share: numeric(subsidy.share), cap: numeric(subsidy.cap), payoutDelayMonths: input(subsidy.payoutDelayMonths), secured: input(subsidy.secured) }
    return row(subsidyColumns, inputs, {
      '=base': formula(`IF(${at('category')}="",0,SUMIF(${cost.range('category')},${at('category')},${cost.range('=amount')})-${taken})`),
      '=amount': formula(`IF(${at('secured')}=1,MIN(${at('cap')},${at('share')}*${at('=base')}),0)`),
      '=last': formula(`IF(${at('=amount')}=0,0,SUMPRODUCT(MAX((${cost.range('category')}=${at('category')})*(${cost.range('=amount')}<>0)*(${cost.range('startMonth')}+${cost.range('months')}-1)))+${at('payoutDelayMonths')})`, 'plain'),
    })
  }),
})

const riskSheet = ({ risks }: Estimate, { risks: area }: Areas): Sheet => ({
  name: sheetNames.risks,
  columns: riskColumns,
  rows: padded(risks, spare.risks).map((risk, index) => {
    const at = (key: string) => area.cell(key, firstDataRow + index)
    const inputs: Record<string, SheetCell> = risk === null ? {} : { id: input(risk.id), name: input(risk.name), probability: numeric(risk.probability), impactLow: numeric(risk.impact.low), impactLikely: numeric(risk.impact.likely), impactHigh: numeric(risk.impact.high), month: input(risk.month) }
    return row(riskColumns, inputs, { '=expected': formula(`${at('probability')}*(${at('impactLow')}+4*${at('impactLikely')}+${at('impactHigh')})/6`) })
  }),
})

const feeSheet = ({ fee, sum, rate }: Areas): Sheet => ({
  name: sheetNames.fee,
  columns: feeColumns,
  rows: feeTiers.map(({ upTo, goods, services, works }, index) => {
    const at = (key: string) => fee.cell(key, firstDataRow + index)
    const chosen = `IF(${rate('feeSchedule')}="goods",${at('=goods')},IF(${rate('feeSchedule')}="works",${at('=works')},${at('=services')}))`
    return row(feeColumns, {}, {
      '=from': input(index === 0 ? 0 : (feeTiers[index - 1]?.upTo ?? 0)),
      '=to': input(upTo ?? 1e15),
      '=goods': numeric(goods), '=services': numeric(services), '=works': numeric(works),
      '=fee': formula(`MAX(0,MIN(${sum('offerTotal')},${at('=to')})-${at('=from')})*${chosen}`),
    })
  }),
})

const rateValues = (estimate: Estimate, asOf: string | null): Record<RateKey, SheetCell> => {
  const { agencyFee, policy } = estimate
  return {
    asOf: input(asOf), overheadRate: numeric(estimate.overheadRate), contingencyRate: numeric(estimate.contingencyRate), annualFinanceRate: numeric(estimate.annualFinanceRate), surchargeRate: numeric(estimate.surchargeRate), stampDutyRate: numeric(estimate.stampDutyRate),
    feePayer: input(agencyFee.payer), feeSchedule: input(agencyFee.schedule), feeAmount: numeric(agencyFee.amount), feeDiscount: numeric(agencyFee.discount),
    riskCorrelation: numeric(estimate.riskCorrelation), volumeShares: input(estimate.volumeShares.join(', ')), minMargin: numeric(policy.minMargin), maxLossProbability: numeric(policy.maxLossProbability), parityFloor: numeric(policy.parityFloor), likelyWin: numeric(policy.likelyWin),
  }
}

const summaryFormulas = ({ offer, cost, risks, subsidies, bonds, fee, rate, sum }: Areas, cash: { financing: string; trough: string }): Record<SummaryKey, string> => {
  const named = `SUMPRODUCT((${offer.range('quantity')}<>"")*1)`
  const priced = `SUMPRODUCT((${offer.range('quantity')}<>"")*(${offer.range('commercialUnitPrice')}<>"")*(1-(${rate('asOf')}<>"")*(${offer.range('validUntil')}<>"")*(${offer.range('validUntil')}<${rate('asOf')})))`
  const natured = (nature: string) => `SUMIF(${cost.range('nature')},"${nature}",${cost.range('=amount')})`
  return {
    offerTotal: `SUM(${offer.range('=total')})`,
    netRevenue: `SUM(${offer.range('=net')})`,
    direct: `SUM(${cost.range('=amount')})`,
    riskCost: `SUM(${risks.range('=expected')})`,
    subsidy: `SUM(${subsidies.range('=amount')})`,
    overhead: `${rate('overheadRate')}*${sum('direct')}`,
    contingency: `${rate('contingencyRate')}*${sum('direct')}`,
    outputVat: `${sum('offerTotal')}-${sum('netRevenue')}`,
    inputVat: `SUM(${cost.range('=inputVat')})`,
    vatPayable: `MAX(0,${sum('outputVat')}-${sum('inputVat')})`,
    surcharges: `${rate('surchargeRate')}*${sum('vatPayable')}`,
    vatRefund: `SUM(${offer.range('=refund')})`,
    stampDuty: `${rate('stampDutyRate')}*${sum('netRevenue')}`,
    agencyFee: `IF(${rate('feePayer')}<>"winner",0,IF(${rate('feeSchedule')}="fixed",N(${rate('feeAmount')}),SUM(${fee.range('=fee')})*(1-${rate('feeDiscount')})))`,
    bondCost: `SUM(${bonds.range('=cost')})`,
    financing: cash.financing,
    cashTrough: cash.trough,
    incrementalCost: `${sum('direct')}-${natured('allocated')}+${sum('riskCost')}-${sum('subsidy')}+${sum('surcharges')}+${sum('stampDuty')}+${sum('agencyFee')}+${sum('bondCost')}+${sum('financing')}`,
    fulfilmentCost: `${sum('incrementalCost')}+${natured('allocated')}`,
    expectedCost: `${sum('fulfilmentCost')}+${sum('overhead')}+${sum('contingency')}`,
    profit: `${sum('netRevenue')}+${sum('vatRefund')}-${sum('expectedCost')}`,
    margin: `IF(${sum('netRevenue')}=0,"",${sum('profit')}/${sum('netRevenue')})`,
    commercialValue: `IF(OR(${named}=0,${priced}<${named}),"",SUM(${offer.range('=commercial')}))`,
    parity: `IF(N(${sum('commercialValue')})=0,"",${sum('offerTotal')}/${sum('commercialValue')})`,
  }
}

const summarySheet = (areas: Areas, cash: { financing: string; trough: string }): Sheet => {
  const formulas = summaryFormulas(areas, cash)
  return {
    name: sheetNames.summary,
    columns: summaryColumns,
    rows: summaryRows.map(([key, label]) => {
      const isRatio = key === 'margin' || key === 'parity'
      const exact = areas.sum(key)
      return [{ kind: 'label', value: key }, { kind: 'label', value: label }, formula(formulas[key], 'plain'), formula(`IF(${exact}="","",ROUND(${exact},${isRatio ? 6 : 2}))`, isRatio ? 'rate' : 'money')]
    }),
  }
}

/**
 * The deterministic part of an estimate as sheets of live formulas: change an input and every total follows.
 * `asOf` is the day prices must be valid on; null leaves validity out. Not in it: simulation, verdict, break-even, volume shares' results.
 */
export const estimateSheets = (estimate: Estimate, asOf: string | null): Sheet[] => {
  const areas = areasOf(estimate)
  const values = rateValues(estimate, asOf)
  const { sheet: cash, financing, trough } = cashSheet(estimate, areas)
  return [
    summarySheet(areas, { financing, trough }),
    offerSheet(estimate, areas),
    costSheet(estimate, areas),
    { name: sheetNames.rates, columns: rateColumns, rows: rateRows.map(([key, label]) => [{ kind: 'label', value: key }, { kind: 'label', value: label }, values[key]]) },
    paymentSheet(estimate, areas),
    bondSheet(estimate, areas),
    subsidySheet(estimate, areas),
    riskSheet(estimate, areas),
    feeSheet(areas),
    cash,
  ]
}
