import type { BuyerBid } from '#shared/documents/buyer-bid.ts'
import { responseGroups } from '#shared/documents/buyer-response.ts'
import { anchorOf } from '#shared/documents/buyer-materials.ts'
import { paragraph } from '#shared/documents/document.ts'
import type { Block, Row, Section, Span, Table } from '#shared/documents/document.ts'
import { itemisedTables } from '#shared/documents/itemised-price-form.ts'
import { certificateBlocks, personBlocks, referenceBlocks, textBlocks } from '#shared/documents/material-blocks.ts'
import { openingTables } from '#shared/documents/opening-form.ts'
import { nothingToCite } from '#shared/documents/places.ts'
import { priceWords } from '#shared/documents/price-words.ts'
import { parseTemplateText } from '#shared/documents/template.ts'
import type { Condition, ConditionName, FormTemplate, TableRows, TemplateBlock } from '#shared/documents/template.ts'
import { fieldSpans } from '#shared/documents/template-fields.ts'
import type { FieldScope, RowScope } from '#shared/documents/template-fields.ts'
import { phraseOf } from '#shared/documents/wording.ts'

const conditions: Record<ConditionName, (bid: BuyerBid) => boolean> = {
  hasLot: ({ project }) => project.lotNo !== null,
  hasAgent: ({ company }) => company.authorisedAgent !== null && company.authorisedAgent.trim() !== '',
  isSmallBusiness: ({ company }) => company.isSmallBusiness === true,
  hasBond: ({ terms }) => terms.bondForm !== 'none',
  hasWarranty: ({ terms }) => terms.warranty !== null && terms.warranty.trim() !== '',
  hasCertificates: ({ materials }) => materials.certificates.length > 0,
  hasReferences: ({ materials }) => materials.references.length > 0,
  hasPeople: ({ materials }) => materials.people.length > 0,
  hasServicePlan: ({ materials }) => materials.texts.some(({ topic }) => topic === 'service'),
  hasScoring: ({ responses }) => responses.some(responseGroups.scoring),
  hasTechnicalRequirements: ({ responses }) => responses.some(responseGroups.technical),
  hasBusinessRequirements: ({ responses }) => responses.some((response) => responseGroups.business(response) || responseGroups.qualification(response)),
}

const isNamed = (name: string): name is ConditionName => name in conditions

export const holds = (condition: Condition | undefined, bid: BuyerBid): boolean => {
  if (condition === undefined) return true
  const isNegated = condition.startsWith('!')
  const name = isNegated ? condition.slice(1) : condition
  return isNamed(name) && conditions[name](bid) !== isNegated
}

/** `phrase` puts fixed words in the words of the procurement method; it leaves alone what a person typed. */
const spans = (text: string, scope: FieldScope, phrase = phraseOf(scope.bid)): Span[] =>
  (parseTemplateText(text) ?? []).flatMap((part): Span[] => {
    if (part.kind === 'text') return [{ text: phrase(part.text) }]
    if (part.kind === 'rule') return [{ text: '', blankEm: part.ruleEm }]
    const value = fieldSpans(part.name, scope)
    const { ruleEm } = part
    return ruleEm === null ? value : value.map((span) => ({ ...span, blankEm: ruleEm }))
  })

type TableBlock = Extract<TemplateBlock, { kind: 'table' }>

const rowsFor = (rows: TableRows, columns: number, scope: FieldScope): Row[] => {
  const { bid } = scope
  const each = (cells: readonly string[], items: readonly RowScope[]): Row[] => items.map((row) => cells.map((cell) => ({ text: spans(cell, { ...scope, row }) })))
  if ('empty' in rows) return holds(rows.when, bid) ? Array.from({ length: rows.empty }, () => Array.from({ length: columns }, () => ({ text: '' }))) : []
  if ('cells' in rows) return holds(rows.when, bid) ? [rows.cells.map((cell) => ({ text: spans(cell, scope) }))] : []
  if ('eachLine' in rows) return holds(rows.when, bid) ? each(rows.eachLine, bid.lines.map((value, index) => ({ kind: 'line', value, no: index + 1 }))) : []
  if ('eachRequirement' in rows) {
    const asked = bid.responses.filter((response) => rows.of.some((group) => responseGroups[group](response)))
    return each(rows.eachRequirement, asked.map((value, index) => ({ kind: 'requirement', value, no: index + 1 })))
  }
  if ('eachPerson' in rows) return each(rows.eachPerson, bid.materials.people.map((value, index) => ({ kind: 'person', value, no: index + 1 })))
  if ('eachReference' in rows) return each(rows.eachReference, bid.materials.references.map((value, index) => ({ kind: 'reference', value, no: index + 1 })))
  const { types } = rows
  const wanted = bid.materials.certificates.filter(({ type }) => types === undefined || types.includes(type))
  return each(rows.eachCertificate, wanted.map((value, index) => ({ kind: 'certificate', value, no: index + 1 })))
}

