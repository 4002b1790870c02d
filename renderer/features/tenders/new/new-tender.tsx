import { zodResolver } from '@hookform/resolvers/zod'
import { Button, Modal, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useForm, type UseFormRegisterReturn, useWatch } from 'react-hook-form'
import { useLocation } from 'wouter'
import { useCore } from '#renderer/app/core.tsx'
import { useLocale } from '#renderer/app/i18n.tsx'
import { useKeptDraft } from '#renderer/app/session.tsx'
import { notifyDone, notifyFailure } from '#renderer/app/undo.tsx'
import { LotsEditor, readLots, type TypedLot } from '#renderer/features/tenders/lots-editor.tsx'
import { SimilarTenders } from '#renderer/features/tenders/new/similar-tenders.tsx'
import { NewTenderDraft, newTenderForm, type NewTenderFields } from '#renderer/features/tenders/new/new-tender-form.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { TenderFacts } from '#shared/tenders/tender.ts'
import styles from './new-tender.module.css'

/** A tender by hand in under a minute: only the name must be known. Esc puts the form aside as it is; 取消 empties it. */
export function NewTender({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={m.tenders_new()} size={680} closeOnClickOutside={false} closeButtonProps={{ 'aria-label': m.close() }}>
      <Form onClose={onClose} />
    </Modal>
  )
}

const readKept = (kept: unknown) => NewTenderDraft.safeParse(kept).data ?? null

const empty: NewTenderFields = { title: '', buyer: '', projectNo: '', agency: '', budget: '', ceiling: '', bidDeadline: '' }

function Form({ onClose }: { onClose: () => void }) {
  const core = useCore()
  const queries = useQueryClient()
  const [, navigate] = useLocation()
  const isDecimalComma = useLocale() === 'fr'
  const schema = newTenderForm(isDecimalComma)
  const [kept, keep] = useKeptDraft('tenders.new', readKept)
  const { register, handleSubmit, formState, control } = useForm({ resolver: zodResolver(schema), defaultValues: kept?.fields ?? empty })
  const create = useMutation({
    mutationFn: (facts: TenderFacts) => core.tenders.create(facts),
    onSuccess: async (tender) => {
      await queries.invalidateQueries()
      notifyDone(m.tender_created())
      keep(null)
      navigate(`/tenders/${tender.id}`)
    },
    onError: () => notifyFailure(m.save_failed()),
  })
  const { errors } = formState
  const [typed, setTyped] = useState<readonly TypedLot[]>(kept?.lots ?? [])
  const fields = useWatch({ control })
  useEffect(() => keep({ fields: { ...empty, ...fields }, lots: [...typed] }), [fields, typed, keep])
  const discard = () => {
    keep(null)
    onClose()
  }
  const lots = readLots(typed, isDecimalComma)
  const submit = (facts: TenderFacts) => {
    if (lots !== null) create.mutate({ ...facts, lots })
  }
  return (
    <form className={styles.form} noValidate onSubmit={(event) => void handleSubmit(submit)(event)}>
      <Field label={m.field_title()} isNeeded error={errors.title?.message} register={register('title')} isWide isFirst />
      <Field label={m.field_buyer()} error={errors.buyer?.message} register={register('buyer')} isWide />
      <Field label={m.field_project_no()} error={errors.projectNo?.message} register={register('projectNo')} />
      <Field label={m.field_agency()} error={errors.agency?.message} register={register('agency')} />
      <Field label={m.field_budget()} hint={m.new_amount_hint()} error={errors.budget?.message} register={register('budget')} />
      <Field label={m.field_ceiling()} hint={m.new_amount_hint()} error={errors.ceiling?.message} register={register('ceiling')} />
      <Field label={m.new_deadline()} hint={m.fact_moment_example()} error={errors.bidDeadline?.message} register={register('bidDeadline')} isWide />
      <div className={styles.wide}>
        <LotsEditor lots={typed} isDecimalComma={isDecimalComma} onChange={setTyped} />
      </div>
      <SimilarTenders control={control} onClose={onClose} />
      <div className={styles.actions}>
        <Button variant="default" onClick={discard}>
          {m.cancel()}
        </Button>
        <Button type="submit" loading={create.isPending} disabled={lots === null}>
          {m.tender_create()}
        </Button>
      </div>
    </form>
  )
}

type FieldProps = { label: string; hint?: string; error: string | undefined; register: UseFormRegisterReturn; isNeeded?: boolean; isWide?: boolean; isFirst?: boolean }

function Field({ label, hint, error, register, isNeeded = false, isWide = false, isFirst = false }: FieldProps) {
  return <TextInput {...register} className={isWide ? styles.wide : undefined} label={label} placeholder={hint} error={error} withAsterisk={isNeeded} required={isNeeded} data-autofocus={isFirst || undefined} autoComplete="off" />
}
