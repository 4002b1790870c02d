import { z } from 'zod'
import { FieldName } from '#shared/documents/template-fields.ts'
import { CertificateType, TextTopic } from '#shared/library/kinds.ts'

/**
 * The language of the form templates. In a text, `{{company.name}}` is a field, `{{company.name _12}}` the field on a rule at
 * least 12 characters wide, `{{_12}}` a rule to write on by hand. What each block prints is told in assets/templates/README.md.
 */
const token = /\{\{\s*([A-Za-z.]+)?\s*(?:_(\d{1,2}))?\s*\}\}/g

type TextPart = { kind: 'text'; text: string } | { kind: 'field'; name: FieldName; ruleEm: number | null } | { kind: 'rule'; ruleEm: number }

const partOf = (name: string | undefined, rule: string | undefined): TextPart | null => {
  const ruleEm = rule === undefined ? null : Number(rule)
  if (name === undefined) return ruleEm === null ? null : { kind: 'rule', ruleEm }
  const field = FieldName.safeParse(name)
  return field.success ? { kind: 'field', name: field.data, ruleEm } : null
}

/** The parts of a template's text; null when a field has no such name or braces are left over. */
export const parseTemplateText = (text: string): TextPart[] | null => {
  const parts: TextPart[] = []
  let from = 0
  for (const match of text.matchAll(token)) {
    const part = partOf(match[1], match[2])
    if (part === null) return null
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) })
    parts.push(part)
    from = match.index + match[0].length
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) })
  return parts.some((part) => part.kind === 'text' && /\{\{|\}\}/.test(part.text)) ? null : parts
}

const TemplateText = z.string().max(20_000).refine((text) => parseTemplateText(text) !== null, 'unknown field or stray braces')

/** What must hold for a form or block to be printed; a leading ! turns it round. */
export const ConditionName = z.enum(['hasLot', 'hasAgent', 'isSmallBusiness', 'hasBond', 'hasWarranty', 'hasCertificates', 'hasReferences', 'hasPeople', 'hasServicePlan', 'hasScoring', 'hasTechnicalRequirements', 'hasBusinessRequirements'])
export type ConditionName = z.infer<typeof ConditionName>
export const Condition = z.templateLiteral([z.enum(['', '!']), ConditionName])
export type Condition = z.infer<typeof Condition>

const when = Condition.optional()

const Column = z.object({ share: z.number().positive(), align: z.enum(['left', 'center', 'right']) })
const SignatureLine = z.object({ label: z.string().max(200), value: TemplateText.nullable(), after: z.string().max(200).nullable() })

/** The tables that answer requirements: each prints some of these groups. */
export const ResponseGroupName = z.enum(['qualification', 'business', 'technical', 'scoring'])

/** Rows of a table: written out, one for each offer line, requirement of some groups, person, reference or certificate, or empty ones to fill by hand. */
const cells = z.array(TemplateText).max(20)
const TableRows = z.union([
  z.object({ cells, when }),
  z.object({ eachLine: cells, when }),
  z.object({ eachRequirement: cells, of: z.array(ResponseGroupName).min(1) }),
  z.object({ eachPerson: cells }),
  z.object({ eachReference: cells }),
  z.object({ eachCertificate: cells, types: z.array(CertificateType).optional() }),
  z.object({ empty: z.int().min(1).max(40), when }),
])
export type TableRows = z.infer<typeof TableRows>

const types = z.array(CertificateType).min(1)
const heightMm = z.number().positive().max(240)

export const TemplateBlock = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('paragraph'),
    text: TemplateText,
    align: z.enum(['left', 'center', 'right', 'justify']).default('justify'),
    indentEm: z.number().min(0).max(20).default(2),
    isNote: z.boolean().default(false),
    isNumbered: z.boolean().default(false),
    keepWithNext: z.boolean().default(false),
    when,
  }),
  z.object({ kind: z.literal('heading'), text: z.string().max(300), level: z.union([z.literal(1), z.literal(2), z.literal(3)]).default(1), when }),
  z.object({ kind: z.literal('table'), dense: z.boolean().default(false), columns: z.array(Column).min(1).max(20), head: z.array(z.string().max(200)), rows: z.array(TableRows), when }),
  z.object({ kind: z.literal('image'), label: TemplateText, heightMm, when }),
  z.object({ kind: z.literal('spacer'), heightMm, when }),
  z.object({ kind: z.literal('pageBreak'), when }),
  z.object({ kind: z.literal('signature'), lines: z.array(SignatureLine).min(1).max(10), seal: z.string().max(100).nullable(), when }),
  z.object({ kind: z.literal('priceTable'), table: z.enum(['opening', 'itemised']), when }),
  z.object({ kind: z.literal('certificates'), types, otherwise: z.object({ label: TemplateText, heightMm }).optional(), when }),
  z.object({ kind: z.literal('texts'), topics: z.array(TextTopic).min(1), when }),
  z.object({ kind: z.literal('people'), when }),
  z.object({ kind: z.literal('referenceFiles'), when }),
])
export type TemplateBlock = z.infer<typeof TemplateBlock>

export const FormTemplate = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/).max(80),
  title: z.string().trim().min(1).max(200),
  orientation: z.enum(['portrait', 'landscape']).default('portrait'),
  /** Kept in the template and not printed. */
  isOff: z.boolean().default(false),
  /** Left out where nothing of the library was chosen for it. */
  skipEmpty: z.boolean().default(false),
  when,
  blocks: z.array(TemplateBlock).min(1).max(400),
})
export type FormTemplate = z.infer<typeof FormTemplate>

/** The cover of a volume; its part ("商务部分") stands under the name of the document. A line without a value is one to write on. */
export const CoverTemplate = z.object({
  copy: z.string().max(40),
  title: TemplateText,
  name: z.string().max(60),
  lines: z.array(z.object({ label: z.string().max(40), value: TemplateText, when })).max(12),
})
export type CoverTemplate = z.infer<typeof CoverTemplate>

export const FormTemplates = z.array(FormTemplate).max(200)
