import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useLocale } from '#renderer/app/i18n.tsx'
import { usePartToOpen } from '#renderer/app/part-to-open.ts'
import { formatYuan } from '#renderer/components/money-input/format-money.ts'
import { Panel } from '#renderer/components/panel/panel.tsx'
import { BuildUp } from '#renderer/features/bids/cost/build-up.tsx'
import { costColumns, newCostLine } from '#renderer/features/bids/cost/cost-columns.tsx'
import { percentText } from '#renderer/features/bids/cost/columns.ts'
import { newOfferLine, offerColumns } from '#renderer/features/bids/cost/offer-columns.tsx'
import { PickPrice } from '#renderer/features/bids/cost/pick-price.tsx'
import { RefreshPrices } from '#renderer/features/bids/cost/refresh-prices.tsx'
import type { LineToPrice, TakenLine } from '#renderer/features/bids/cost/take-words.ts'
import { ProgrammePicker } from '#renderer/features/bids/cost/programme-picker.tsx'
import { RatesForm } from '#renderer/features/bids/cost/rates-form.tsx'
import { bondColumns, paymentColumns, riskColumns, subsidyColumns } from '#renderer/features/bids/cost/section-columns.ts'
import { Subtotals } from '#renderer/features/bids/cost/subtotals.tsx'
import { EditGrid } from '#renderer/features/bids/grid/edit-grid.tsx'
import { TemplateDialog } from '#renderer/features/bids/templates/template-dialog.tsx'
import { m } from '#renderer/paraglide/messages.js'
import { Decimal } from '#shared/decimal.ts'
import { evaluate } from '#shared/estimate/evaluate.ts'
import type { EstimateResult } from '#shared/estimate/result.ts'
import type { Bond, Estimate, Payment, Risk, Subsidy } from '#shared/estimate/estimate.ts'
import { afterEditing } from '#shared/sizing/cost-lines.ts'
import { unknownCommercialReason, unknownCostReason } from '#shared/estimate/unknowns.ts'
import css from '#renderer/features/bids/cost/cost-tab.module.css'

type CostTabProps = { /** The ceiling, else the budget. */ limit: string | null; estimate: Estimate; edit: (change: (estimate: Estimate) => Estimate) => void; today: string }

const byIndex = (_: unknown, index: number) => String(index)
const byId = ({ id }: { id: string }) => id
const newId = () => crypto.randomUUID()
const renamed = <Row extends { id: string }>(row: Row): Row => ({ ...row, id: newId() })
const copied = <Row extends object>(row: Row): Row => ({ ...row })

