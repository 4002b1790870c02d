import { longestFound, type ImportIssueCode } from '#shared/imports/issue.ts'
import { findNoticeType } from '#shared/tenders/notice/notice-type.ts'
import { kindOfLabel } from '#shared/tenders/notice/labels.ts'
import { scanNotice } from '#shared/tenders/notice/label-scan.ts'
import { normaliseNotice } from '#shared/tenders/notice/notice-text.ts'
import { sourceCurrency } from '#shared/tenders/source-amount.ts'
import { cellAmount, cellDayOrInstant, cellInstant, cellText, cellUnit, isNoName, type CellValue } from '#shared/tenders/table/cell-values.ts'
import { repeatsHeading, type AmountUnit, type ColumnMapping } from '#shared/tenders/table/column-mapping.ts'
import { TableField, type AmountField } from '#shared/tenders/table/table-fields.ts'
import { TenderDraft, type Award, type NoticeType } from '#shared/tenders/tender.ts'

export type MappedRow = { ok: true; draft: TenderDraft } | { ok: false; code: ImportIssueCode; field: string | null; found?: string | null; message: string }

type Problem = Extract<MappedRow, { ok: false }>

/** The columns of one row by field, with the problems met while reading them. */
function cellsOf(cells: readonly string[], headings: readonly string[], mapping: ColumnMapping) {
  const problems: Problem[] = []
  const at = (field: TableField): string | undefined => {
    const column = mapping.columns[field]
    return column === undefined ? undefined : cells[column]
  }
  const name = (field: TableField): string => headings[mapping.columns[field] ?? -1]?.trim() || field
  const invalid = (field: TableField, expected: string): null => {
    const found = (at(field) ?? '').trim().slice(0, longestFound)
    problems.push({ ok: false, code: 'field-invalid', field: name(field), found, message: `${expected} expected, found "${found}"` })
    return null
  }
  const value = (field: TableField, read: (cell: string | undefined) => CellValue, expected: string): string | null => {
    const found = read(at(field))
    return found.ok ? found.value : invalid(field, expected)
  }
  const named = (field: TableField): string | null => {
    const text = cellText(at(field))
    return text !== null && isNoName(text) ? invalid(field, 'a name') : text
  }
  return { problems, at, name, invalid, value, named, text: (field: TableField): string | null => cellText(at(field)) }
}

type Cells = ReturnType<typeof cellsOf>

type Labelled = { kind: 'buyer' | 'agency' | null; name: string }

/** A name with its label before it ("招标代理机构（盖章）：…"), as scrapes leave it. */
function unlabelled(text: string): Labelled {
  const match = /^([^：:]{2,20})[：:]\s*(.+)$/.exec(text)
  const kind = kindOfLabel((match?.[1] ?? '').normalize('NFKC').replace(/\s|\([^()]*\)/g, ''))
  return kind === 'buyer' || kind === 'agency' ? { kind, name: match?.[2] ?? text } : { kind: null, name: text }
}

/** The parties of a row. A label in a cell outweighs its column: some scrapes put the agency where the buyer belongs, or a stray unit. */
function partiesOf(cells: Cells): { buyer: string | null; agency: string | null } {
  const agencyCell = cells.named('agency')
  const agency = agencyCell === null ? null : unlabelled(agencyCell).name
  const stated = cells.text('buyer')
  if (stated === null || cellUnit(stated) !== null) return { buyer: null, agency }
  const { kind, name } = unlabelled(stated)
  if (kind === 'agency') return { buyer: null, agency: agency ?? name }
  return { buyer: kind === 'buyer' ? name : cells.named('buyer'), agency }
}

/** The unit of a row's bare amounts: its own column, or a unit that strayed into the buyer's. */
function rowUnit(cells: Cells): AmountUnit | null {
  return cellUnit(cells.at('unit')) ?? cellUnit(cells.at('buyer'))
}

function awardsOf(cells: Cells, amount: string | null): Award[] {
  const supplier = cells.named('supplier')
  if (supplier !== null) return [{ supplier, amount, lotNo: null }]
  if (amount !== null) cells.problems.push({ ok: false, code: 'field-missing', field: cells.name('supplier'), message: 'an amount was won, but not by whom' })
  return []
}

type Typed = { type: NoticeType; confidence: number }

function typeIn(text: string | null): Typed {
  if (text === null) return { type: 'other', confidence: 0 }
  const scan = scanNotice(normaliseNotice(text))
  const found = findNoticeType(scan, { start: 0, end: scan.text.plain.length })
  return { type: found.value, confidence: found.value === 'other' ? 0 : found.confidence }
}

