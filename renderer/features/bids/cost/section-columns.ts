import type { Language } from '#renderer/components/money-input/format-money.ts'
import { rangeDraft, rangeText, withLikely, withRange } from '#renderer/features/bids/cost/cell-values.ts'
import { categoryName } from '#renderer/components/cost-category.ts'
import { take, takeNeeded } from '#renderer/features/bids/cost/cell-words.ts'
import { amountColumn, amountText, choiceColumn, number, percentColumn, textColumn, wholeColumn, yesNoColumn } from '#renderer/features/bids/cost/columns.ts'
import type { Column } from '#renderer/features/bids/grid/column.ts'
import { m } from '#renderer/paraglide/messages.js'
import { isWithin } from '#shared/estimate/subsidy-window.ts'
import { type Bond, CostCategory, type Payment, type Risk, type Subsidy } from '#shared/estimate/estimate.ts'

const months = { min: 0, max: 600 }

export function paymentColumns(language: Language): Column<Payment>[] {
  return [
    textColumn({ id: 'name', title: m.payment_name(), track: 'minmax(120px, 1fr)' }, (row) => row.name, (row, name) => ({ ...row, name }), 100),
    percentColumn({ id: 'share', title: m.payment_share(), track: '76px' }, language, (row) => row.share, (row, share) => ({ ...row, share })),
    wholeColumn({ id: 'due', title: m.payment_due(), track: '76px' }, months, (row) => row.dueMonth, (row, dueMonth) => ({ ...row, dueMonth })),
    wholeColumn({ id: 'delay', title: m.payment_delay(), track: '92px' }, { min: 0, max: 3650 }, (row) => row.delayDays, (row, delayDays) => ({ ...row, delayDays })),
  ]
}

/** A subsidy of a programme is secured by its approval and within its window only. */
function refusedSecuring({ programmeId, evidence, from, until }: Subsidy, today: string): string | null {
  if (!isWithin({ from, until }, today)) return m.subsidy_outside_window()
  const isProven = programmeId === null || programmeId === undefined || (evidence !== null && evidence !== undefined && evidence.trim() !== '')
  return isProven ? null : m.subsidy_no_evidence()
}

export function subsidyColumns(language: Language, today: string): Column<Subsidy>[] {
  const secured = yesNoColumn<Subsidy>({ id: 'secured', title: m.subsidy_secured(), track: '68px' }, (row) => row.secured && isWithin(row, today), (row, value) => ({ ...row, secured: value }))
  return [
    textColumn({ id: 'programme', title: m.subsidy_programme(), track: 'minmax(130px, 1fr)' }, (row) => row.programme, (row, programme) => ({ ...row, programme })),
    choiceColumn({ id: 'category', title: m.cost_category(), track: '84px' }, () => CostCategory.options.map((value) => ({ value, label: categoryName(value) })), (row) => row.category, (row, value) => ({ ...row, category: CostCategory.parse(value) })),
    percentColumn({ id: 'share', title: m.subsidy_share(), track: '66px' }, language, (row) => row.share, (row, share) => ({ ...row, share })),
    amountColumn({ id: 'cap', title: m.subsidy_cap(), track: '108px' }, language, (row) => row.cap, (row, cap) => ({ ...row, cap })),
    wholeColumn({ id: 'delay', title: m.subsidy_delay(), track: '88px' }, { min: 0, max: 240 }, (row) => row.payoutDelayMonths, (row, payoutDelayMonths) => ({ ...row, payoutDelayMonths })),
    {
      ...secured,
      apply: (row, value) => {
        const reason = value === 'yes' ? refusedSecuring(row, today) : null
        return reason === null ? secured.apply(row, value) : { ok: false, reason }
      },
    },
  ]
}

export function riskColumns(language: Language): Column<Risk>[] {
  return [
    textColumn({ id: 'name', title: m.cost_name(), track: 'minmax(130px, 1fr)' }, (row) => row.name, (row, name) => ({ ...row, name })),
    percentColumn({ id: 'probability', title: m.risk_probability(), track: '72px' }, language, (row) => row.probability, (row, probability) => ({ ...row, probability })),
    {
      id: 'impact', title: m.risk_impact(), track: '112px', kind: 'text', align: 'right',
      text: (row) => amountText(row.impact.likely, language),
      draft: (row) => row.impact.likely,
      apply: (row, text) => takeNeeded(number(text, language), (value) => ({ ...row, impact: withLikely(row.impact, value) })),
    },
    {
      id: 'range', title: m.risk_range(), track: '108px', kind: 'text', align: 'right',
      text: (row) => rangeText(row.impact, language),
      draft: (row) => rangeDraft(row.impact),
      apply: (row, text) => take(withRange(row.impact, text, language), (impact) => ({ ...row, impact })),
    },
    wholeColumn({ id: 'month', title: m.risk_month(), track: '60px' }, months, (row) => row.month, (row, month) => ({ ...row, month })),
  ]
}

export function bondColumns(language: Language): Column<Bond>[] {
  return [
    choiceColumn({ id: 'kind', title: m.bond_kind(), track: 'minmax(110px, 1fr)' }, () => [{ value: 'bid', label: m.bond_bid() }, { value: 'performance', label: m.bond_performance() }], (row) => row.kind, (row, value) => ({ ...row, kind: value === 'bid' ? 'bid' : 'performance' })),
    amountColumn({ id: 'amount', title: m.bond_amount(), track: '116px' }, language, (row) => row.amount, (row, amount) => ({ ...row, amount })),
    wholeColumn({ id: 'months', title: m.bond_months(), track: '76px' }, months, (row) => row.months, (row, value) => ({ ...row, months: value })),
    choiceColumn({ id: 'form', title: m.bond_form(), track: '84px' }, () => [{ value: 'cash', label: m.bond_cash() }, { value: 'guarantee', label: m.bond_guarantee() }], (row) => row.form, (row, value) => ({ ...row, form: value === 'cash' ? 'cash' : 'guarantee' })),
    percentColumn({ id: 'rate', title: m.bond_rate(), track: '88px' }, language, (row) => row.guaranteeRate, (row, guaranteeRate) => ({ ...row, guaranteeRate })),
  ]
}