/** What we quote, what we pay, and everything else the full cost is made of. */
export function CostTab({ estimate, edit, today, limit }: CostTabProps) {
  const language = useLocale()
  const [onlyProblems, setOnlyProblems] = useState(false)
  const [isTemplateOpen, setTemplateOpen] = useState(false)
  const isEmpty = estimate.costLines.length + estimate.offerLines.length === 0
  const offer = useMemo(() => offerColumns(language, today), [language, today])
  const costs = useMemo(() => costColumns(language, today), [language, today])
  const result = useMemo(() => evaluate(estimate, today), [estimate, today])
  const openCosts = estimate.costLines.filter((line) => unknownCostReason(line, today) !== null).length
  const openCommercial = estimate.offerLines.filter((line) => unknownCommercialReason(line, today) !== null).length
  const [picking, setPicking] = useState<LineToPrice | null>(null)
  const [isRefreshing, setIsRefreshing] = useState(false)
  const [notice, setNotice] = useState<string | null>(null)
  const onTaken = (taken: TakenLine, said: string) => {
    edit((before) => withTaken(before, taken))
    setNotice(said)
    setPicking(null)
  }
  const wanted = usePartToOpen('cost')
  const isFiltered = onlyProblems && openCosts + openCommercial > 0
  return (
    <div className={css.tab}>
      {isTemplateOpen && <TemplateDialog estimate={estimate} today={today} limit={limit} onClose={() => setTemplateOpen(false)} onTake={(filled) => { edit(() => filled); setTemplateOpen(false) }} />}
      <div className={css.scroll}>
        {openCosts + openCommercial > 0 && (
          <div className={css.banner} role="status">
            <span>? {bannerText(openCosts, openCommercial)}</span>
            <label><input type="checkbox" checked={onlyProblems} onChange={(event) => setOnlyProblems(event.target.checked)} />{m.cost_only_problems()}</label>
          </div>
        )}
        <Panel title={m.cost_lines()} hint={m.cost_lines_hint()} aside={
          <div className={css.actions}>
            <p role="status">{notice}</p>
            {!isEmpty && <Button size="compact-xs" variant="default" onClick={() => setIsRefreshing(true)}>{m.refresh_button()}</Button>}
            <Button size="compact-xs" variant={isEmpty ? 'filled' : 'default'} onClick={() => setTemplateOpen(true)}>{m.template_open_dialog()}</Button>
          </div>
        }>
          <EditGrid
            label={m.cost_lines()} rows={estimate.costLines} columns={costs} keyOf={byId} newRow={() => newCostLine(newId())} copyRow={renamed}
            addLabel={m.cost_add_cost()} emptyText={m.cost_empty_cost()}
            onRows={(costLines) => edit((before) => ({ ...before, ...afterEditing(before, costLines) }))}
            rowAction={{ label: m.pick_button(), run: (line) => setPicking({ scope: 'cost', line }) }}
            hasProblem={(line) => unknownCostReason(line, today) !== null}
            startRow={estimate.costLines.findIndex(({ id }) => id === wanted)}
            isHidden={isFiltered ? (line) => unknownCostReason(line, today) === null : undefined}
          />
        </Panel>
        <Panel title={m.cost_offer_lines()} hint={m.cost_offer_hint()}>
          <EditGrid
            label={m.cost_offer_lines()} rows={estimate.offerLines} columns={offer} keyOf={byId} newRow={() => newOfferLine(newId())} copyRow={renamed}
            addLabel={m.cost_add_offer()} emptyText={m.cost_empty_offer()}
            onRows={(offerLines) => edit((before) => ({ ...before, offerLines }))}
            rowAction={{ label: m.pick_button(), run: (line) => setPicking({ scope: 'offer', line }) }}
            hasProblem={(line) => unknownCommercialReason(line, today) !== null}
            isHidden={isFiltered ? (line) => unknownCommercialReason(line, today) === null : undefined}
          />
        </Panel>
        <div className={css.sections}>
          <Panel title={m.cost_rates()}><RatesForm estimate={estimate} edit={edit} /></Panel>
          <Panel title={m.cost_layers()}><BuildUp result={result} missing={openCosts} hasCosts={estimate.costLines.length > 0} /></Panel>
          <PaymentPanel estimate={estimate} edit={edit} />
          <SubsidyPanel estimate={estimate} edit={edit} today={today} result={openCosts === 0 && estimate.costLines.length > 0 ? result : null} />
          <RiskPanel estimate={estimate} edit={edit} />
          <BondPanel estimate={estimate} edit={edit} />
        </div>
      </div>
      <Subtotals result={result} missing={openCosts} hasCosts={estimate.costLines.length > 0} hasOffer={estimate.offerLines.length > 0} />
      {picking !== null && <PickPrice target={picking} today={today} onTaken={onTaken} onClose={() => setPicking(null)} />}
      {isRefreshing && <RefreshPrices estimate={estimate} today={today} onApply={edit} onClose={() => setIsRefreshing(false)} />}
    </div>
  )
}

/** The estimate with the priced line in place of its old one. */
function withTaken(estimate: Estimate, taken: TakenLine): Estimate {
  if (taken.scope === 'cost') {
    const costLines = estimate.costLines.map((line) => (line.id === taken.line.id ? taken.line : line))
    return { ...estimate, ...afterEditing(estimate, costLines) }
  }
  return { ...estimate, offerLines: estimate.offerLines.map((line) => (line.id === taken.line.id ? taken.line : line)) }
}

function bannerText(costs: number, commercial: number): string {
  const parts = [costs > 0 ? m.cost_banner_costs({ count: costs }) : null, commercial > 0 ? m.cost_banner_commercial({ count: commercial }) : null].filter((part) => part !== null)
  return `${parts.join(m.verdict_names_join())} → ${m.cost_banner_effect()}`
}

