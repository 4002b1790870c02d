import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useCore } from '#renderer/app/core.tsx'
import { Dialog } from '#renderer/components/dialog/dialog.tsx'
import { itemName, itemUnit } from '#renderer/components/sizing-item.ts'
import { TemplateForm } from '#renderer/features/bids/templates/template-form.tsx'
import { TemplatePreview } from '#renderer/features/bids/templates/template-preview.tsx'
import { m } from '#renderer/paraglide/messages.js'
import type { GivenPrice, TemplateAnswers } from '#shared/bid-templates/bid-template.ts'
import { bidTemplates } from '#shared/bid-templates/bid-templates.ts'
import { fillTemplate } from '#shared/bid-templates/fill-template.ts'
import type { Estimate } from '#shared/estimate/estimate.ts'
import { pricePerUnit, priceStatus } from '#shared/prices/find-price.ts'
import css from '#renderer/features/bids/templates/templates.module.css'

const maker = { nameOf: itemName, unitOf: itemUnit, newId: () => crypto.randomUUID() }

type TemplateDialogProps = { estimate: Estimate; today: string; /** The ceiling, else the budget. */ limit: string | null; onTake: (estimate: Estimate) => void; onClose: () => void }

/** A first estimate in two minutes: a short form, what it would write, and one step that can be undone. */
export function TemplateDialog({ estimate, today, limit, onTake, onClose }: TemplateDialogProps) {
  const [templateId, setTemplate] = useState(bidTemplates[0]?.id ?? '')
  const [said, setSaid] = useState<TemplateAnswers>({ route: 'api', users: '1000', months: 12, documents: '20', systems: '3', onSitePeople: '0', offerTotal: limit, prices: { personDay: null, onSiteMonth: null, trip: null } })
  const fromBook = usePersonDay(today)
  const [isOwnPrice, setOwnPrice] = useState(false)
  const answers = useMemo(() => (isOwnPrice || fromBook === null ? said : { ...said, prices: { ...said.prices, personDay: fromBook } }), [said, fromBook, isOwnPrice])
  const template = bidTemplates.find(({ id }) => id === templateId)
  const filled = useMemo(() => (template === undefined ? estimate : fillTemplate(template, answers, estimate, maker)), [template, answers, estimate])
  const replaced = estimate.costLines.length + estimate.offerLines.length
  const put = (next: TemplateAnswers) => {
    if (next.prices.personDay !== answers.prices.personDay) setOwnPrice(true)
    setSaid(next)
  }
  return (
    <Dialog onClose={onClose} title={m.template_title()} size={980}>
      <div className={css.dialog}>
        <TemplateForm templateId={templateId} answers={answers} onTemplate={setTemplate} onAnswers={put} />
        <TemplatePreview estimate={filled} today={today} />
        <footer className={css.foot}>
          <span>{replaced > 0 ? m.template_replaces({ count: replaced }) : m.template_start_values()}</span>
          <Button variant="default" onClick={onClose}>{m.template_cancel()}</Button>
          <Button onClick={() => onTake(filled)}>{m.template_take()}</Button>
        </footer>
      </div>
    </Dialog>
  )
}

/** What a day of a person costs by the price book: the first valid purchase price in CNY. */
function usePersonDay(today: string): GivenPrice | null {
  const core = useCore()
  const { data } = useQuery({ queryKey: ['prices', 'person-day'], queryFn: ({ signal }) => core.prices.list({ kind: 'purchase', categories: ['person-day'], status: 'valid' }, { signal }) })
  return useMemo(() => {
    const found = data?.items.find((item) => item.currency === 'CNY' && item.unit === 'person-day' && priceStatus(item, today) === 'valid')
    const amount = found === undefined ? null : pricePerUnit(found)
    return found === undefined || amount === null ? null : { amount: amount.toDecimalPlaces(2).toFixed(), source: found.name }
  }, [data, today])
}