/** A table without a head is a form: its odd columns are names. */
const fillTable = (table: TableBlock, scope: FieldScope): Table => {
  const rows = table.rows.flatMap((each) => rowsFor(each, table.columns.length, scope))
  const isForm = table.head.length === 0
  return {
    kind: 'table',
    dense: table.dense,
    columns: table.columns,
    head: isForm ? [] : [table.head.map((text) => ({ text: phraseOf(scope.bid)(text) }))],
    rows: isForm ? rows.map((row) => row.map((cell, column) => (column % 2 === 0 ? { ...cell, style: 'label' as const } : cell))) : rows,
  }
}

/** A text with its fields filled in. */
export const plainText = (text: string, scope: FieldScope): string => spans(text, scope).map((span) => span.text).join('')

type Filling = { scope: FieldScope; nextNumber: () => number }

const fillBlock = (block: TemplateBlock, { scope, nextNumber }: Filling): Block[] => {
  const { bid, isBlind } = scope
  const phrase = phraseOf(bid)
  switch (block.kind) {
    case 'paragraph': {
      const number = block.isNumbered ? [{ text: `${nextNumber()}．` }] : []
      return [paragraph([...number, ...spans(block.text, scope)], { align: block.align, indentEm: block.indentEm, style: block.isNote ? 'note' : 'body', keepWithNext: block.keepWithNext })]
    }
    case 'heading': return [{ kind: 'heading', text: phrase(block.text), level: block.level }]
    case 'table': return [fillTable(block, scope)]
    case 'image': return isBlind ? [] : [{ kind: 'imagePlaceholder', label: plainText(block.label, scope), heightMm: block.heightMm }]
    case 'spacer': return [{ kind: 'spacer', heightMm: block.heightMm }]
    case 'pageBreak': return [{ kind: 'pageBreak' }]
    // Whoever may not be recognised does not sign.
    case 'signature': return isBlind ? [] : [{ kind: 'signature', seal: block.seal, lines: block.lines.map((line) => ({ ...line, label: phrase(line.label), value: line.value === null ? null : plainText(line.value, scope) })) }]
    case 'priceTable': return block.table === 'opening' ? openingTables(bid, priceWords(bid)) : itemisedTables(bid, priceWords(bid))
    case 'certificates': {
      const pages = isBlind ? [] : certificateBlocks(bid.materials.certificates.filter(({ type }) => block.types.includes(type)))
      return pages.length === 0 && block.otherwise !== undefined && !isBlind ? [{ kind: 'imagePlaceholder', label: plainText(block.otherwise.label, scope), heightMm: block.otherwise.heightMm }] : pages
    }
    case 'texts': return textBlocks(bid.materials.texts.filter(({ topic }) => block.topics.includes(topic)), (text) => spans(text, scope, (fixed) => fixed))
    case 'people': return isBlind ? [] : personBlocks(bid.materials.people)
    case 'referenceFiles': return isBlind ? [] : referenceBlocks(bid.materials.references)
  }
}

/** What a form takes from the library, however little else it prints. */
const isFromLibrary = (block: TemplateBlock): boolean =>
  ['certificates', 'texts', 'people', 'referenceFiles'].includes(block.kind) || (block.kind === 'table' && block.rows.some((rows) => 'eachPerson' in rows || 'eachReference' in rows || 'eachCertificate' in rows))

const hasContent = (block: Block): boolean => block.kind !== 'table' || block.rows.length > 0

/** The anchors the materials will have in a volume of these forms. */
export const anchorsIn = (forms: readonly FormTemplate[], { materials }: BuyerBid): Set<string> => {
  const blocks = forms.filter(({ isOff }) => !isOff).flatMap((form) => form.blocks)
  const types = new Set(blocks.flatMap((block) => (block.kind === 'certificates' ? block.types : [])))
  const has = (kind: TemplateBlock['kind']) => blocks.some((block) => block.kind === kind)
  return new Set([
    ...materials.certificates.filter(({ type, attachments }) => types.has(type) && attachments.length > 0).map(({ id }) => anchorOf('certificate', id)),
    ...(has('people') ? materials.people.map(({ id }) => anchorOf('person', id)) : []),
    ...(has('referenceFiles') ? materials.references.filter(({ attachments }) => attachments.length > 0).map(({ id }) => anchorOf('reference', id)) : []),
  ])
}

type FillOptions = Pick<FieldScope, 'isBlind' | 'anchors' | 'citing'>

/** The anchor of a form: what an answer cites when its proof stands there. */
export const formAnchor = (id: string): string => `form:${id}`

/** A form filled for one bid; null when it is off, its condition does not hold, or nothing of the library was chosen for it. */
export const fillTemplate = (template: FormTemplate, bid: BuyerBid, options: FillOptions = { isBlind: false, anchors: new Set(), citing: nothingToCite('business') }): Section | null => {
  if (template.isOff || !holds(template.when, bid)) return null
  let number = 0
  const filling: Filling = { scope: { bid, row: null, ...options }, nextNumber: () => ++number }
  const parts = template.blocks.filter((block) => holds(block.when, bid)).map((block) => ({ block, filled: fillBlock(block, filling) }))
  if (template.skipEmpty && !parts.some(({ block, filled }) => isFromLibrary(block) && filled.some(hasContent))) return null
  return { title: phraseOf(bid)(template.title), orientation: template.orientation, anchor: formAnchor(template.id), blocks: parts.flatMap(({ filled }) => filled) }
}
