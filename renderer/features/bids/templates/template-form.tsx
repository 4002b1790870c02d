import type { ReactNode } from 'react'
import { useLocale } from '#renderer/app/i18n.tsx'
import { MoneyInput } from '#renderer/components/money-input/money-input.tsx'
import { NumberField } from '#renderer/components/number-field/number-field.tsx'
import { m } from '#renderer/paraglide/messages.js'
import { type PriceName, type TemplateAnswers, TemplateRoute } from '#shared/bid-templates/bid-template.ts'
import { bidTemplates } from '#shared/bid-templates/bid-templates.ts'
import css from '#renderer/features/bids/templates/templates.module.css'

type TemplateFormProps = { templateId: string; answers: TemplateAnswers; onTemplate: (id: string) => void; onAnswers: (answers: TemplateAnswers) => void }

/** The short form: what kind of project, how it is served, and the few numbers the lines follow from. */
export function TemplateForm({ templateId, answers, onTemplate, onAnswers }: TemplateFormProps) {
  const language = useLocale()
  const put = (part: Partial<TemplateAnswers>) => onAnswers({ ...answers, ...part })
  const count = (key: 'users' | 'documents' | 'systems' | 'onSitePeople', label: string) => (
    <Named label={label}><NumberField label={label} value={answers[key]} min={0} max={1e7} onCommit={(value) => { if (value !== null) put({ [key]: value }) }} /></Named>
  )
  const price = (key: PriceName, label: string) => {
    const given = answers.prices[key]
    const name = given !== null && given.source !== null ? `${label} · ${given.source}` : label
    return <Named label={name}><MoneyInput label={label} value={given?.amount ?? null} unit="yuan" canBeEmpty placeholder="?" onCommit={(amount) => put({ prices: { ...answers.prices, [key]: amount === null ? null : { amount, source: null } } })} /></Named>
  }
  return (
    <div className={css.form}>
      <div className={css.kinds} role="radiogroup" aria-label={m.template_kind()}>
        {bidTemplates.map(({ id, names, about }) => (
          <label key={id} className={css.kind} data-chosen={id === templateId || undefined}>
            <input type="radio" name="template" data-autofocus={id === templateId || undefined} checked={id === templateId} onChange={() => onTemplate(id)} />
            <strong>{names[language]}</strong>
            <small>{about[language]}</small>
          </label>
        ))}
      </div>
      <div className={css.fields}>
        <Named label={m.template_route()}>
          <select aria-label={m.template_route()} value={answers.route} onChange={(event) => put({ route: TemplateRoute.parse(event.target.value) })}>
            {TemplateRoute.options.map((route) => <option key={route} value={route}>{routeName(route)}</option>)}
          </select>
        </Named>
        {count('users', m.template_users())}
        <Named label={m.template_months()}><NumberField label={m.template_months()} value={String(answers.months)} min={1} max={120} onCommit={(value) => { if (value !== null) put({ months: Math.round(Number(value)) }) }} /></Named>
        {count('documents', m.template_documents())}
        {count('systems', m.template_systems())}
        {count('onSitePeople', m.template_on_site())}
        <Named label={m.template_offer()}><MoneyInput label={m.template_offer()} value={answers.offerTotal} unit="yuan" canBeEmpty placeholder="?" onCommit={(offerTotal) => put({ offerTotal })} /></Named>
        {price('personDay', m.template_person_day())}
        {price('onSiteMonth', m.template_on_site_month())}
        {price('trip', m.template_trip())}
      </div>
    </div>
  )
}

function routeName(route: TemplateRoute): string {
  switch (route) {
    case 'api': return m.template_route_api()
    case 'private': return m.template_route_private()
    case 'hybrid': return m.template_route_hybrid()
  }
}

function Named({ label, children }: { label: string; children: ReactNode }) {
  return <div className={css.field}><span title={label}>{label}</span>{children}</div>
}
