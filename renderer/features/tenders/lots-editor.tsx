import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { parseMoney } from '#renderer/components/money-input/parse-money.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { Lot } from '#shared/tenders/tender.ts'
import styles from './lots-editor.module.css'

export type TypedLot = { key: string; no: string; name: string; budget: string; ceiling: string }

export const typedLots = (lots: readonly Lot[]): TypedLot[] => lots.map((lot) => ({ key: crypto.randomUUID(), no: lot.no, name: lot.name ?? '', budget: lot.budget ?? '', ceiling: lot.ceiling ?? '' }))

const amountOf = (text: string, isDecimalComma: boolean) => parseMoney(text, { unit: 'yuan', maxDecimals: 2, isDecimalComma })
const isAmount = (text: string, isDecimalComma: boolean) => text.trim() === '' || amountOf(text, isDecimalComma).ok

/** The lots as typed, or null while one has no number, shares its number, or an amount cannot be read. A row left empty is no lot. */
export function readLots(typed: readonly TypedLot[], isDecimalComma: boolean): Lot[] | null {
  const filled = typed.filter(({ no, name, budget, ceiling }) => [no, name, budget, ceiling].some((text) => text.trim() !== ''))
  const numbers = filled.map(({ no }) => no.trim())
  if (numbers.includes('') || new Set(numbers).size < numbers.length) return null
  const money = (text: string) => {
    const parsed = amountOf(text, isDecimalComma)
    return parsed.ok ? parsed.amount : null
  }
  if (filled.some(({ budget, ceiling }) => !isAmount(budget, isDecimalComma) || !isAmount(ceiling, isDecimalComma))) return null
  return filled.map(({ no, name, budget, ceiling }) => ({ no: no.trim(), name: name.trim() === '' ? null : name.trim(), budget: money(budget), ceiling: money(ceiling) }))
}

/** The lots of a tender, a row each. */
export function LotsEditor({ lots, isDecimalComma, onChange }: { lots: readonly TypedLot[]; isDecimalComma: boolean; onChange: (lots: TypedLot[]) => void }) {
  const add = () => onChange([...lots, { key: crypto.randomUUID(), no: nextNumber(lots), name: '', budget: '', ceiling: '' }])
  const change = (at: number, part: Partial<TypedLot>) => onChange(lots.map((lot, index) => (index === at ? { ...lot, ...part } : lot)))
  const isTwice = (no: string) => no.trim() !== '' && lots.filter((lot) => lot.no.trim() === no.trim()).length > 1
  return (
    <div className={styles.lots} role="group" aria-label={m.lots_title()}>
      {lots.map((lot, at) => (
        <div key={lot.key} className={styles.lot}>
          <TextInput size="xs" aria-label={m.lot_no()} placeholder={m.lot_no()} value={lot.no} maxLength={100} error={isTwice(lot.no) ? m.lot_twice() : undefined}onChange={(event) => change(at, { no: event.currentTarget.value })} />
          <TextInput size="xs" aria-label={m.lot_name()} placeholder={m.lot_name()} value={lot.name} maxLength={500} onChange={(event) => change(at, { name: event.currentTarget.value })} />
          <TextInput size="xs" aria-label={m.field_budget()} placeholder={m.field_budget()} value={lot.budget} error={!isAmount(lot.budget, isDecimalComma)} onChange={(event) => change(at, { budget: event.currentTarget.value })} />
          <TextInput size="xs" aria-label={m.field_ceiling()} placeholder={m.field_ceiling()} value={lot.ceiling} error={!isAmount(lot.ceiling, isDecimalComma)} onChange={(event) => change(at, { ceiling: event.currentTarget.value })} />
          <ActionIcon variant="subtle" color="gray" size={26} aria-label={m.lot_remove({ no: lot.no })} onClick={() => onChange(lots.filter((each) => each !== lot))}>
            <IconX size={14} />
          </ActionIcon>
        </div>
      ))}
      <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={add}>
        {m.lot_add()}
      </Button>
    </div>
  )
}

/** One more than the highest number there is. */
function nextNumber(lots: readonly TypedLot[]): string {
  const numbers = lots.map(({ no }) => Number(no)).filter((no) => Number.isSafeInteger(no))
  return String(Math.max(0, ...numbers) + 1)
}
