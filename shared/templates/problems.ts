import type { z } from 'zod'
import { parseTemplateText, type FormTemplate, type TableRows, type TemplateBlock } from '#shared/documents/template.ts'
import { isCompanyField, isPriceField, rowKindOf, type RowKind } from '#shared/documents/template-fields.ts'
import type { TemplateProblem } from '#shared/templates/contract.ts'
import type { BidTemplate, VolumeTemplate } from '#shared/templates/bid-template.ts'

const rowKind = (rows: TableRows): RowKind | null =>
  'eachRequirement' in rows ? 'requirement' : 'eachLine' in rows ? 'line' : 'eachPerson' in rows ? 'person' : 'eachReference' in rows ? 'reference' : 'eachCertificate' in rows ? 'certificate' : null

const cellsOf = (rows: TableRows): readonly string[] | null => {
  if ('cells' in rows) return rows.cells
  if ('eachLine' in rows) return rows.eachLine
  if ('eachRequirement' in rows) return rows.eachRequirement
  if ('eachPerson' in rows) return rows.eachPerson
  if ('eachReference' in rows) return rows.eachReference
  return 'eachCertificate' in rows ? rows.eachCertificate : null
}

/** Every text of a block with the rows it is repeated for. */
const textsOf = (block: TemplateBlock): { text: string; row: ReturnType<typeof rowKind> }[] => {
  const outside = (texts: readonly string[]) => texts.map((text) => ({ text, row: null }))
  switch (block.kind) {
    case 'paragraph': return outside([block.text])
    case 'image': return outside([block.label])
    case 'certificates': return outside(block.otherwise === undefined ? [] : [block.otherwise.label])
    case 'signature': return outside(block.lines.flatMap(({ value }) => (value === null ? [] : [value])))
    case 'table': return block.rows.flatMap((rows) => (cellsOf(rows) ?? []).map((text) => ({ text, row: rowKind(rows) })))
    default: return []
  }
}

type Found = Pick<TemplateProblem, 'code' | 'detail'>

const textProblems = (text: string, row: ReturnType<typeof rowKind>, { volume }: VolumeTemplate): Found[] => {
  const parts = parseTemplateText(text)
  if (parts === null) return [{ code: 'field-unknown', detail: text }]
  return parts.flatMap((part): Found[] => {
    if (part.kind !== 'field') return []
    const needed = rowKindOf(part.name)
    if (needed !== null && needed !== row) return [{ code: 'row-field-misplaced', detail: part.name }]
    return isPriceField(part.name) && volume !== 'price' && volume !== 'book' ? [{ code: 'price-outside-price', detail: part.name }] : []
  })
}

const blockProblems = (block: TemplateBlock, volume: VolumeTemplate): Found[] => {
  const uneven = block.kind === 'table' ? unevenRows(block) : []
  const price: Found[] = block.kind === 'priceTable' && volume.volume !== 'price' && volume.volume !== 'book' ? [{ code: 'price-outside-price', detail: block.table }] : []
  return [...textsOf(block).flatMap(({ text, row }) => textProblems(text, row, volume)), ...uneven, ...price]
}

const unevenRows = (table: Extract<TemplateBlock, { kind: 'table' }>): Found[] => {
  const width = table.columns.length
  const rows = [...(table.head.length === 0 ? [] : [table.head]), ...table.rows.map(cellsOf).filter((cells) => cells !== null)]
  return rows.filter((cells) => cells.length !== width).map((cells) => ({ code: 'cells-uneven', detail: cells.join(' | ') }))
}

/** A blind volume prints no certificate, no person and no reference, and says nothing a fact of the company fills. */
const blindProblems = (block: TemplateBlock): Found[] => {
  if (['certificates', 'people', 'referenceFiles'].includes(block.kind)) return [{ code: 'names-bidder', detail: block.kind }]
  return textsOf(block).flatMap(({ text }) => (parseTemplateText(text) ?? []).flatMap((part): Found[] => (part.kind === 'field' && (isCompanyField(part.name) || ['person', 'reference', 'certificate'].includes(rowKindOf(part.name) ?? '')) ? [{ code: 'names-bidder', detail: part.name }] : [])))
}

const formProblems = (form: FormTemplate, volume: VolumeTemplate): TemplateProblem[] =>
  form.blocks.flatMap((block, index) =>
    [...blockProblems(block, volume), ...(volume.isBlind && !form.isOff && block.kind !== 'signature' && block.kind !== 'image' ? blindProblems(block) : [])].map((found) => ({ ...found, form: form.title, block: index + 1 })),
  )

const coverProblems = (volume: VolumeTemplate): TemplateProblem[] =>
  [volume.cover?.title ?? '', ...(volume.cover?.lines ?? []).map(({ value }) => value)].flatMap((text) => textProblems(text, null, volume)).map((found) => ({ ...found, form: null, block: null }))

/** Everything a readable template would still print wrongly. */
export const templateProblems = ({ volumes }: BidTemplate): TemplateProblem[] => volumes.flatMap((volume) => [...coverProblems(volume), ...volume.forms.flatMap((form) => formProblems(form, volume))])

/** Why a file is no template: each issue with its place, as 'volumes.0.forms.2.blocks.1.text'. */
export const unreadable = (issues: readonly z.core.$ZodIssue[]): TemplateProblem[] => issues.slice(0, 50).map(({ path, message }) => ({ code: 'unreadable', form: null, block: null, detail: `${path.join('.')}: ${message}` }))
