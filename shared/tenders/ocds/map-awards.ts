import { isOcdsObject, member, plainText, type OcdsObject } from '#shared/tenders/ocds/ocds-value.ts'
import { organizationName } from '#shared/tenders/ocds/organizations.ts'
import type { Fields } from '#shared/tenders/ocds/read-fields.ts'
import type { Award } from '#shared/tenders/tender.ts'

/** An award that did not come about has no winner. */
const withoutWinner = new Set(['cancelled', 'unsuccessful'])
const longestSupplier = 500

type Money = (path: string) => string | null

function supplierNames(fields: Fields, release: OcdsObject, path: string): string[] {
  const names: string[] = []
  for (let index = 0; index < fields.count(path); index += 1) {
    const name = organizationName(fields, release, `${path}.${index}`)
    if (name !== null) names.push(name)
  }
  return names
}

/** Joint winners share one amount, so they stay one award; a list too long to store says how many more there are. */
function joined(names: readonly string[]): string {
  const all = names.join('; ')
  if (all.length <= longestSupplier || names.length === 1) return all
  let kept = names.length - 1
  while (kept > 1 && names.slice(0, kept).join('; ').length > longestSupplier - 10) kept -= 1
  return `${names.slice(0, kept).join('; ')}; +${names.length - kept}`
}

/** The one lot an award is for; Armenia's publisher writes `{ lotId }` where the standard has the id itself. */
function relatedLot(fields: Fields, path: string): string | null {
  if (fields.count(`${path}.relatedLots`) !== 1) return null
  const lot = fields.at(`${path}.relatedLots.0`)
  return fields.text(isOcdsObject(lot) ? `${path}.relatedLots.0.lotId` : `${path}.relatedLots.0`)
}

function standardAwards(fields: Fields, release: OcdsObject, money: Money): Award[] {
  const awards: Award[] = []
  for (let index = 0; index < fields.count('awards'); index += 1) {
    const path = `awards.${index}`
    const amount = money(`${path}.value`)
    const names = supplierNames(fields, release, `${path}.suppliers`)
    const status = (fields.text(`${path}.status`) ?? '').toLowerCase()
    if (names.length === 0 || withoutWinner.has(status)) continue
    awards.push({ supplier: joined(names), amount, lotNo: relatedLot(fields, path) })
  }
  return awards
}

/** Taiwan's publisher has one `awards` object whose `items` hold suppliers, each with an `awardValue` of its own. */
function awardsByItem(fields: Fields, release: OcdsObject, money: Money): Award[] {
  const awards: Award[] = []
  for (let item = 0; item < fields.count('awards.items'); item += 1) {
    for (let index = 0; index < fields.count(`awards.items.${item}.suppliers`); index += 1) {
      const path = `awards.items.${item}.suppliers.${index}`
      const supplier = organizationName(fields, release, path)
      if (supplier !== null) awards.push({ supplier, amount: money(`${path}.awardValue`), lotNo: null })
    }
  }
  return awards
}

/** The winners of a release. An award without a supplier says nothing about who won and is left out. */
export function mapAwards(fields: Fields, release: OcdsObject, money: Money): Award[] {
  const awards = release['awards']
  return isOcdsObject(awards) && Array.isArray(awards['items']) ? awardsByItem(fields, release, money) : standardAwards(fields, release, money)
}

/** The currency of the first award that names one, for releases without a tender or budget. */
export function awardCurrencyPath(release: OcdsObject): string | null {
  const awards = release['awards']
  if (isOcdsObject(awards)) return 'awards.totalAwardValue.currency'
  if (!Array.isArray(awards)) return null
  const index = awards.findIndex((award) => plainText(member(member(award, 'value'), 'currency')) !== null)
  return index === -1 ? null : `awards.${index}.value.currency`
}
