import { readCapitalAmount } from '#shared/capital-amount.ts'
import { Decimal } from '#shared/decimal.ts'
import { moneyText } from '#shared/money.ts'

/** The prices of a bid that ought to agree; what a bid does not state is left out. Amounts CNY as text, figures may carry thousands commas. */
export type StatedPrices = {
  openingTable?: string
  detail?: string
  capital?: string
  figure?: string
  unitPrice?: string
  quantity?: string
  lineTotal?: string
}

/** The price that stands and the rule of 财政部令第87号 第59条 that decides; `correctedUnitPrice` when a misplaced decimal point was put right. */
export type PrevailingPrice = {
  prevailing: string
  rule: 'opening-table' | 'capitals' | 'decimal-point' | 'unit-price'
  correctedUnitPrice: string | null
}

const amount = (text: string): Decimal => new Decimal(text.replaceAll(/[,¥￥\s]/g, ''))

/** True when two amounts differ by a power of ten: an obvious misplaced decimal point. */
const isDecimalPointError = (first: Decimal, second: Decimal): boolean => {
  if (!first.greaterThan(0) || !second.greaterThan(0) || first.eq(second)) return false
  return /^10*$/.test(Decimal.max(first, second).div(Decimal.min(first, second)).toFixed())
}

const byUnitPrice = ({ unitPrice, quantity, lineTotal, openingTable }: StatedPrices): PrevailingPrice | null => {
  const total = openingTable ?? lineTotal
  if (unitPrice === undefined || quantity === undefined) return null
  const product = amount(unitPrice).times(amount(quantity))
  if (total !== undefined && isDecimalPointError(product, amount(total))) {
    return { prevailing: moneyText(amount(total)), rule: 'decimal-point', correctedUnitPrice: moneyText(amount(total).div(amount(quantity))) }
  }
  return openingTable === undefined ? { prevailing: moneyText(product), rule: 'unit-price', correctedUnitPrice: null } : null
}

/**
 * Which of inconsistent prices stands, in the order of 财政部令第87号 第59条: opening table over the rest, capitals over figures,
 * the total over a unit price with an obvious decimal-point error, unit prices over their total. Null: nothing to decide by.
 * The bidder must confirm a correction.
 */
export const prevailingPrice = (stated: StatedPrices): PrevailingPrice | null => {
  const byUnit = byUnitPrice(stated)
  if (stated.openingTable !== undefined && byUnit === null) return { prevailing: moneyText(amount(stated.openingTable)), rule: 'opening-table', correctedUnitPrice: null }
  if (stated.capital !== undefined) {
    const capital = readCapitalAmount(stated.capital)
    if (capital.ok) return { prevailing: moneyText(capital.amount), rule: 'capitals', correctedUnitPrice: null }
  }
  return byUnit
}
