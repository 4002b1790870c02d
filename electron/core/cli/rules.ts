import { z } from 'zod'
import { abnormalLowRules } from '#core/cli/rules/abnormal-low.ts'
import { CapitalFile, capitalResults } from '#core/cli/rules/capital-amounts.ts'
import { deadlineVectorRules } from '#core/cli/rules/deadlines.ts'
import { priceScoreRules } from '#core/cli/rules/price-scores.ts'
import { sizeClassRule } from '#core/cli/rules/size-class.ts'
import { taxRules } from '#core/cli/rules/tax.ts'
import { type Actual, failure, type Rule } from '#core/cli/rules/vector.ts'
import { chineseWorkingDays } from '#shared/calendar/chinese-working-days.ts'
import { isWorkingDay } from '#shared/calendar/working-days.ts'
import { Day } from '#shared/time.ts'

export type RuleResult = { id: string; actual: Actual }
export type RulesRun = { ok: true; results: RuleResult[] } | { ok: false; code: 'file-unknown' | 'field-invalid'; message: string }

const Vector = z.looseObject({ id: z.string(), inputs: z.unknown() })
type Vector = z.infer<typeof Vector>
const VectorFile = z.looseObject({ vectors: z.array(Vector) })

/** Each kind of file names its rules under one key; the size classes have none and are known by their inputs. */
const ruleTables: { key: string; rules: Record<string, Rule> }[] = [
  { key: 'method', rules: priceScoreRules },
  { key: 'regime', rules: abnormalLowRules },
  { key: 'kind', rules: taxRules },
  { key: 'rule', rules: deadlineVectorRules },
]

/** What our rules make of every vector of a file, in the shape of its `expected`; the kind of file is known by its content. */
export function runRules(file: unknown): RulesRun {
  if (hasCapitals(file)) {
    const capitals = CapitalFile.safeParse(file)
    return capitals.success ? { ok: true, results: capitalResults(capitals.data) } : invalidField(capitals.error)
  }
  const parsed = VectorFile.safeParse(file)
  if (!parsed.success) return hasVectors(file) ? invalidField(parsed.error) : { ok: false, code: 'file-unknown', message: 'not a file of rule vectors: it holds neither "vectors" nor "to_capital"' }
  return { ok: true, results: [...workdayResults(file), ...parsed.data.vectors.map((vector) => ({ id: vector.id, actual: actualOf(vector) }))] }
}

const hasVectors = (file: unknown): boolean => typeof file === 'object' && file !== null && 'vectors' in file
const hasCapitals = (file: unknown): boolean => typeof file === 'object' && file !== null && 'to_capital' in file

function invalidField(error: z.ZodError): RulesRun {
  const issue = error.issues[0]
  return { ok: false, code: 'field-invalid', message: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid'}` }
}

function actualOf(vector: Vector): Actual {
  const table = ruleTables.find(({ key }) => typeof vector[key] === 'string')
  if (table === undefined) return sizeClassRule(vector.inputs)
  const name = String(vector[table.key])
  const rule = table.rules[name]
  return rule === undefined ? failure('rule-unknown', `no rule for ${table.key} ${name}`, table.key) : rule(vector.inputs)
}

const WorkdayList = z.looseObject({ is_workday: z.array(z.object({ date: Day })) })

/** The calendar list of the deadlines file has no ids: its days are. */
function workdayResults(file: unknown): RuleResult[] {
  const parsed = WorkdayList.safeParse(file)
  return parsed.success ? parsed.data.is_workday.map(({ date }) => ({ id: date, actual: { work: isWorkingDay(chineseWorkingDays, date) } })) : []
}
