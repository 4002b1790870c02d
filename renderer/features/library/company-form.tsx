import { Button, Checkbox, Skeleton, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useForm, useWatch } from 'react-hook-form'
import { useCore } from '#renderer/app/core.tsx'
import { notifyFailure } from '#renderer/app/undo.tsx'
import { m } from '#renderer/paraglide/messages.js'
import { Company } from '#shared/company/company.ts'
import styles from './company-form.module.css'

type TextField = Exclude<keyof Company, 'isSmallBusiness'>
type Group = { title: () => string; fields: readonly { name: TextField; label: () => string; hint?: () => string; isOptional?: boolean }[] }

const groups: readonly Group[] = [
  {
    title: () => m.company_group_firm(),
    fields: [
      { name: 'name', label: () => m.company_name() },
      { name: 'creditCode', label: () => m.company_credit_code() },
      { name: 'address', label: () => m.company_address() },
    ],
  },
  {
    title: () => m.company_group_people(),
    fields: [
      { name: 'legalRepresentative', label: () => m.company_legal_representative() },
      { name: 'authorisedAgent', label: () => m.company_authorised_agent(), hint: () => m.company_authorised_agent_hint(), isOptional: true },
      { name: 'phone', label: () => m.company_phone() },
      { name: 'email', label: () => m.company_email() },
    ],
  },
  {
    title: () => m.company_group_bank(),
    fields: [
      { name: 'bankName', label: () => m.company_bank_name() },
      { name: 'bankAccount', label: () => m.company_bank_account() },
    ],
  },
]

/** Who bids: what every form prints about us. A field left empty stops the forms that need it. */
export function CompanyFacts() {
  const core = useCore()
  const company = useQuery({ queryKey: ['company'], queryFn: ({ signal }) => core.company.get(undefined, { signal }) })
  return <div className={styles.scroll}>{company.data ? <CompanyForm key={JSON.stringify(company.data)} company={company.data} /> : <Skeleton height={320} maw={720} m={16} />}</div>
}

function CompanyForm({ company }: { company: Company }) {
  const core = useCore()
  const queries = useQueryClient()
  const { control, register, handleSubmit, setValue, formState } = useForm<Company>({ defaultValues: company, resolver: zodResolver(Company) })
  const save = useMutation({
    mutationFn: (changed: Company) => core.company.save(changed),
    onSuccess: async () => {
      notifications.show({ message: m.company_saved(), autoClose: 3000 })
      await queries.invalidateQueries({ queryKey: ['company'] })
      await queries.invalidateQueries({ queryKey: ['documents'] })
    },
    onError: () => notifyFailure(m.company_save_failed()),
  })
  const values = useWatch({ control })
  const missing = groups.flatMap(({ fields }) => fields).filter(({ name, isOptional }) => isOptional !== true && isBlank(values[name]))
  return (
    <form className={styles.form} onSubmit={(event) => void handleSubmit((changed) => save.mutate(changed))(event)} noValidate>
      {groups.map(({ title, fields }) => (
        <fieldset key={fields[0]?.name} className={styles.group}>
          <legend>{title()}</legend>
          {fields.map(({ name, label, hint, isOptional }) => (
            <TextInput
              key={name}
              label={label()}
              description={hint?.()}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              placeholder={isOptional === true ? '' : m.company_not_filled()}
              data-missing={isOptional !== true && isBlank(values[name]) ? 'true' : undefined}
              error={formState.errors[name] ? m.company_too_long() : undefined}
              {...register(name, { setValueAs: (typed: string | null) => (isBlank(typed) ? null : (typed?.trim() ?? null)) })}
            />
          ))}
        </fieldset>
      ))}
      <fieldset className={styles.group}>
        <legend>{m.company_group_size()}</legend>
        <Checkbox label={m.company_small_business()} checked={values.isSmallBusiness === true} onChange={(event) => setValue('isSmallBusiness', event.currentTarget.checked, { shouldDirty: true })} />
      </fieldset>
      <div className={styles.foot}>
        <Button type="submit" disabled={!formState.isDirty} loading={save.isPending}>
          {m.company_save()}
        </Button>
        <p role="status">{missing.length === 0 ? m.company_complete() : m.company_missing({ count: missing.length, names: missing.map(({ label }) => label()).join(m.list_separator()) })}</p>
      </div>
    </form>
  )
}

function isBlank(value: string | null | undefined): boolean {
  return value === null || value === undefined || value.trim() === ''
}
