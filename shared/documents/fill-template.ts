import { responseGroups } from '#shared/documents/buyer-response.ts'
import type { BuyerBid } from '#shared/documents/buyer-bid.ts'
import { paragraph } from '#shared/documents/document.ts'
import type { Block, Row, Section, Span, Table } from '#shared/documents/document.ts'
import { parseTemplateText } from '#shared/documents/template.ts'
import type { Condition, ConditionName, FormTemplate, TemplateBlock } from '#shared/documents/template.ts'
import { nothingToCite, type Citing } from '#shared/documents/places.ts'
import { fieldSpans } from '#shared/documents/template-fields.ts'
import type { FieldScope } from '#shared/documents/template-fields.ts'
import { phraseOf } from '#shared/documents/wording.ts'

const conditions: Record<ConditionName, (bid: BuyerBid) => boolean> = {
  hasLot: ({ project }) => project.lotNo !== null,
  hasAgent: ({ company }) => company.authorisedAgent !== null && company.authorisedAgent.trim() !== '',
  isSmallBusiness: ({ company }) => company.isSmallBusiness === true,
  hasBond: ({ terms }) => terms.bondForm !== 'none',
  hasScoring: ({ responses }) => responses.some(responseGroups.scoring),
  hasTechnicalRequirements: ({ responses }) => responses.some(responseGroups.technical),
  hasBusinessRequirements: ({ responses }) => responses.some((response) => responseGroups.business(response) || responseGroups.qualification(response)),
  hasWarranty: ({ terms }) => terms.warranty !== null && terms.warranty.trim() !== '',
}

const isNamed = (name: string): name is ConditionName => name in conditions

const holds = (condition: Condition | undefined, bid: BuyerBid): boolean => {
  if (condition === undefined) return true
  const isNegated = condition.startsWith('!')
  const name = isNegated ? condition.slice(1) : condition
  return isNamed(name) && conditions[name](bid) !== isNegated
}

const spans = (text: string, scope: FieldScope): Span[] =>
  (parseTemplateText(text) ?? []).flatMap((part): Span[] => {
    if (part.kind === 'text') return [{ text: phraseOf(scope.bid)(part.text) }]
    if (part.kind === 'rule') return [{ text: '', blankEm: part.ruleEm }]
    const value = fieldSpans(part.name, scope)
    const { ruleEm } = part
    return ruleEm === null ? value : value.map((span) => ({ ...span, blankEm: ruleEm }))
  })

type TableBlock = Extract<TemplateBlock, { kind: 'table' }>

const tableRows = (table: TableBlock, scope: FieldScope): Row[] => {
  const { bid } = scope
  return table.rows.flatMap((rows): Row[] => {
    if ('eachRequirement' in rows) {
      return bid.responses.filter((response) => rows.of.some((group) => responseGroups[group](response))).map((value, index) => rows.eachRequirement.map((cell) => ({ text: spans(cell, { ...scope, response: { value, no: index + 1 } }) })))
    }
    if (!holds(rows.when, bid)) return []
    if ('empty' in rows) return Array.from({ length: rows.empty }, () => table.columns.map(() => ({ text: '' })))
    if ('cells' in rows) return [rows.cells.map((cell) => ({ text: spans(cell, scope) }))]
    return bid.lines.map((value, index) => rows.eachLine.map((cell) => ({ text: spans(cell, { ...scope, line: { value, no: index + 1 } }) })))
  })
}

/** A table without a head is a form: its odd columns are names. */
const fillTable = (table: TableBlock, scope: FieldScope): Table => {
  const { bid } = scope
  const rows = tableRows(table, scope)
  const isForm = table.head.length === 0
  return {
    kind: 'table',
    dense: table.dense,
    columns: table.columns,
    head: isForm ? [] : [table.head.map((text) => ({ text: phraseOf(bid)(text) }))],
    rows: isForm ? rows.map((row) => row.map((cell, column) => (column % 2 === 0 ? { ...cell, style: 'label' as const } : cell))) : rows,
  }
}

const plain = (text: string, scope: FieldScope): string => spans(text, scope).map((span) => span.text).join('')

const fillBlock = (block: TemplateBlock, scope: FieldScope): Block => {
  const { bid } = scope
  if (block.kind === 'paragraph') return paragraph(spans(block.text, scope), { align: block.align, indentEm: block.indentEm, style: block.isNote ? 'note' : 'body' })
  if (block.kind === 'table') return fillTable(block, scope)
  if (block.kind === 'image') return { kind: 'imagePlaceholder', label: plain(block.label, scope), heightMm: block.heightMm }
  if (block.kind === 'signature') return { kind: 'signature', seal: block.seal, lines: block.lines.map((line) => ({ ...line, label: phraseOf(bid)(line.label), value: line.value === null ? null : plain(line.value, scope) })) }
  return block.kind === 'heading' ? { kind: 'heading', text: phraseOf(bid)(block.text) } : { kind: 'spacer', heightMm: block.heightMm }
}

/** The anchor of a form: what an answer cites when its proof stands there. */
export const formAnchor = (id: string): string => `form:${id}`

/** A form filled for one bid; null when its condition does not hold. */
export const fillTemplate = (template: FormTemplate, bid: BuyerBid, citing: Citing = nothingToCite('business')): Section | null => {
  if (!holds(template.when, bid)) return null
  const scope: FieldScope = { bid, line: null, response: null, citing }
  const blocks = template.blocks.filter((block) => holds(block.when, bid)).map((block) => fillBlock(block, scope))
  return { title: phraseOf(bid)(template.title), anchor: formAnchor(template.id), orientation: template.orientation, blocks }
}
