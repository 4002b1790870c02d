import { readCapitalAmount } from '#shared/capital-amount.ts'
import { Decimal } from '#shared/decimal.ts'

/** What a bare number in the field means. */
export type MoneyUnit = 'yuan' | 'wan'

export type MoneyRefusal = 'not-a-number' | 'exponent' | 'grouping' | 'negative' | 'too-precise' | 'too-large'

/** `amount` in yuan as plain decimal text; null where the field is empty. */
export type ParsedMoney = { ok: true; amount: string | null } | { ok: false; reason: MoneyRefusal }

export type MoneyRules = {
  unit: MoneyUnit
  /** Decimal places of a yuan: 2 for amounts, up to 6 for unit prices. */
  maxDecimals: number
  allowNegative?: boolean
  /** French: a single comma is the decimal sign. */
  isDecimalComma?: boolean
}

const scales = { yuan: 1, wan: 10_000, yi: 100_000_000 }
const maxIntegerDigits = 15

/** Reads an amount as people type and paste it in Chinese: full width, ￥, 元, 万, 亿, grouped by 3 or 4, or in capitals. */
export function parseMoney(text: string, rules: MoneyRules): ParsedMoney {
  const bare = text.normalize('NFKC').replaceAll(/[\s\u00a0\u202f]/g, '').replaceAll(/[−–]/g, '-').replaceAll('、', ',')
    .replaceAll(/[¥]|人民币|RMB|CNY/giu, '')
  if (bare === '') return { ok: true, amount: null }
  const capitals = readCapitalAmount(bare)
  if (capitals.ok) return limited(new Decimal(capitals.amount), rules)
  const match = /^(.*?)(亿|万)?(元)?整?$/u.exec(bare)
  const digits = ungroup(match?.[1] ?? '', rules.isDecimalComma === true)
  if (!digits.ok) return digits
  const scale = match?.[2] === '亿' ? scales.yi : match?.[2] === '万' ? scales.wan : match?.[3] === '元' ? scales.yuan : scales[rules.unit]
  return limited(new Decimal(digits.text).times(scale), rules)
}

function limited(amount: Decimal, rules: MoneyRules): ParsedMoney {
  if (amount.isNegative() && rules.allowNegative !== true) return { ok: false, reason: 'negative' }
  if (amount.decimalPlaces() > rules.maxDecimals) return { ok: false, reason: 'too-precise' }
  if (amount.abs().gte(new Decimal(10).pow(maxIntegerDigits))) return { ok: false, reason: 'too-large' }
  return { ok: true, amount: amount.toFixed() }
}

type Ungrouped = { ok: true; text: string } | { ok: false; reason: MoneyRefusal }

function ungroup(text: string, isDecimalComma: boolean): Ungrouped {
  if (/^-?[\d.,]+e[+-]?\d+$/iu.test(text)) return { ok: false, reason: 'exponent' }
  const dotted = isDecimalComma && /^-?\d+,\d+$/.test(text) ? text.replace(',', '.') : text
  if (!/^-?[\d.,]+$/.test(dotted)) return { ok: false, reason: 'not-a-number' }
  const isPlain = /^-?(\d+\.?\d*|\.\d+)$/.test(dotted)
  const isGrouped = /^-?(\d{1,3}(,\d{3})+|\d{1,4}(,\d{4})+)(\.\d*)?$/.test(dotted)
  if (!isPlain && !isGrouped) return { ok: false, reason: /^-?[\d,]+(\.\d*)?$/.test(dotted) ? 'grouping' : 'not-a-number' }
  return { ok: true, text: dotted.replaceAll(',', '').replace(/\.$/, '').replace(/^(-?)\./, '$10.') }
}
