import { feeTiers } from '#shared/estimate/agency-fee.ts'
import type { Estimate } from '#shared/estimate/estimate.ts'
import { bondColumns, costColumns, feeColumns, offerColumns, paymentColumns, rateColumns, rateRows, type RateKey, riskColumns, sheetNames, subsidyColumns, summaryColumns, summaryRows, type SummaryKey } from '#shared/workbook/layout.ts'
import { type Area, areaOf, firstDataRow, type SheetColumn } from '#shared/workbook/sheet.ts'

/** Rows left for lines a person adds in the spreadsheet; their formulas are already there. */
export const spare = { offer: 10, cost: 20, payment: 5, bonds: 3, subsidies: 3, risks: 5 }

export type Areas = Record<keyof typeof sheetNames, Area> & { rate: (key: RateKey) => string; sum: (key: SummaryKey) => string }

const keysOf = (columns: readonly SheetColumn[]): string[] => columns.map(({ key }) => key)

/** Where everything stands in the workbook of an estimate. */
export const areasOf = (estimate: Estimate): Areas => {
  const area = (sheet: keyof typeof sheetNames, columns: readonly SheetColumn[], rows: number) => areaOf(sheetNames[sheet], keysOf(columns), rows)
  const rates = area('rates', rateColumns, rateRows.length)
  const summary = area('summary', summaryColumns, summaryRows.length)
  return {
    offer: area('offer', offerColumns, estimate.offerLines.length + spare.offer),
    cost: area('cost', costColumns, estimate.costLines.length + spare.cost),
    payment: area('payment', paymentColumns, estimate.payment.length + spare.payment),
    bonds: area('bonds', bondColumns, estimate.bonds.length + spare.bonds),
    subsidies: area('subsidies', subsidyColumns, estimate.subsidies.length + spare.subsidies),
    risks: area('risks', riskColumns, estimate.risks.length + spare.risks),
    fee: area('fee', feeColumns, feeTiers.length),
    cash: area('cash', [], 1),
    rates,
    summary,
    rate: (key) => rates.cell('value', firstDataRow + rateRows.findIndex(([name]) => name === key)),
    sum: (key) => summary.cell('=exact', firstDataRow + summaryRows.findIndex(([name]) => name === key)),
  }
}

/** The number of months a sheet must hold for an estimate, with room for a person to move lines later. */
export const monthsNeeded = ({ costLines, payment, risks, subsidies }: Estimate): number => {
  const delay = Math.max(0, ...subsidies.map(({ payoutDelayMonths }) => payoutDelayMonths))
  const ends = [...costLines.map(({ startMonth, months }) => startMonth + months + delay), ...payment.map(({ dueMonth, delayDays }) => dueMonth + Math.ceil(delayDays / 30)), ...risks.map(({ month }) => month)]
  return Math.max(0, ...ends) + 36
}
