import type { Language } from '#renderer/components/money-input/format-money.ts'
import { typedDay } from '#shared/calendar/typed-day.ts'
import { Decimal } from '#shared/decimal.ts'
import type { ThreePoint } from '#shared/estimate/estimate.ts'

export type ValueRefusal = 'not-a-number' | 'negative' | 'too-precise' | 'too-large' | 'not-a-percent' | 'not-a-range' | 'range-order' | 'not-a-day' | 'not-whole'
export type Parsed<T> = { ok: true; value: T } | { ok: false; reason: ValueRefusal }

const maxPlaces = 6
/** A number whose commas stand at every third or fourth digit; any other comma makes it unreadable. */
const grouped = /^(\d{1,3}(,\d{3})+|\d{1,4}(,\d{4})+)(?![\d,])/

/** A plain number ≥ 0 with up to six decimals, as people type it (full width, grouped). Null for nothing. */
export function parseNumber(text: string): Parsed<string | null> {
  const bare = text.normalize('NFKC').replaceAll(/[\s\u202f\u00a0]/g, '').replace(grouped, (number) => number.replaceAll(',', ''))
  if (bare === '') return { ok: true, value: null }
  if (/^[-−]\d/.test(bare)) return { ok: false, reason: 'negative' }
  const match = /^(\d+\.?\d*|\.\d+)(万)?$/.exec(bare)
  if (match?.[1] === undefined) return { ok: false, reason: 'not-a-number' }
  const value = new Decimal(match[1].replace(/^\./, '0.').replace(/\.$/, '')).times(match[2] === undefined ? 1 : 10_000)
  if (value.decimalPlaces() > maxPlaces) return { ok: false, reason: 'too-precise' }
  return value.gte('1e15') ? { ok: false, reason: 'too-large' } : { ok: true, value: value.toFixed() }
}

/** '6' or '6%' is the fraction 0.06; at most 100 % unless said otherwise. Null for nothing. */
export function parsePercent(text: string, max = 1): Parsed<string | null> {
  const number = parseNumber(text.normalize('NFKC').replace(/%\s*$/, ''))
  if (!number.ok || number.value === null) return number
  const fraction = new Decimal(number.value).div(100)
  return fraction.gt(max) ? { ok: false, reason: 'not-a-percent' } : { ok: true, value: fraction.toFixed() }
}

/** Percentages from one list, e.g. '100%、60%'; in French a comma is the decimal sign and separates nothing. Null for nothing. */
export function parsePercents(text: string, language: Language): Parsed<string[] | null> {
  const parts = text.normalize('NFKC').split(language === 'fr' ? /[;、/]/ : /[,;、/]/).filter((part) => part.trim() !== '')
  const values: string[] = []
  for (const part of parts) {
    const parsed = parsePercent(language === 'fr' ? part.replace(',', '.') : part)
    if (!parsed.ok) return parsed
    if (parsed.value !== null) values.push(parsed.value)
  }
  return { ok: true, value: values.length === 0 ? null : values }
}

/** A whole number of at least `min`. */
export function parseWhole(text: string, min: number, max: number): Parsed<number> {
  const number = parseNumber(text)
  if (!number.ok) return number
  const value = Number(number.value ?? 'NaN')
  return Number.isInteger(value) && value >= min && value <= max ? { ok: true, value } : { ok: false, reason: 'not-whole' }
}

/** A day as people type it; null for nothing. */
export function parseDay(text: string): Parsed<string | null> {
  if (text.trim() === '') return { ok: true, value: null }
  const day = typedDay(text)
  return day === null ? { ok: false, reason: 'not-a-day' } : { ok: true, value: day }
}

export function certain(value: string): ThreePoint {
  return { low: value, likely: value, high: value }
}

export function isCertain({ low, likely, high }: ThreePoint): boolean {
  return new Decimal(low).eq(likely) && new Decimal(high).eq(likely)
}

/** A new likely value; a range around it keeps its percentages. */
export function withLikely(points: ThreePoint | null, likely: string): ThreePoint {
  if (points === null || isCertain(points) || new Decimal(points.likely).isZero()) return certain(likely)
  const scaled = (bound: string) => new Decimal(bound).times(likely).div(points.likely).toDecimalPlaces(maxPlaces).toFixed()
  return { low: scaled(points.low), likely, high: scaled(points.high) }
}

/** Low and high around the likely value: '-10/+25', '-10%/+25%', '±10%', or amounts '1935 ~ 2687.5'. Nothing makes it certain. */
export function withRange(points: ThreePoint, text: string, language: 'zh-CN' | 'en' | 'fr' = 'zh-CN'): Parsed<ThreePoint> {
  const plain = text.normalize('NFKC').replaceAll(/[\s\u202f]/g, '')
  const dotted = language === 'fr' ? plain.replaceAll(',', '.') : plain.split(/(?=[~～至/])|(?<=[~～至/])/).map((part) => part.replace(grouped, (number) => number.replaceAll(',', ''))).join('')
  const bare = dotted.replaceAll(/[−–]/g, '-').replaceAll(/[~～至]/g, '~')
  if (bare === '' || bare === '—' || bare === '-') return { ok: true, value: certain(points.likely) }
  const both = /^(?:±|\+\/?-)(\d+\.?\d*)%?$/.exec(bare)
  const percents = /^-(\d+\.?\d*)%?\/\+?(\d+\.?\d*)%?$/.exec(bare)
  const amounts = /^(\d+\.?\d*)[~/](\d+\.?\d*)$/.exec(bare)
  if (both?.[1] !== undefined) return ordered(points, fromPercents(points, both[1], both[1]))
  if (percents?.[1] !== undefined && percents[2] !== undefined) return ordered(points, fromPercents(points, percents[1], percents[2]))
  if (amounts?.[1] !== undefined && amounts[2] !== undefined) return ordered(points, [new Decimal(amounts[1]), new Decimal(amounts[2])])
  return { ok: false, reason: 'not-a-range' }
}

function fromPercents({ likely }: ThreePoint, down: string, up: string): [Decimal, Decimal] {
  const at = (factor: Decimal) => new Decimal(likely).times(factor).toDecimalPlaces(maxPlaces)
  return [at(new Decimal(100).minus(down).div(100)), at(new Decimal(100).plus(up).div(100))]
}

function ordered({ likely }: ThreePoint, [low, high]: [Decimal, Decimal]): Parsed<ThreePoint> {
  if (low.isNegative() || low.gt(likely) || high.lt(likely)) return { ok: false, reason: 'range-order' }
  return { ok: true, value: { low: low.toFixed(), likely, high: high.toFixed() } }
}

/** '−10/+25%' as the grid shows a range; '—' when the value is certain. */
export function rangeText(points: ThreePoint, language: 'zh-CN' | 'en' | 'fr' = 'zh-CN'): string {
  if (isCertain(points)) return '—'
  if (new Decimal(points.likely).isZero()) return `${points.low} ~ ${points.high}`
  const percent = (bound: string) => new Decimal(bound).div(points.likely).minus(1).abs().times(100).toDecimalPlaces(1).toFixed().replace('.', language === 'fr' ? ',' : '.')
  return `−${percent(points.low)}/+${percent(points.high)}%`
}

/** What the editor of a range starts with: the exact amounts, so that nothing is lost by opening it. */
export function rangeDraft(points: ThreePoint): string {
  return isCertain(points) ? '' : `${points.low} ~ ${points.high}`
}
