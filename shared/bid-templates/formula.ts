import { Decimal } from '#shared/decimal.ts'

export type Variables = Readonly<Record<string, Decimal>>

const token = /\s*(?:(\d+(?:\.\d+)?)|([a-zA-Z]+)|(>=|<=|[-+*/(),<>=]))/y

type Token = { kind: 'number' | 'name' | 'sign'; text: string }

const tokensOf = (formula: string): Token[] => {
  const found: Token[] = []
  const text = formula.trimEnd()
  token.lastIndex = 0
  while (token.lastIndex < text.length) {
    const at = token.lastIndex
    const match = token.exec(text)
    if (match === null) throw new Error(`"${formula}": not understood from "${text.slice(at).trim()}"`)
    const [, number, name, sign] = match
    found.push(number !== undefined ? { kind: 'number', text: number } : name !== undefined ? { kind: 'name', text: name } : { kind: 'sign', text: sign ?? '' })
  }
  return found
}

const functions: Readonly<Record<string, (values: Decimal[]) => Decimal>> = {
  ceil: ([value = new Decimal(0)]) => value.ceil(),
  max: (values) => Decimal.max(...values),
  min: (values) => Decimal.min(...values),
}

const compare: Readonly<Record<string, (a: Decimal, b: Decimal) => boolean>> = {
  '>': (a, b) => a.greaterThan(b),
  '<': (a, b) => a.lessThan(b),
  '>=': (a, b) => a.greaterThanOrEqualTo(b),
  '<=': (a, b) => a.lessThanOrEqualTo(b),
  '=': (a, b) => a.eq(b),
}

type Reader = { peek: () => string | null; next: () => Token; take: (sign: string) => boolean }

const readerOf = (formula: string): Reader => {
  const tokens = tokensOf(formula)
  let at = 0
  return {
    peek: () => (tokens[at]?.kind === 'sign' ? (tokens[at]?.text ?? null) : null),
    next: () => {
      const found = tokens[at]
      if (found === undefined) throw new Error(`"${formula}": something is missing at its end`)
      at += 1
      return found
    },
    take: (sign) => {
      const isNext = tokens[at]?.kind === 'sign' && tokens[at]?.text === sign
      if (isNext) at += 1
      return isNext
    },
  }
}

/**
 * What a template's formula comes to: numbers, names of answers, + − * / and brackets, ceil, max and min; a comparison is
 * 1 or 0. Throws in words a template's author understands.
 */
export const evaluateFormula = (formula: string, variables: Variables): Decimal => {
  const reader = readerOf(formula)
  const list = (): Decimal[] => {
    const values = [sum()]
    while (reader.take(',')) values.push(sum())
    if (!reader.take(')')) throw new Error(`"${formula}": a bracket is not closed`)
    return values
  }
  const named = (name: string): Decimal => {
    const call = functions[name]
    if (call !== undefined && reader.take('(')) return call(list())
    const value = variables[name]
    if (value === undefined) throw new Error(`"${formula}": "${name}" is not known`)
    return value
  }
  const value = (): Decimal => {
    if (reader.take('(')) return list()[0] ?? new Decimal(0)
    if (reader.take('-')) return value().negated()
    const { kind, text } = reader.next()
    if (kind === 'number') return new Decimal(text)
    if (kind === 'name') return named(text)
    throw new Error(`"${formula}": "${text}" stands where a number is expected`)
  }
  const product = (): Decimal => {
    let total = value()
    for (;;) {
      if (reader.take('*')) total = total.times(value())
      else if (reader.take('/')) total = total.div(value())
      else return total
    }
  }
  const sum = (): Decimal => {
    let total = product()
    for (;;) {
      if (reader.take('+')) total = total.plus(product())
      else if (reader.take('-')) total = total.minus(product())
      else return total
    }
  }
  const first = sum()
  const comparison = reader.peek() === null ? undefined : compare[reader.peek() ?? '']
  const result = comparison === undefined ? first : (reader.next(), new Decimal(comparison(first, sum()) ? 1 : 0))
  let rest: string | null = null
  try {
    rest = reader.next().text
  } catch {
    return result
  }
  throw new Error(`"${formula}": "${rest}" is too much`)
}