/** From here on a title says outright what notice it is, rather than by a word in the project's name. */
const outright = 0.9

/** What the row is: by a title that says so, by its own column, by words in the title; a list with closing times lists what is open. */
function noticeTypeOf(cells: Cells, hasDeadline: boolean, hasWinner: boolean): NoticeType {
  const titles: Typed[] = []
  for (const field of ['noticeTitle', 'title'] as const) {
    const found = typeIn(cells.text(field))
    if (found.confidence >= outright) return found.type
    titles.push(found)
  }
  const stated = cells.text('noticeType')
  const column = stated?.includes('意向') === true ? 'planning' : typeIn(stated).type
  const type = [column, ...titles.map((title) => title.type)].find((found) => found !== 'other')
  return type ?? (hasWinner ? 'award' : hasDeadline ? 'tender' : 'other')
}

function urlOf(cells: Cells): string | null {
  const text = cells.text('url')
  return text === null || /^https?:\/\/\S+$/i.test(text) ? text : cells.invalid('url', 'an address')
}

function draftOf(cells: Cells, mapping: ColumnMapping, title: string) {
  const unit = rowUnit(cells)
  const amount = (field: AmountField): string | null => cells.value(field, (cell) => cellAmount(cell, mapping.units[field] ?? unit), 'an amount')
  const instant = (cell: string | undefined) => cellInstant(cell, mapping.dates)
  const { buyer, agency } = partiesOf(cells)
  const projectNo = cells.text('projectNo')
  const [budget, ceiling, won] = [amount('budget'), amount('ceiling'), amount('awardAmount')]
  const currency = sourceCurrency(cells.text('currency')?.replace(/^(?:人民币|元|¥|￥|RMB)$/i, 'CNY') ?? null)
  const bidDeadline = cells.value('bidDeadline', instant, 'a date')
  const awards = awardsOf(cells, won)
  return {
    key: `table:${projectNo ?? `${title}|${buyer ?? ''}`}`.slice(0, 600),
    kind: 'table',
    noticeType: noticeTypeOf(cells, bidDeadline !== null, awards.length > 0),
    projectNo,
    title,
    buyer,
    agency,
    method: cells.text('method'),
    budget,
    ceiling,
    currency: currency === undefined ? cells.invalid('currency', 'a currency code') : (currency ?? (budget ?? ceiling ?? won ? 'CNY' : null)),
    publishedAt: cells.value('publishedAt', (cell) => cellDayOrInstant(cell, mapping.dates), 'a date'),
    bidDeadline,
    openingTime: cells.value('openingTime', instant, 'a date'),
    lots: [],
    awards,
    documents: [],
    amendments: [],
    description: cells.text('description'),
    url: urlOf(cells),
    text: null,
    evidence: {},
    confidence: {},
  }
}

/** The heading behind a field of the draft that doesn't fit, and what stands there. */
function cellBehind(cells: Cells, field: string): { field: string; found: string | null } {
  const known = TableField.safeParse(field === 'key' ? 'projectNo' : field === 'awards' ? 'supplier' : field)
  return known.success ? { field: cells.name(known.data), found: cells.at(known.data)?.trim().slice(0, longestFound) ?? null } : { field, found: null }
}

/** Turns a row into a draft; a cell that is neither blank nor readable rejects the row and is named by its heading. */
export function mapRow(row: readonly string[], headings: readonly string[], mapping: ColumnMapping): MappedRow {
  if (repeatsHeading(row, headings)) return { ok: false, code: 'not-a-notice', field: null, message: 'the headings again' }
  const cells = cellsOf(row, headings, mapping)
  const title = cells.named('title') ?? cells.named('noticeTitle')
  const draft = title === null ? null : draftOf(cells, mapping, title)
  const [problem] = cells.problems
  if (problem) return problem
  if (draft === null) return { ok: false, code: 'field-missing', field: cells.name(mapping.columns.title === undefined && mapping.columns.noticeTitle !== undefined ? 'noticeTitle' : 'title'), message: 'the row names no project' }
  const checked = TenderDraft.safeParse(draft)
  if (checked.success) return { ok: true, draft: checked.data }
  const issue = checked.error.issues[0]
  return { ok: false, code: 'field-invalid', ...cellBehind(cells, String(issue?.path[0] ?? '')), message: issue?.message ?? 'the value does not fit' }
}
