import { z } from 'zod'
import { FieldName } from '#shared/documents/template-fields.ts'

/**
 * The language of the form templates (assets/templates/*.json). In a text, `{{company.name}}` is a field, `{{company.name _12}}`
 * the field on a rule at least 12 characters wide, `{{_12}}` a rule to write on by hand.
 */
const token = /\{\{\s*([A-Za-z.]+)?\s*(?:_(\d{1,2}))?\s*\}\}/g

export type TextPart = { kind: 'text'; text: string } | { kind: 'field'; name: FieldName; ruleEm: number | null } | { kind: 'rule'; ruleEm: number }

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

const TemplateText = z.string().refine((text) => parseTemplateText(text) !== null, 'unknown field or stray braces')

/** What must hold for a form or block to be printed; a leading ! turns it round. */
export const ConditionName = z.enum(['hasLot', 'hasAgent', 'isSmallBusiness', 'hasBond', 'hasWarranty', 'hasScoring', 'hasTechnicalRequirements', 'hasBusinessRequirements'])
export type ConditionName = z.infer<typeof ConditionName>
const Condition = z.templateLiteral([z.enum(['', '!']), ConditionName])
export type Condition = z.infer<typeof Condition>

const when = Condition.optional()

const ResponseGroupName = z.enum(['qualification', 'business', 'technical', 'scoring'])

const Column = z.object({ share: z.number().positive(), align: z.enum(['left', 'center', 'right']) })
const SignatureLine = z.object({ label: z.string(), value: TemplateText.nullable(), after: z.string().nullable() })

/** Rows of a table: written out, one for each offer line, one for each requirement of some groups, or empty ones to fill by hand. */
const TableRows = z.union([z.object({ cells: z.array(TemplateText), when }), z.object({ eachLine: z.array(TemplateText), when }), z.object({ eachRequirement: z.array(TemplateText), of: z.array(ResponseGroupName).min(1) }), z.object({ empty: z.int().min(1).max(40), when })])

export const TemplateBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), text: TemplateText, align: z.enum(['left', 'center', 'right', 'justify']).default('justify'), indentEm: z.number().min(0).max(20).default(2), isNote: z.boolean().default(false), when }),
  z.object({ kind: z.literal('heading'), text: z.string(), when }),
  z.object({ kind: z.literal('table'), dense: z.boolean().default(false), columns: z.array(Column).min(1), head: z.array(z.string()), rows: z.array(TableRows), when }),
  z.object({ kind: z.literal('image'), label: TemplateText, heightMm: z.number().positive().max(240), when }),
  z.object({ kind: z.literal('spacer'), heightMm: z.number().positive().max(240), when }),
  z.object({ kind: z.literal('signature'), lines: z.array(SignatureLine).min(1), seal: z.string().nullable(), when }),
])
export type TemplateBlock = z.infer<typeof TemplateBlock>

export const FormTemplate = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: z.string().min(1),
  orientation: z.enum(['portrait', 'landscape']).default('portrait'),
  when,
  blocks: z.array(TemplateBlock).min(1),
})
export type FormTemplate = z.infer<typeof FormTemplate>

export const FormTemplates = z.array(FormTemplate)
