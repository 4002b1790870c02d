import { Decimal } from '#shared/decimal.ts'
import type { AbnormalRule } from '#shared/pricing/abnormally-low/applicable.ts'
import { type AbnormalRates, type AbnormalTest, lowestSafePrice, ownDistances } from '#shared/pricing/abnormally-low/chinese.ts'
import { lowestSafeItaly, ownItaly } from '#shared/pricing/abnormally-low/italy.ts'
import { lowestSafePoland, reviewPoland } from '#shared/pricing/abnormally-low/poland.ts'
import { lowestSafeWorldBank, reviewWorldBank } from '#shared/pricing/abnormally-low/world-bank.ts'

/** The tests of every regime: the Chinese three, Poland's mean and value, the World Bank's estimate or spread, Italy's discount. */
export type OwnTest = AbnormalTest | 'POLISH_MEAN' | 'POLISH_VALUE' | 'BANK_ESTIMATE' | 'BANK_SPREAD' | 'ITALIAN_DISCOUNT'

/** Our price against one test: `distance` = price − line in CNY. `isInclusive`: a price equal to the line fires, too. */
export type OwnTestRow = { test: OwnTest; line: Decimal | null; distance: Decimal | null; fires: boolean; isInclusive: boolean }

/** The tests of one project. Amounts CNY; `value` is what the purchaser estimates, null: not stated. */
export type AbnormalSetting = {
  rule: AbnormalRule
  /** The Chinese tests' fractions: the document's own, else the pack's. */
  rates: AbnormalRates | null
  limit: { ceiling: string | null; budget: string | null }
  value: string | null
}

/** Does the rule, or the document, name a number at all? */
export function hasLine({ rule, rates }: AbnormalSetting): boolean {
  return isAbroad(rule) || rates !== null
}

/** Tests that are taken of what the purchaser estimates, with fractions nobody may change. */
export const isAbroad = (rule: AbnormalRule): boolean => rule === 'WORLD_BANK' || rule === 'POLAND_PZP_224' || rule === 'ITALY_36_2023_ART54'

/** Our original price against each test of the rule (procurement-rules §2); the rivals' prices are assumptions. */
export function ownTests(setting: AbnormalSetting, own: string, rivals: readonly string[]): OwnTestRow[] {
  switch (setting.rule) {
    case 'POLAND_PZP_224': return polishRows(own, rivals, setting.value)
    case 'WORLD_BANK': return [bankRow(own, rivals, setting.value)]
    case 'ITALY_36_2023_ART54': return [italianRow(own, rivals, setting.value)]
    default: return setting.rates === null ? [] : ownDistances(own, rivals, setting.limit, setting.rates).map((row) => ({ ...row, isInclusive: false }))
  }
}

/** The lowest own price, to the fen, that meets no test; null: there is no line. */
export function lowestSafeOwn({ rule, rates, limit, value }: AbnormalSetting, rivals: readonly string[]): Decimal | null {
  switch (rule) {
    case 'POLAND_PZP_224': return lowestSafePoland(rivals, value)
    case 'WORLD_BANK': return lowestSafeWorldBank(rivals, value)
    case 'ITALY_36_2023_ART54': return lowestSafeItaly(rivals, value)
    default: return rates === null ? null : lowestSafePrice(rivals, limit, rates).lowest
  }
}

function rowOf(test: OwnTest, own: string, line: Decimal | null, isInclusive: boolean): OwnTestRow {
  const distance = line === null ? null : new Decimal(own).minus(line)
  return { test, line, distance, fires: distance !== null && (isInclusive ? distance.lte(0) : distance.lt(0)), isInclusive }
}

function polishRows(own: string, rivals: readonly string[], value: string | null): OwnTestRow[] {
  const { thresholdAvg, thresholdValue } = reviewPoland([own, ...rivals], value)
  // Alone, our price is its own mean and can't be 30 % below it.
  return [rowOf('POLISH_MEAN', own, rivals.length === 0 ? null : thresholdAvg, true), rowOf('POLISH_VALUE', own, thresholdValue, true)]
}

function bankRow(own: string, rivals: readonly string[], value: string | null): OwnTestRow {
  const { approach, limit } = reviewWorldBank([own, ...rivals], value)
  return approach === 'absolute' ? rowOf('BANK_ESTIMATE', own, limit, true) : rowOf('BANK_SPREAD', own, limit, false)
}

function italianRow(own: string, rivals: readonly string[], base: string | null): OwnTestRow {
  const found = ownItaly(own, rivals, base)
  return { ...rowOf('ITALIAN_DISCOUNT', own, found?.line ?? null, true), fires: found?.isExcluded ?? false }
}
