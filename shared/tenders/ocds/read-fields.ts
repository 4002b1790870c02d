import { longestFound, type ImportIssueCode } from '#shared/imports/issue.ts'
import { isoDayOrInstant, isoInstant } from '#shared/tenders/iso-moment.ts'
import { member, plainText, type OcdsObject, type OcdsValue } from '#shared/tenders/ocds/ocds-value.ts'
import { sourceAmount, sourceCurrency } from '#shared/tenders/source-amount.ts'

export type FieldProblem = { code: ImportIssueCode; field: string; found?: string | null; message: string }

/** The same few paths are walked for every release of a file. */
const namesOf = new Map<string, readonly string[]>()

function namesIn(path: string): readonly string[] {
  const known = namesOf.get(path)
  if (known) return known
  const names = path.split('.')
  // A path with a place in a list may have any number in it.
  if (namesOf.size < 1000) namesOf.set(path, names)
  return names
}

const quoted = (value: OcdsValue): string => JSON.stringify(value).slice(0, longestFound)

/** Reads members of a release by dotted path ('awards.0.value.amount'); what is there but unreadable is noted as a problem. */
export function fieldsOf(release: OcdsObject) {
  const problems: FieldProblem[] = []
  const invalid = (field: string, message: string, value?: OcdsValue): null => {
    const found = typeof value === 'string' ? value.slice(0, longestFound) : value === undefined || value === null ? null : quoted(value)
    problems.push({ code: 'field-invalid', field, found, message: value === undefined ? message : `${message}${quoted(value)}` })
    return null
  }

  function at(path: string): OcdsValue | undefined {
    let value: OcdsValue | undefined = release
    const names = namesIn(path)
    for (let index = 0; index < names.length; index++) {
      if (value === undefined || value === null) return undefined
      if (typeof value !== 'object') return invalid(names.slice(0, index).join('.'), 'expected an object, found ', value)
      value = member(value, names[index] ?? '')
    }
    return value
  }

  function text(path: string): string | null {
    const value = at(path)
    if (typeof value === 'object' && value !== null) return invalid(path, 'expected text, found ', value)
    return plainText(typeof value === 'boolean' ? String(value) : value)
  }

  function amount(path: string): string | null {
    const value = text(path)
    const read = sourceAmount(value ?? '')
    return read.ok ? read.amount : invalid(path, 'not an amount: ', value)
  }

  function moment(path: string, parse: (text: string) => string | null): string | null {
    const value = text(path)
    return value === null ? null : (parse(value) ?? invalid(path, 'not an ISO 8601 date: ', value))
  }

  return {
    problems,
    invalid,
    at,
    text,
    amount,
    currency: (path: string): string | null => {
      const read = sourceCurrency(text(path))
      return read === undefined ? invalid(path, 'not a currency code: ', text(path)) : read
    },
    instant: (path: string): string | null => moment(path, isoInstant),
    dayOrInstant: (path: string): string | null => moment(path, isoDayOrInstant),
    /** How many items a list has; no list is none. */
    count: (path: string): number => {
      const value = at(path)
      if (value === undefined || value === null) return 0
      if (Array.isArray(value)) return value.length
      invalid(path, 'expected a list, found ', value)
      return 0
    },
  }
}

export type Fields = ReturnType<typeof fieldsOf>
