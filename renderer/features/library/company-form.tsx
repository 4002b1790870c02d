import { Button, Checkbox, Skeleton, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useForm, useWatch, type DeepPartial } from 'react-hook-form'
import { useCore } from '#renderer/app/core.tsx'
import { useKeptDraft } from '#renderer/app/session.tsx'
import { notifyFailure } from '#renderer/app/undo.tsx'
import { m } from '#renderer/paraglide/messages.js'
import { CompanyFacts, type CompanyDetails } from '#shared/company/company.ts'
import { statedSize, type SizeClass } from '#shared/company/size-class.ts'
import styles from './company-form.module.css'

type OwnField = Exclude<keyof CompanyFacts, 'isSmallBusiness' | 'details'>
type Values = DeepPartial<CompanyFacts>
type FormField = { name: OwnField | `details.${keyof CompanyDetails}`; label: () => string; read: (values: Values) => string | null | undefined; hint?: () => string; isOptional?: boolean }

const own = (name: OwnField, label: () => string, more: Pick<FormField, 'hint' | 'isOptional'> = {}): FormField => ({ name, label, read: (values) => values[name], ...more })
/** Single forms ask for these; left empty they are written in by hand. */
const detail = (name: keyof CompanyDetails, label: () => string): FormField => ({ name: `details.${name}`, label, read: (values) => values.details?.[name], isOptional: true })

const groups: readonly { title: () => string; fields: readonly FormField[] }[] = [
  {
    title: () => m.company_group_firm(),
    fields: [own('name', () => m.company_name()), own('creditCode', () => m.company_credit_code()), own('address', () => m.company_address()), detail('unitKind', () => m.company_unit_kind()), detail('founded', () => m.company_founded()), detail('term', () => m.company_term())],
  },
  {
    title: () => m.company_group_people(),
    fields: [
      own('legalRepresentative', () => m.company_legal_representative()),
      detail('legalPost', () => m.company_legal_post()),
      detail('legalGender', () => m.company_legal_gender()),
      detail('legalAge', () => m.company_legal_age()),
      own('authorisedAgent', () => m.company_authorised_agent(), { hint: () => m.company_authorised_agent_hint(), isOptional: true }),
      detail('agentPost', () => m.company_agent_post()),
      detail('agentIdentity', () => m.company_agent_identity()),
      own('phone', () => m.company_phone()),
      own('email', () => m.company_email()),
    ],
  },
  { title: () => m.company_group_bank(), fields: [own('bankName', () => m.company_bank_name()), own('bankAccount', () => m.company_bank_account())] },
]
const sizeFields: readonly FormField[] = [detail('industry', () => m.company_industry()), detail('employees', () => m.company_employees()), detail('revenueWan', () => m.company_revenue()), detail('assetsWan', () => m.company_assets())]

/** Who bids: what every form prints about us. A field left empty stops the forms that need it. */
export function CompanySection() {
  const core = useCore()
  const company = useQuery({ queryKey: ['company'], queryFn: ({ signal }) => core.company.get(undefined, { signal }) })
  return <div className={styles.scroll}>{company.data ? <CompanyForm key={JSON.stringify(company.data)} company={company.data} /> : <Skeleton height={320} maw={720} m={16} />}</div>
}

function CompanyForm({ company }: { company: CompanyFacts }) {
  const core = useCore()
  const queries = useQueryClient()
  const [kept, keep] = useKeptDraft('company.draft', readKept)
  const { control, register, handleSubmit, setValue, formState } = useForm<CompanyFacts>({ defaultValues: company, resolver: zodResolver(CompanyFacts), resetOptions: { keepDefaultValues: true }, ...(kept !== null && { values: kept }) })
  const save = useMutation({
    mutationFn: (changed: CompanyFacts) => core.company.save(changed),
    onSuccess: async () => {
      notifications.show({ message: m.company_saved(), autoClose: 3000 })
      await queries.invalidateQueries({ queryKey: ['company'] })
      await queries.invalidateQueries({ queryKey: ['documents'] })
    },
    onError: () => notifyFailure(m.company_save_failed()),
  })
  const values = useWatch({ control })
  const { isDirty } = formState
  useEffect(() => keep(isDirty ? readKept(values) : null), [isDirty, values, keep])
  const missing = groups.flatMap(({ fields }) => fields).filter(({ read, isOptional }) => isOptional !== true && isBlank(read(values)))
  const input = ({ name, label, read, hint, isOptional }: FormField) => (
    <TextInput
      key={name}
      label={label()}
      description={hint?.()}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      maxLength={300}
      placeholder={isOptional === true ? '' : m.company_not_filled()}
      data-missing={isOptional !== true && isBlank(read(values)) ? 'true' : undefined}
      error={control.getFieldState(name, formState).error ? m.company_too_long() : undefined}
      {...register(name, { setValueAs: (typed: string | null) => (isBlank(typed) ? null : (typed?.trim() ?? null)) })}
    />
  )
  return (
    <form className={styles.form} onSubmit={(event) => void handleSubmit((changed) => save.mutate(changed))(event)} noValidate>
      {groups.map(({ title, fields }) => (
        <fieldset key={fields[0]?.name} className={styles.group}>
          <legend>{title()}</legend>
          {fields.map(input)}
        </fieldset>
      ))}
      <fieldset className={styles.group}>
        <legend>{m.company_group_size()}</legend>
        {sizeFields.map(input)}
        <Checkbox label={m.company_small_business()} checked={values.isSmallBusiness === true} onChange={(event) => setValue('isSmallBusiness', event.currentTarget.checked, { shouldDirty: true })} />
        <p className={styles.size} role="status">{sizeWords(values)}</p>
      </fieldset>
      <div className={styles.foot}>
        <Button type="submit" disabled={!isDirty} loading={save.isPending}>
          {m.company_save()}
        </Button>
        <p role="status">{missing.length === 0 ? m.company_complete() : m.company_missing({ count: missing.length, names: missing.map(({ label }) => label()).join(m.list_separator()) })}</p>
      </div>
    </form>
  )
}

const readKept = (kept: unknown): CompanyFacts | null => CompanyFacts.safeParse(kept).data ?? null

function isBlank(value: string | null | undefined): boolean {
  return value === null || value === undefined || value.trim() === ''
}

const sizeNames: Record<SizeClass, () => string> = { large: () => m.company_size_large(), medium: () => m.company_size_medium(), small: () => m.company_size_small(), micro: () => m.company_size_micro() }

/** The class by last year's figures, as the declaration states it (工信部联企业〔2011〕300号). */
function sizeWords({ details }: Values): string {
  const size = statedSize(details?.industry ?? null, details?.employees ?? null, details?.revenueWan ?? null)
  return size === null ? m.company_size_unknown() : m.company_size_is({ size: sizeNames[size]() })
}
