import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { parseMoney } from '#renderer/components/money-input/parse-money.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { Lot } from '#shared/tenders/tender.ts'
import styles from './lots-editor.module.css'

export type TypedLot = { key: string; no: string; name: string; budget: string; ceiling: string }

export const typedLots = (lots: readonly Lot[]): TypedLot[] => lots.map((lot) => ({ key: crypto.randomUUID(), no: lot.no, name: lot.name ?? '', budget: lot.budget ?? '', ceiling: lot.ceiling ?? '' }))

const amountOf = (text: string, isDecimalComma: boolean) => parseMoney(text, { unit: 'yuan', maxDecimals: 2, isDecimalComma })
const isAmount = (text: string, isDecimalComma: boolean) => text.trim() === '' || amountOf(text, isDecimalComma).ok

/** A row left empty is no lot. */
const isFilled = ({ no, name, budget, ceiling }: TypedLot) => [no, name, budget, ceiling].some((text) => text.trim() !== '')

type Problem = { kind: 'number' | 'twice' | 'amount'; at: number }

/** The first thing that keeps the lots from being taken. */
function problemOf(typed: readonly TypedLot[], isDecimalComma: boolean): Problem | null {
  const numbers = typed.map((lot) => (isFilled(lot) ? lot.no.trim() : null))
  for (const [at, no] of numbers.entries()) {
    if (no === '') return { kind: 'number', at }
    if (no !== null && numbers.indexOf(no) < at) return { kind: 'twice', at }
    if (!isAmount(typed[at]?.budget ?? '', isDecimalComma) || !isAmount(typed[at]?.ceiling ?? '', isDecimalComma)) return { kind: 'amount', at }
  }
  return null
}

/** The lots as typed, or null while one has no number, shares its number, or an amount cannot be read. */
export function readLots(typed: readonly TypedLot[], isDecimalComma: boolean): Lot[] | null {
  if (problemOf(typed, isDecimalComma) !== null) return null
  const money = (text: string) => {
    const parsed = amountOf(text, isDecimalComma)
    return parsed.ok ? parsed.amount : null
  }
  return typed.filter(isFilled).map(({ no, name, budget, ceiling }) => ({ no: no.trim(), name: name.trim() === '' ? null : name.trim(), budget: money(budget), ceiling: money(ceiling) }))
}

const focus = (input: HTMLInputElement | null) => input?.focus()

/** The lots of a tender, a row each. */
export function LotsEditor({ lots, isDecimalComma, onChange }: { lots: readonly TypedLot[]; isDecimalComma: boolean; onChange: (lots: TypedLot[]) => void }) {
  const [added, setAdded] = useState<string | null>(null)
  const add = () => {
    const key = crypto.randomUUID()
    setAdded(key)
    onChange([...lots, { key, no: nextNumber(lots), name: '', budget: '', ceiling: '' }])
  }
  const change = (at: number, part: Partial<TypedLot>) => onChange(lots.map((lot, index) => (index === at ? { ...lot, ...part } : lot)))
  const problem = problemOf(lots, isDecimalComma)
  const isWrongNumber = (at: number) => problem !== null && problem.kind !== 'amount' && problem.at === at
  return (
    <div className={styles.lots} role="group" aria-label={m.lots_title()}>
      {lots.length > 0 && (
        <div className={styles.heads} aria-hidden>
          <span>{m.lot_no()}</span>
          <span>{m.lot_name()}</span>
          <span>{m.field_budget()}</span>
          <span>{m.field_ceiling()}</span>
        </div>
      )}
      {lots.map((lot, at) => (
        <div key={lot.key} className={styles.lot}>
          <TextInput size="xs" aria-label={m.lot_no()} value={lot.no} maxLength={100} error={isWrongNumber(at)} onChange={(event) => change(at, { no: event.currentTarget.value })} />
          <TextInput size="xs" ref={lot.key === added ? focus : undefined} aria-label={m.lot_name()} value={lot.name} maxLength={500} onChange={(event) => change(at, { name: event.currentTarget.value })} />
          <TextInput size="xs" aria-label={m.field_budget()} value={lot.budget} error={!isAmount(lot.budget, isDecimalComma)} onChange={(event) => change(at, { budget: event.currentTarget.value })} />
          <TextInput size="xs" aria-label={m.field_ceiling()} value={lot.ceiling} error={!isAmount(lot.ceiling, isDecimalComma)} onChange={(event) => change(at, { ceiling: event.currentTarget.value })} />
          <ActionIcon variant="subtle" color="gray" size={26} aria-label={m.lot_remove({ no: lot.no })} onClick={() => onChange(lots.filter((each) => each !== lot))}>
            <IconX size={14} />
          </ActionIcon>
        </div>
      ))}
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problemText(problem, lots)}
        </p>
      )}
      <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={add}>
        {m.lot_add()}
      </Button>
    </div>
  )
}

function problemText({ kind, at }: Problem, lots: readonly TypedLot[]): string {
  const no = lots[at]?.no.trim() ?? ''
  switch (kind) {
    case 'number': return m.lot_no_needed()
    case 'twice': return m.lot_twice({ no })
    case 'amount': return m.lot_amount({ no, problem: m.fact_amount_unreadable() })
  }
}

/** One more than the highest number there is. */
function nextNumber(lots: readonly TypedLot[]): string {
  const numbers = lots.map(({ no }) => Number(no)).filter((no) => Number.isSafeInteger(no))
  return String(Math.max(0, ...numbers) + 1)
}
