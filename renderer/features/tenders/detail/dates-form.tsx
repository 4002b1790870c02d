import { Button, Checkbox, Modal, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useLocale } from '#renderer/app/i18n.tsx'
import { notifyDone } from '#renderer/app/undo.tsx'
import { dateFieldName, dateGroups, readDates, shownDate, type DateField, type ReadDates, type TypedDates } from '#renderer/features/tenders/detail/date-fields.ts'
import { m } from '#renderer/paraglide/messages.js'
import { KnownDates } from '#shared/schedule/known-dates.ts'
import styles from './dates-form.module.css'

type DatesFormProps = { known: KnownDates; isOpen: boolean; onClose: () => void; onSave: (known: KnownDates) => Promise<unknown> }

/** The dates of the documents, of the result and of the payment, written down in one place. */
export function DatesForm({ isOpen, ...rest }: DatesFormProps) {
  return (
    <Modal opened={isOpen} onClose={rest.onClose} title={m.dates_title()} size={760} closeOnClickOutside={false} closeButtonProps={{ 'aria-label': m.close() }}>
      <Form {...rest} />
    </Modal>
  )
}

function Form({ known, onClose, onSave }: Omit<DatesFormProps, 'isOpen'>) {
  const isDecimalComma = useLocale() === 'fr'
  const fields = Object.values(dateGroups).flat()
  const [typed, setTyped] = useState<TypedDates>(() => typedOf(known, fields))
  const [{ buyerKind, isPayWhenPaid }, setRest] = useState({ buyerKind: known.buyerKind, isPayWhenPaid: known.isPayWhenPaid })
  const [problems, setProblems] = useState<ReadDates['problems']>({})
  // A save that fails says so itself; what was typed stays.
  const saveAndClose = async (read: KnownDates) => {
    await onSave(read)
    notifyDone(m.dates_saved())
    onClose()
  }
  const submit = () => {
    const read = readDates(typed, { buyerKind, isPayWhenPaid }, isDecimalComma)
    setProblems(read.problems)
    if (read.known === null) return
    saveAndClose(read.known).catch(() => undefined)
  }
  const groups = { documents: m.dates_documents(), result: m.dates_result(), payment: m.dates_payment() }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <p className={styles.hint}>{m.dates_hint()}</p>
      {(['documents', 'result', 'payment'] as const).map((group) => (
        <fieldset key={group} className={styles.group}>
          <legend>{groups[group]}</legend>
          {dateGroups[group].map((field) => (
            <TextInput key={field} size="xs" label={dateFieldName(field)} value={typed[field]} error={problems[field]} autoComplete="off" onChange={(event) => setTyped({ ...typed, [field]: event.currentTarget.value })} />
          ))}
          {group === 'payment' && (
            <>
              <Select
                size="xs"
                label={m.date_buyer_kind()}
                data={[
                  { value: '', label: m.buyer_by_rule() },
                  { value: 'government_or_institution', label: m.buyer_public() },
                  { value: 'large_enterprise', label: m.buyer_large() },
                ]}
                value={buyerKind ?? ''}
                allowDeselect={false}
                onChange={(next) => setRest({ isPayWhenPaid, buyerKind: KnownDates.shape.buyerKind.catch(null).parse(next) })}
              />
              <Checkbox size="xs" className={styles.wide} label={m.date_pay_when_paid()} checked={isPayWhenPaid} onChange={(event) => setRest({ buyerKind, isPayWhenPaid: event.currentTarget.checked })} />
            </>
          )}
        </fieldset>
      ))}
      <div className={styles.actions}>
        <Button variant="default" onClick={onClose}>
          {m.cancel()}
        </Button>
        <Button type="submit">{m.dates_save()}</Button>
      </div>
    </form>
  )
}

function typedOf(known: KnownDates, fields: readonly DateField[]): TypedDates {
  const empty: TypedDates = { docSaleFrom: '', docSaleTo: '', docReceived: '', questionsUntil: '', bondArrivesBy: '', bondValidUntil: '', validityDays: '', reportReceived: '', candidatesPublished: '', candidatesPublicityEnd: '', resultPublished: '', awardNotice: '', contractSigned: '', delivered: '', acceptanceAgreedBy: '', accepted: '', invoiceDue: '', paymentDays: '', contractAmount: '', lateRate: '', oneYearLpr: '', paid: '' }
  for (const field of fields) empty[field] = shownDate(field, known)
  return empty
}
