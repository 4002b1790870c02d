import { zodResolver } from '@hookform/resolvers/zod'
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { ORPCError } from '@orpc/client'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { useCore } from '#renderer/app/core.tsx'
import { notifyDone } from '#renderer/app/undo.tsx'
import { Dialog } from '#renderer/components/dialog/dialog.tsx'
import { priceCategoryName, priceKindName, priceUnitName } from '#renderer/components/price-words.ts'
import { emptyPriceFields, fieldsOf, priceFormSchema, type PriceFields } from '#renderer/features/prices/price-fields.ts'
import { usePriceRefresh } from '#renderer/features/prices/use-price-pages.ts'
import { m } from '#renderer/paraglide/messages.js'
import { PriceCategory, type PriceDraft, type PriceItem, PriceKind, PriceUnit } from '#shared/prices/price-item.ts'
import css from '#renderer/features/prices/prices.module.css'

type PriceFormProps = { item: PriceItem | null; onClose: () => void; onSaved: (item: PriceItem) => void }

/** A price by hand, or a change of one; the state before stays in its history. */
export function PriceForm({ item, onClose, onSaved }: PriceFormProps) {
  const core = useCore()
  const refresh = usePriceRefresh()
  const { register, handleSubmit, formState, setError } = useForm<PriceFields, unknown, PriceDraft>({ resolver: zodResolver(priceFormSchema(item)), defaultValues: item === null ? emptyPriceFields : fieldsOf(item) })
  const save = useMutation({
    mutationFn: (draft: PriceDraft) => (item === null ? core.prices.add({ draft }) : core.prices.save({ id: item.id, version: item.version, draft })),
    onSuccess: async (saved) => {
      await refresh()
      notifyDone(m.price_saved())
      onSaved(saved)
      onClose()
    },
    onError: (error) => setError('code', { message: failureText(error) }),
  })
  const { errors } = formState
  const text = (name: keyof PriceFields, label: string, isWide = false) => (
    <TextInput {...register(name)} className={isWide ? css.wide : undefined} size="xs" label={label} error={errors[name]?.message} autoComplete="off" />
  )
  const select = (name: keyof PriceFields, label: string, options: readonly { value: string; label: string }[]) => <NativeSelect {...register(name)} size="xs" label={label} error={errors[name]?.message} data={[...options]} />
  const truth = [{ value: '', label: m.price_unknown_choice() }, { value: 'yes', label: m.price_yes() }, { value: 'no', label: m.price_no() }]
  return (
    <Dialog onClose={onClose} title={item === null ? m.prices_add() : m.price_edit()} size={720} closeOnClickOutside={false}>
      <form className={css.form} noValidate onSubmit={(event) => void handleSubmit((draft) => save.mutate(draft))(event)}>
        {text('name', m.price_name(), true)}
        {text('code', m.price_code())}
        {select('kind', m.price_kind(), PriceKind.options.map((value) => ({ value, label: priceKindName(value) })))}
        {select('category', m.price_category(), PriceCategory.options.map((value) => ({ value, label: priceCategoryName(value) })))}
        {text('vendor', m.price_vendor())}
        {text('model', m.price_model())}
        {text('region', m.price_region())}
        {text('unitPrice', m.price_unit_price_hint())}
        {text('per', m.price_per_hint())}
        {select('unit', m.price_unit_field(), PriceUnit.options.map((value) => ({ value, label: priceUnitName(value, null) })))}
        {text('unitName', m.price_unit_own())}
        {text('currency', m.price_currency())}
        {select('vatIncluded', m.price_vat_question(), truth)}
        {text('vatRate', m.price_vat_rate())}
        {select('isDomestic', m.price_domestic(), truth)}
        {text('validFrom', m.price_from())}
        {text('validUntil', m.price_until())}
        {text('sourceDate', m.price_date())}
        {text('sourceName', m.price_source())}
        {text('sourceUrl', m.price_url(), true)}
        {select('tierBasis', m.price_tier_basis(), [{ value: 'input-tokens', label: m.price_tier_basis_input() }, { value: 'volume', label: m.price_tier_basis_volume() }])}
        <Textarea {...register('tiers')} className={css.twoThirds} size="xs" label={m.price_tiers_hint()} error={errors.tiers?.message} autosize={false} rows={2} />
        <Textarea {...register('note')} className={css.wide} size="xs" label={m.price_note()} error={errors.note?.message} autosize={false} rows={2} />
        <div className={css.formActions}>
          <Button variant="default" onClick={onClose}>{m.cancel()}</Button>
          <Button type="submit" loading={save.isPending}>{m.price_save()}</Button>
        </div>
      </form>
    </Dialog>
  )
}

function failureText(error: unknown): string {
  const code = error instanceof ORPCError ? error.code : null
  if (code === 'CODE_TAKEN') return m.price_code_taken()
  return code === 'STALE' ? m.price_stale() : m.save_failed()
}
