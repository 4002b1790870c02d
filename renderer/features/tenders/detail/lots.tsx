import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { useLocale } from '#renderer/app/i18n.tsx'
import { amountText } from '#renderer/features/tenders/amount.ts'
import { useTenderChanges } from '#renderer/features/tenders/detail/use-tender-changes.ts'
import { LotsEditor, readLots, typedLots } from '#renderer/features/tenders/lots-editor.tsx'
import { m } from '#renderer/paraglide/messages.js'
import type { Lot, Tender } from '#shared/tenders/tender.ts'
import styles from './detail.module.css'

/** The parts that are awarded by themselves; edited as a whole, so that a change is one step that can be taken back. */
export function Lots({ tender }: { tender: Tender }) {
  const [isEditing, setEditing] = useState(false)
  const { saveLots } = useTenderChanges(tender)
  return (
    <section className={styles.card} aria-labelledby="lots-title">
      <div className={styles.cardHead}>
        <h2 id="lots-title">{m.lots_title()}</h2>
        <span className={styles.cardNote}>{tender.lots.length === 0 ? m.lots_none() : m.lot_count({ count: tender.lots.length })}</span>
        <Button variant="default" size="compact-sm" onClick={() => setEditing(true)}>
          {m.lots_edit()}
        </Button>
      </div>
      {tender.lots.length > 0 && <LotTable tender={tender} />}
      <Modal opened={isEditing} onClose={() => setEditing(false)} title={m.lots_edit()} size={720} closeOnClickOutside={false} closeButtonProps={{ 'aria-label': m.close() }}>
        <Form
          lots={tender.lots}
          onClose={() => setEditing(false)}
          onSave={(lots) => {
            saveLots(lots)
            setEditing(false)
          }}
        />
      </Modal>
    </section>
  )
}

function LotTable({ tender }: { tender: Tender }) {
  const locale = useLocale()
  const amount = (value: string | null) => (value === null ? '—' : amountText(value, tender.currency, { locale, unit: 'yuan' }))
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>{m.lot_no()}</th>
          <th>{m.lot_name()}</th>
          <th data-end>{m.field_budget()}</th>
          <th data-end>{m.field_ceiling()}</th>
        </tr>
      </thead>
      <tbody>
        {tender.lots.map((lot) => (
          <tr key={lot.no}>
            <td>{lot.no}</td>
            <td>{lot.name ?? '—'}</td>
            <td data-end>{amount(lot.budget)}</td>
            <td data-end>{amount(lot.ceiling)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Form({ lots, onClose, onSave }: { lots: readonly Lot[]; onClose: () => void; onSave: (lots: Lot[]) => void }) {
  const isDecimalComma = useLocale() === 'fr'
  const [typed, setTyped] = useState(() => typedLots(lots))
  const read = readLots(typed, isDecimalComma)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (read !== null) onSave(read)
      }}
    >
      <LotsEditor lots={typed} isDecimalComma={isDecimalComma} onChange={setTyped} />
      <div className={styles.lotActions}>
        <Button variant="default" onClick={onClose}>
          {m.cancel()}
        </Button>
        <Button type="submit" disabled={read === null}>
          {m.search_save_it()}
        </Button>
      </div>
    </form>
  )
}
