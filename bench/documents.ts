import { type EngineRun, freshRun } from './engines.ts'
import type { Measured, Row } from './measure.ts'

const rounds = 4

const measured = (times: readonly number[]): Measured => {
  const sorted = [...times].sort((a, b) => a - b)
  return { medianMs: sorted[sorted.length >> 1] ?? 0, bestMs: sorted[0] ?? 0, runs: sorted.length }
}

const firsts = (runs: readonly EngineRun[]): Measured => measured(runs.map(({ first }) => first))
const laters = (runs: readonly EngineRun[]): Measured => measured(runs.flatMap(({ later }) => later))

const missing = (what: string): void => {
  process.stdout.write(`${what} cannot be had here: not compared\n`)
}

/** A book of some 60 pages (30 of prose, a price table of 200 rows, 6 scans, page references), each engine in fresh processes. */
export async function benchDocuments(): Promise<Row[]> {
  const ours: EngineRun[] = []
  const typstRuns: EngineRun[] = []
  // In turns: other work on the machine disturbs both alike.
  for (let round = 0; round < rounds; round++) {
    const own = freshRun('ours')
    if (own === null) throw new Error('our own run failed; its message is above')
    ours.push(own)
    const other = round === 0 || typstRuns.length > 0 ? freshRun('typst') : null
    if (other !== null) typstRuns.push(other)
  }
  const office = freshRun('libreoffice')
  const typst = typstRuns.length === 0 ? null : typstRuns
  const libreOffice = office === null ? null : [office]
  if (typst === null) missing('Typst')
  if (libreOffice === null) missing('LibreOffice')
  const [one] = ours
  process.stdout.write(`book: ${one?.pages} pages (Typst ${typst?.[0]?.pages ?? '–'}); kinsoku faults ${one?.faults} (goal 0); peak memory ${Math.max(...ours.map(({ peakMb }) => peakMb)).toFixed(0)} MB (goal < 250)\n`)
  const against = (what: string, runs: EngineRun[] | null, pick: (runs: readonly EngineRun[]) => Measured) => (runs === null ? null : { what, measured: pick(runs) })
  return [
    { what: 'book, first document of a process, fonts and modules included', ours: firsts(ours), baseline: against('Typst', typst, firsts), goal: 'ratio ≤ 1' },
    { what: 'book, first document', ours: firsts(ours), baseline: against('LibreOffice converting the same book from our Word file', libreOffice, firsts), goal: 'ratio < 0.25' },
    { what: 'book, later documents, each with another text', ours: laters(ours), baseline: against('Typst', typst, laters), goal: 'ratio ≤ 3' },
    { what: 'book, preview after one paragraph changed', ours: measured(ours.flatMap(({ previews }) => previews)), baseline: null, goal: '< 500 ms' },
    { what: 'book of 1,000 responses, some 300 pages, preview after one answer changed', ours: measured(ours.flatMap(({ responsePreviews }) => responsePreviews)), baseline: null, goal: '< 500 ms' },
  ]
}
