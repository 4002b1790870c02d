import { z } from 'zod'
import { RulePack } from '#shared/pricing/rule-pack.ts'

/** What a field takes. */
const Expected = z.enum(['text', 'number', 'decimal', 'date', 'identifier', 'list', 'group', 'option', 'limit'])

/** What is wrong with one field of a pack file, and what it takes instead. */
export const PackIssue = z.object({
  /** 'price.article'; empty for the file as a whole. */
  field: z.string(),
  code: z.enum(['not-json', 'too-large', 'missing', 'wrong', 'unknown-field', 'ends-before-it-starts', 'overlaps']),
  expected: Expected.nullable(),
  /** The words an option field takes, the limit of a figure, or the packs that overlap. */
  options: z.array(z.string()),
  /** What stands there now, in short. */
  given: z.string().nullable(),
})
export type PackIssue = z.infer<typeof PackIssue>

export type PackReading = { ok: true; pack: RulePack } | { ok: false; issues: PackIssue[] }

/** The most bytes a pack file may have: ours are under 4 KB. */
export const mostPackBytes = 1_000_000
const mostIssues = 50
const mostGiven = 60

export function packIssue(field: string, code: PackIssue['code'], more: Partial<PackIssue> = {}): PackIssue {
  return { field, code, expected: null, options: [], given: null, ...more }
}

/** A rule pack out of parsed JSON, or every field that is wrong. A field the program does not know is refused, not dropped. */
export function readPack(json: unknown): PackReading {
  const parsed = RulePack.safeParse(json)
  if (!parsed.success) return { ok: false, issues: parsed.error.issues.slice(0, mostIssues).map((issue) => issueOf(issue, json)) }
  const unknown = unknownFields(json, parsed.data)
  return unknown.length === 0 ? { ok: true, pack: parsed.data } : { ok: false, issues: unknown.slice(0, mostIssues) }
}

function issueOf(issue: z.core.$ZodIssue, json: unknown): PackIssue {
  const field = issue.path.join('.')
  const value = valueAt(json, issue.path)
  if (issue.code === 'custom' && issue.message === shareOnly) return packIssue(field, 'wrong', { expected: 'limit', options: ['> 0', '≤ 1'], given: short(value) })
  if (issue.code === 'custom') return packIssue(field, issue.message === endsFirst ? endsFirst : 'wrong', { given: short(value) })
  const wanted = expectedOf(issue)
  return value === undefined ? packIssue(field, 'missing', wanted) : packIssue(field, 'wrong', { ...wanted, given: short(value) })
}

/** The message by which `RulePack` says that a pack's days are the wrong way round. */
const endsFirst = 'ends-before-it-starts'
/** The message by which it says that a fraction is none. */
const shareOnly = 'share'

const types: Record<string, PackIssue['expected']> = { string: 'text', number: 'number', int: 'number', array: 'list', object: 'group' }

function expectedOf(issue: z.core.$ZodIssue): Partial<PackIssue> {
  switch (issue.code) {
    case 'invalid_type': return { expected: types[issue.expected] ?? null }
    case 'invalid_value': return { expected: 'option', options: issue.values.map(String) }
    case 'too_big': return { expected: 'limit', options: [`≤ ${issue.maximum}`] }
    case 'too_small': return { expected: 'limit', options: [`≥ ${issue.minimum}`] }
    // Beside days only the name and the decimals have a form.
    case 'invalid_format': return { expected: issue.format === 'date' ? 'date' : issue.path.join('.') === 'id' ? 'identifier' : 'decimal' }
    // The fields with two forms are decimals, as text or as a number, and the formulas, told apart by their kind.
    case 'invalid_union': return issue.errors.length === 0 ? { expected: 'option', options: optionsOf(issue) } : { expected: 'decimal' }
    default: return {}
  }
}

function optionsOf(issue: z.core.$ZodIssue): string[] {
  return 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : []
}

function valueAt(json: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined), json)
}

const short = (value: unknown): string => (JSON.stringify(value) ?? '').slice(0, mostGiven)

/** Fields of the file that reading left out. */
function unknownFields(given: unknown, read: unknown, path: readonly string[] = []): PackIssue[] {
  if (Array.isArray(given)) return Array.isArray(read) ? given.flatMap((item, index) => unknownFields(item, read[index], [...path, String(index)])) : []
  if (!isRecord(given) || !isRecord(read)) return []
  return Object.entries(given).flatMap(([key, value]) => (key in read ? unknownFields(value, read[key], [...path, key]) : [packIssue([...path, key].join('.'), 'unknown-field', { given: short(value) })]))
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