type SectionProps = Pick<CostTabProps, 'estimate' | 'edit'>

function PaymentPanel({ estimate, edit }: SectionProps) {
  const language = useLocale()
  const sum = estimate.payment.reduce((total, { share }) => total.plus(share), new Decimal(0))
  const newRow = (): Payment => ({ name: '', share: Decimal.max(0, new Decimal(1).minus(sum)).toFixed(), dueMonth: estimate.payment.at(-1)?.dueMonth ?? 0, delayDays: 0 })
  return (
    <Panel title={m.cost_payment()} hint={m.cost_payment_hint()}>
      <EditGrid label={m.cost_payment()} rows={estimate.payment} columns={paymentColumns(language)} keyOf={byIndex} newRow={newRow} copyRow={copied} addLabel={m.cost_add_payment()} emptyText={m.cost_empty_payment()} onRows={(payment) => edit((before) => ({ ...before, payment }))} />
      {!sum.eq(1) && <p className={css.warning} role="status">{m.cost_payment_sum({ sum: percentText(sum.toFixed(), language) })}</p>}
    </Panel>
  )
}

function SubsidyPanel({ estimate, edit, today, result }: SectionProps & { today: string; result: EstimateResult | null }) {
  const language = useLocale()
  const newRow = (): Subsidy => ({ id: newId(), programme: '', category: 'compute', share: '0.3', cap: '0', payoutDelayMonths: 0, secured: false })
  return (
    <Panel title={m.cost_subsidies()} hint={m.cost_subsidies_hint()} aside={<ProgrammePicker today={today} onAdd={(added) => edit((before) => ({ ...before, subsidies: [...before.subsidies, ...added] }))} />}>
      <EditGrid label={m.cost_subsidies()} rows={estimate.subsidies} columns={subsidyColumns(language, today)} keyOf={byId} newRow={newRow} copyRow={renamed} addLabel={m.cost_add_subsidy()} emptyText={m.cost_empty_subsidy()} onRows={(subsidies) => edit((before) => ({ ...before, subsidies }))} />
      {estimate.subsidies.length > 0 && result !== null && (
        <p className={css.beside}>
          <span>{m.subsidy_profit_without()} <strong>{formatYuan(evaluate({ ...estimate, subsidies: [] }, today).profit, language)}</strong></span>
          <span>{m.subsidy_profit_secured()} <strong>{formatYuan(result.profit, language)}</strong></span>
          <span>{m.subsidy_profit_all()} <strong>{formatYuan(result.profitWithAllSubsidies, language)}</strong></span>
        </p>
      )}
    </Panel>
  )
}

function RiskPanel({ estimate, edit }: SectionProps) {
  const language = useLocale()
  const newRow = (): Risk => ({ id: newId(), name: '', probability: '0.1', impact: { low: '0', likely: '0', high: '0' }, month: 0 })
  return (
    <Panel title={m.cost_risks()} hint={m.cost_risks_hint()}>
      <EditGrid label={m.cost_risks()} rows={estimate.risks} columns={riskColumns(language)} keyOf={byId} newRow={newRow} copyRow={renamed} addLabel={m.cost_add_risk()} emptyText={m.cost_empty_risk()} onRows={(risks) => edit((before) => ({ ...before, risks }))} />
    </Panel>
  )
}

function BondPanel({ estimate, edit }: SectionProps) {
  const language = useLocale()
  const newRow = (): Bond => ({ kind: 'bid', amount: '0', months: 3, form: 'cash', guaranteeRate: '0' })
  return (
    <Panel title={m.cost_bonds()} hint={m.cost_bonds_hint()}>
      <EditGrid label={m.cost_bonds()} rows={estimate.bonds} columns={bondColumns(language)} keyOf={byIndex} newRow={newRow} copyRow={copied} addLabel={m.cost_add_bond()} emptyText={m.cost_empty_bond()} onRows={(bonds) => edit((before) => ({ ...before, bonds }))} />
    </Panel>
  )
}
