import { Decimal } from '#shared/decimal.ts'
import type { PriceCaveat } from '#shared/prices/price-item.ts'

/** One price in a cell. `side` and `perTokens` null: the cell does not say. Sizes in tokens; `above` exclusive, `upTo` inclusive. */
export type CellPrice = { side: 'in' | 'out' | null; above: string; upTo: string | null; isTier: boolean; amount: Decimal; isFree: boolean; currency: string | null; perTokens: string | null; time: 'hour' | 'month' | 'year' | null; caveats: PriceCaveat[] }

const amountPattern = /(输入|输出|input|output)?\s*[:：]?\s*([¥$]?)\s*(-?\d+(?:,\d{3})*(?:\.\d+)?)\s*(元|美元|人民币|CNY|RMB|USD)?(?:\s*\/\s*(百万|千|万|1M|1K|M|K|每百万)?\s*(tokens?|小时|月|年|hour|h)?)?/gi
const tierPattern = /(?:(\d+(?:\.\d+)?)\s*([kKmM万]?)\s*<=?\s*)?(?:输入|tokens?|input)?\s*<=?\s*(\d+(?:\.\d+)?)\s*([kKmM万]?)\s*[:：]/i

const multiples: Record<string, number> = { k: 1e3, K: 1e3, m: 1e6, M: 1e6, 万: 1e4 }
const sizeOf = (digits: string, multiple = ''): string => new Decimal(digits).times(multiples[multiple] ?? 1).toFixed()

const perTokensOf = (word: string | undefined): string | null => {
  if (word === undefined) return null
  if (/百万|^1?M$/i.test(word)) return '1000000'
  if (/千|^1?K$/i.test(word)) return '1000'
  return word === '万' ? '10000' : null
}

const currencyOf = (sign: string | undefined, word: string | undefined): string | null => {
  if (sign === '$' || /美元|USD/i.test(word ?? '')) return 'USD'
  return sign === '¥' || /元|人民币|CNY|RMB/i.test(word ?? '') ? 'CNY' : null
}

const timeOf = (word: string | undefined): CellPrice['time'] => (/小时|hour|^h$/i.test(word ?? '') ? 'hour' : word === '月' ? 'month' : word === '年' ? 'year' : null)
const sideOf = (word: string | undefined): CellPrice['side'] => (word === undefined || word === '' ? null : /输入|input/i.test(word) ? 'in' : 'out')

/** The compatibility form of a cell with one sign for each comparison; Markdown marks gone, and one blank where there were more. */
const plain = (cell: string): string => cell.normalize('NFKC').replaceAll(/[`*\\_]/g, '').replaceAll(/≤|＜=|〈=/g, '<=').replaceAll('￥', '¥').replaceAll(/\s+/g, ' ').trim()

const pricesIn = (text: string, tier: Pick<CellPrice, 'above' | 'upTo' | 'isTier'>): CellPrice[] => {
  const caveats: PriceCaveat[] = [...(/[~约]/.test(text) ? (['approximate'] as const) : []), ...(/起/.test(text) ? (['starting-from'] as const) : [])]
  const found = [...text.matchAll(amountPattern)].map(([, side, sign, digits = '0', word, per, unit]): CellPrice => ({
    side: sideOf(side), ...tier, amount: new Decimal(digits.replaceAll(',', '')), isFree: false, currency: currencyOf(sign, word), perTokens: perTokensOf(per), time: timeOf(unit), caveats,
  }))
  if (found.length === 0 && /免费|free/i.test(text)) return [{ side: null, ...tier, amount: new Decimal(0), isFree: true, currency: null, perTokens: null, time: null, caveats: [] }]
  // "12.25 元 ($1.75)": the source converted the dollars itself, at a rate of its own; what the vendor asks is the dollars.
  const dollars = found.filter(({ currency }) => currency === 'USD')
  return dollars.length > 0 && /\(\s*\$[^)]*\)/.test(text) ? dollars : found
}

const wholeRange = { above: '0', upTo: null, isTier: false }

/**
 * The prices of a cell of a Chinese price table: "输入 4 元/百万 tokens，输出 16 元/百万 tokens", "12.25 元 ($1.75)", "2928元/月*", "免费",
 * or a line a tier. Tiers without a side that begin again from 0 are the output's. Empty: no price in it.
 */
export const readPriceCell = (cell: string): CellPrice[] => {
  const lines = cell.split(/<br\s*\/?>|\r?\n/i).map(plain).filter((line) => line !== '')
  let block = 0
  let lastAbove: string | null = null
  return lines.flatMap((line) => {
    const tier = tierPattern.exec(line)
    if (tier === null) return /\d|免费|free/i.test(line) ? pricesIn(line, wholeRange) : []
    const [head, low, lowMultiple, high = '0', highMultiple] = tier
    const above = low === undefined ? '0' : sizeOf(low, lowMultiple)
    if (lastAbove !== null && Number(above) <= Number(lastAbove)) block += 1
    lastAbove = above
    const found = pricesIn(line.slice(line.indexOf(head) + head.length), { above, upTo: sizeOf(high, highMultiple), isTier: true })
    return found.map((price) => ({ ...price, side: price.side ?? (block === 0 ? 'in' : 'out') }))
  })
}
