import type { z } from 'zod'
import { m } from '#renderer/paraglide/messages.js'
import type { BlockKind, RowKind } from '#renderer/features/templates/draft.ts'
import type { ConditionName, ResponseGroupName } from '#shared/documents/template.ts'
import type { FieldName } from '#shared/documents/template-fields.ts'
import type { PrintableVolume } from '#shared/documents/volume.ts'
import type { TemplateProblem } from '#shared/templates/contract.ts'

const blockNames: Record<BlockKind, () => string> = {
  paragraph: () => m.tpl_block_paragraph(),
  heading: () => m.tpl_block_heading(),
  table: () => m.tpl_block_table(),
  signature: () => m.tpl_block_signature(),
  image: () => m.tpl_block_image(),
  spacer: () => m.tpl_block_spacer(),
  pageBreak: () => m.tpl_block_page_break(),
  texts: () => m.tpl_block_texts(),
  certificates: () => m.tpl_block_certificates(),
  people: () => m.tpl_block_people(),
  referenceFiles: () => m.tpl_block_references(),
  priceTable: () => m.tpl_block_price(),
}
export const blockName = (kind: BlockKind): string => blockNames[kind]()

const rowNames: Record<RowKind, () => string> = {
  cells: () => m.tpl_row_fixed(),
  eachLine: () => m.tpl_row_line(),
  eachRequirement: () => m.tpl_row_requirement(),
  eachPerson: () => m.tpl_row_person(),
  eachReference: () => m.tpl_row_reference(),
  eachCertificate: () => m.tpl_row_certificate(),
  empty: () => m.tpl_row_empty(),
}
export const rowName = (kind: RowKind): string => rowNames[kind]()

const conditionNames: Record<ConditionName, () => string> = {
  hasLot: () => m.tpl_when_lot(),
  hasAgent: () => m.tpl_when_agent(),
  isSmallBusiness: () => m.tpl_when_small(),
  hasBond: () => m.tpl_when_bond(),
  hasWarranty: () => m.tpl_when_warranty(),
  hasCertificates: () => m.tpl_when_certificates(),
  hasReferences: () => m.tpl_when_references(),
  hasPeople: () => m.tpl_when_people(),
  hasServicePlan: () => m.tpl_when_service(),
  hasScoring: () => m.tpl_when_scoring(),
  hasTechnicalRequirements: () => m.tpl_when_technical(),
  hasBusinessRequirements: () => m.tpl_when_business(),
}
export const conditionName = (name: ConditionName): string => conditionNames[name]()

export const aligns = ['justify', 'left', 'center', 'right'] as const

export function alignName(align: (typeof aligns)[number]): string {
  switch (align) {
    case 'justify': return m.tpl_align_justify()
    case 'left': return m.tpl_align_left()
    case 'center': return m.tpl_align_center()
    case 'right': return m.tpl_align_right()
  }
}

export function requirementGroupName(group: z.infer<typeof ResponseGroupName>): string {
  switch (group) {
    case 'qualification': return m.tpl_group_qualification()
    case 'business': return m.tpl_group_business()
    case 'technical': return m.tpl_group_technical()
    case 'scoring': return m.tpl_group_scoring()
  }
}

export function volumeName(volume: PrintableVolume): string {
  switch (volume) {
    case 'business': return m.volume_business()
    case 'technical': return m.volume_technical()
    case 'price': return m.volume_price()
    case 'book': return m.volume_book()
  }
}

/** Fields by what they speak of; their own names follow, so that a text can be read without this list. */
export function groupName(field: FieldName): string {
  const [group] = field.split('.')
  switch (group) {
    case 'company': return m.tpl_fields_company()
    case 'project': return m.tpl_fields_project()
    case 'terms': return m.tpl_fields_terms()
    case 'price': return m.tpl_fields_price()
    case 'line': return m.tpl_row_line()
    case 'person': return m.tpl_row_person()
    case 'reference': return m.tpl_row_reference()
    case 'requirement':
    case 'response': return m.tpl_row_requirement()
    default: return m.tpl_row_certificate()
  }
}

/** What is wrong, with its place, in one line. */
export function problemWords({ code, form, block, detail }: TemplateProblem): string {
  const where = form === null ? '' : block === null ? m.tpl_at_form({ form }) : m.tpl_at_block({ form, block })
  switch (code) {
    case 'unreadable': return m.tpl_problem_unreadable({ detail })
    case 'field-unknown': return where + m.tpl_problem_field({ detail: detail.slice(0, 80) })
    case 'price-outside-price': return where + m.tpl_problem_price({ detail })
    case 'row-field-misplaced': return where + m.tpl_problem_row({ detail })
    case 'cells-uneven': return where + m.tpl_problem_cells({ detail: detail.slice(0, 80) })
    case 'names-bidder': return where + m.tpl_problem_blind({ detail })
  }
}
