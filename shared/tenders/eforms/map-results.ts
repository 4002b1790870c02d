import type { NoticeFields } from '#shared/tenders/eforms/notice-fields.ts'
import { elementAt, elementsAt, textAt, textOf, type XmlElement } from '#shared/tenders/eforms/xml-element.ts'
import type { Award } from '#shared/tenders/tender.ts'

/** The identifier under which the value of a winning tender (BT-720) is withheld. */
const valueWithheld = 'win-ten-val'
const longestSupplier = 500

export type OrganizationName = (id: string | null) => string | null

const idOf = (element: XmlElement): string | null => textAt(element, 'ID')

function byId(result: XmlElement, name: string): Map<string, XmlElement> {
  return new Map(elementsAt(result, name).flatMap((element) => {
    const id = idOf(element)
    return id === null ? [] : [[id, element] as const]
  }))
}

/** The tenders of a lot that won: those a contract was signed for, else those ranked first or not at all. */
function winningTenders(result: XmlElement, lotResult: XmlElement): XmlElement[] {
  const tenders = byId(result, 'LotTender')
  const contracts = byId(result, 'SettledContract')
  const ofLot = elementsAt(lotResult, 'LotTender/ID').map(textOf)
  const signed = new Set(elementsAt(lotResult, 'SettledContract/ID').flatMap((id) => elementsAt(contracts.get(textOf(id) ?? ''), 'LotTender/ID').map(textOf)))
  const candidates = ofLot.flatMap((id) => tenders.get(id ?? '') ?? [])
  const contracted = candidates.filter((tender) => signed.has(idOf(tender)))
  return contracted.length > 0 ? contracted : candidates.filter((tender) => (textAt(tender, 'RankCode') ?? '1') === '1')
}

function supplierOf(result: XmlElement, tender: XmlElement, organization: OrganizationName): string | null {
  const party = byId(result, 'TenderingParty').get(textAt(tender, 'TenderingParty/ID') ?? '')
  const names = elementsAt(party, 'Tenderer/ID').flatMap((id) => organization(textOf(id)) ?? [])
  return names.length === 0 ? null : names.join('; ').slice(0, longestSupplier)
}

function isWithheld(tender: XmlElement): boolean {
  return [...elementsAt(tender, 'FieldsPrivacy'), ...elementsAt(tender, 'LegalMonetaryTotal/FieldsPrivacy')].some((mark) => textAt(mark, 'FieldIdentifierCode') === valueWithheld)
}

/** True when the notice closes every lot without a winner (BT-142 clos-nw, open-nw). */
export function hasNoWinner(result: XmlElement | undefined): boolean {
  const codes = elementsAt(result, 'LotResult/TenderResultCode').map(textOf)
  return codes.length > 0 && codes.every((code) => code === 'clos-nw')
}

/** Where the currency of a result stands: the first winning amount. */
export function resultAmount(result: XmlElement | undefined): XmlElement | undefined {
  return elementAt(result, 'LotTender/LegalMonetaryTotal')
}

/** The winners of each lot with the value of their tender (BT-720); withheld, or in another currency, it is unknown. */
export function mapResults(fields: NoticeFields, result: XmlElement | undefined, currency: string | null, organization: OrganizationName): Award[] {
  if (result === undefined) return []
  return elementsAt(result, 'LotResult').flatMap((lotResult) =>
    winningTenders(result, lotResult).flatMap((tender) => {
      const supplier = supplierOf(result, tender, organization)
      if (supplier === null) return []
      const amount = fields.amount(tender, 'LegalMonetaryTotal/PayableAmount', 'BT-720')
      const own = fields.currency(tender, 'LegalMonetaryTotal/PayableAmount', 'BT-720')
      const isKnown = !isWithheld(tender) && (own === null || own === currency)
      return [{ supplier, amount: isKnown ? amount : null, lotNo: textAt(lotResult, 'TenderLot/ID') }]
    }),
  )
}
