import type { Estimate } from '#shared/estimate/estimate.ts'
import { type Areas, monthsNeeded } from '#shared/workbook/areas.ts'
import { sheetNames } from '#shared/workbook/layout.ts'
import { areaOf, firstDataRow, formula, input, type Sheet, type SheetColumn } from '#shared/workbook/sheet.ts'

const money = (key: string, label: string): SheetColumn => ({ key, label, width: 16, style: 'money' })
const columns: SheetColumn[] = [{ key: '=month', label: '月', width: 6, style: 'plain' }, money('=received', '收款'), money('=cost', '成本（含进项税）'), money('=subsidy', '补贴'), money('=risk', '风险'), money('=fees', '代理费与印花税'), money('=vat', '税及附加'), money('=balance', '月末余额'), money('=interest', '利息')]

/** Step 10 month by month; interest only up to the last month with any flow, as the model says. */
export const cashSheet = (estimate: Estimate, areas: Areas): { sheet: Sheet; financing: string; trough: string } => {
  const count = monthsNeeded(estimate) + 1
  const { cost, payment, risks, subsidies, rate, sum } = areas
  const cash = areaOf(sheetNames.cash, columns.map(({ key }) => key), count)
  const months = `(${cost.range('months')}+(${cost.range('months')}=0))`
  const perMonth = `(${cost.range('=amount')}*(1+${rate('overheadRate')}+${rate('contingencyRate')})+${cost.range('=inputVat')})/${months}`
  const running = (month: string, delay = '0') => `(${month}>=${cost.range('startMonth')}+${delay})*(${month}<${cost.range('startMonth')}+${cost.range('months')}+${delay})`
  const last = `MAX(0,SUMPRODUCT(MAX((${cost.range('=amount')}<>0)*(${cost.range('startMonth')}+${cost.range('months')}-1))),SUMPRODUCT(MAX((${risks.range('=expected')}<>0)*${risks.range('month')})),IF(${sum('offerTotal')}=0,0,MAX(${payment.range('=paidMonth')})),${lastVat(areas)},MAX(${subsidies.range('=last')}))`
  const lastCell = `'${sheetNames.cash}'!$K$2`
  const ofSubsidy = (month: string): string => {
    const rows = Array.from({ length: subsidies.lastRow - subsidies.firstRow + 1 }, (_, index) => subsidies.firstRow + index)
    return rows.map((row) => {
      const category = subsidies.cell('category', row)
      const amount = subsidies.cell('=amount', row)
      const spreadOut = `SUMPRODUCT((${cost.range('category')}=${category})*${cost.range('=amount')}/${months}*${running(month, `N(${subsidies.cell('payoutDelayMonths', row)})`)})`
      return `IF(${amount}=0,0,${spreadOut}*${amount}/SUMIF(${cost.range('category')},${category},${cost.range('=amount')}))`
    }).join('+')
  }
  const rows = Array.from({ length: count }, (_, month) => {
    const rowNumber = firstDataRow + month
    const at = (key: string) => cash.cell(key, rowNumber)
    const before = month === 0 ? '0' : cash.cell('=balance', rowNumber - 1)
    return [
      input(month),
      formula(`SUMIF(${payment.range('=paidMonth')},${at('=month')},${payment.range('share')})*${sum('offerTotal')}`),
      formula(`SUMPRODUCT(${perMonth}*${running(at('=month'))})`),
      formula(ofSubsidy(at('=month'))),
      formula(`SUMIF(${risks.range('month')},${at('=month')},${risks.range('=expected')})`),
      formula(month === 0 ? `${sum('agencyFee')}+${sum('stampDuty')}` : '0'),
      formula(`SUMIF(${payment.range('=due')},${at('=month')},${payment.range('=payable')})`),
      formula(`${before}+${at('=received')}-${at('=cost')}+${at('=subsidy')}-${at('=risk')}-${at('=fees')}-${at('=vat')}`),
      formula(`IF(AND(${at('=month')}<=${lastCell},${at('=balance')}<0),-${at('=balance')}*${rate('annualFinanceRate')}/12,0)`),
    ]
  })
  return {
    sheet: { name: sheetNames.cash, columns, rows, extra: [{ address: 'J2', cell: { kind: 'label', value: '最后有收支的月' } }, { address: 'K2', cell: formula(last, 'plain') }] },
    financing: `SUM(${cash.range('=interest')})`,
    trough: `MIN(0,SUMPRODUCT(MIN((${cash.range('=month')}<=${lastCell})*${cash.range('=balance')})))`,
  }
}

/** The last month VAT is paid in. */
const lastVat = ({ payment }: Areas): string => {
  const rows = Array.from({ length: payment.lastRow - payment.firstRow + 1 }, (_, index) => payment.firstRow + index)
  return rows.map((row) => `IF(${payment.cell('=payable', row)}=0,0,N(${payment.cell('=due', row)}))`).join(',')
}
