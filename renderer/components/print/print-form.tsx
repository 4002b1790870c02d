import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useShell } from '#renderer/app/core.tsx'
import { m } from '#renderer/paraglide/messages.js'
import { PrintOrder, type PrintOutcome } from '#shared/shell.ts'
import css from './print.module.css'

type PrintFormProps = {
  onClose: () => void
  /** Writes the PDF to the place the shell prepared. */
  write: (destination: string) => Promise<unknown>
  /** There is nothing to print yet. */
  isWaiting?: boolean
  children?: ReactNode
}

type State = { kind: 'idle' } | { kind: 'running' } | { kind: 'invalid' } | PrintOutcome

const allSides = PrintOrder.shape.sides.options
type Sides = (typeof allSides)[number]

/** Printer, pages, copies and sides for any document core can write; the PDF itself goes to the printer, not a picture of it. Other ways out stand beside its button. */
export function PrintForm({ onClose, write, isWaiting = false, children }: PrintFormProps) {
  const shell = useShell()
  const printers = useQuery({ queryKey: ['printers'], queryFn: () => shell.print.printers(), staleTime: 0, gcTime: 0 })
  const [chosen, setChosen] = useState<string | null>(null)
  const [copies, setCopies] = useState('1')
  const [pages, setPages] = useState('')
  const [sides, setSides] = useState<Sides>('two-sided-long-edge')
  const [state, setState] = useState<State>({ kind: 'idle' })
  const printer = chosen ?? printers.data?.find(({ isDefault }) => isDefault)?.name ?? printers.data?.[0]?.name ?? ''
  const send = async () => {
    const order = PrintOrder.omit({ token: true }).safeParse({ printer, copies: Number(copies), pages: pages.trim() === '' ? null : tidyRange(pages), sides })
    if (!order.success) return setState({ kind: 'invalid' })
    setState({ kind: 'running' })
    try {
      const { token } = await shell.print.prepare()
      await write(token)
      setState(await shell.print.send({ ...order.data, token }))
    } catch (error) {
      setState({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) })
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void send()
  }
  const isDone = state.kind === 'sent' || state.kind === 'opened'
  return (
    <form className={css.form} onSubmit={submit}>
      <label className={css.field} data-wide>
        {m.print_printer()}
        <select value={printer} disabled={printers.data === undefined || printers.data.length === 0} onChange={(event) => setChosen(event.target.value)}>
          {printers.data?.map(({ name, label }) => <option key={name} value={name}>{label}</option>)}
        </select>
      </label>
      <label className={css.field}>
        {m.print_pages()}
        <input value={pages} placeholder={m.print_all()} onChange={(event) => setPages(event.target.value)} />
      </label>
      <label className={css.field}>
        {m.print_copies()}
        <input inputMode="numeric" value={copies} onChange={(event) => setCopies(event.target.value)} />
      </label>
      <label className={css.field} data-wide>
        {m.print_sides()}
        <select value={sides} onChange={(event) => setSides(allSides.find((side) => side === event.target.value) ?? 'one-sided')}>
          {allSides.map((side) => <option key={side} value={side}>{sidesName(side)}</option>)}
        </select>
      </label>
      <p className={css.status} role="status" data-kind={state.kind}>{statusWords(state, printers.data?.length ?? null)}</p>
      <div className={css.buttons}>
        {children}
        <Button variant="default" onClick={onClose}>{isDone ? m.close() : m.cancel()}</Button>
        {!isDone && <Button type="submit" loading={state.kind === 'running'} disabled={printer === '' || isWaiting}>{m.doc_print()}</Button>}
      </div>
    </form>
  )
}

/** "１－３、5" as a Chinese keyboard types it, into "1-3,5". */
function tidyRange(typed: string): string {
  return typed
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/[、，;；]/g, ',')
    .replaceAll(/[–—~～至]/g, '-')
}

function sidesName(sides: Sides): string {
  switch (sides) {
    case 'one-sided': return m.print_one_sided()
    case 'two-sided-long-edge': return m.print_long_edge()
    case 'two-sided-short-edge': return m.print_short_edge()
  }
}

function statusWords(state: State, count: number | null): string {
  switch (state.kind) {
    case 'idle': return count === 0 ? m.print_no_printer() : ''
    case 'running': return m.print_running()
    case 'invalid': return m.print_invalid()
    case 'sent': return m.print_sent()
    case 'opened': return m.print_opened()
    case 'failed': return m.print_failed({ reason: state.reason })
  }
}
