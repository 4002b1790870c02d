import { z } from 'zod'
import { sizeClassNames, statedSize } from '#shared/company/size-class.ts'
import { bondText, validityText } from '#shared/documents/bond-and-validity.ts'
import type { BuyerBid, BuyerOfferLine } from '#shared/documents/buyer-bid.ts'
import { anchorOf, type BuyerCertificate, type BuyerPerson, type BuyerReference } from '#shared/documents/buyer-materials.ts'
import type { BuyerResponse } from '#shared/documents/buyer-response.ts'
import { pageOf, type Span } from '#shared/documents/document.ts'
import { evidenceSpans, type Citing } from '#shared/documents/places.ts'
import { priceWords } from '#shared/documents/price-words.ts'
import type { RequirementMark } from '#shared/requirements/requirement.ts'
import type { Deviation } from '#shared/responses/response.ts'
import { bidderName, buyerName, chineseDay, chineseMonth, dayOrBlank, exact, known, lotText, placeholder, projectNo, yuan } from '#shared/documents/wording.ts'

const companyFields = {
  'company.name': bidderName,
  'company.creditCode': ({ company }: BuyerBid) => known(company.creditCode, '统一社会信用代码'),
  'company.address': ({ company }: BuyerBid) => known(company.address, '地址'),
  'company.legalRepresentative': ({ company }: BuyerBid) => known(company.legalRepresentative, '法定代表人姓名'),
  'company.authorisedAgent': ({ company }: BuyerBid) => known(company.authorisedAgent, '委托代理人姓名'),
  'company.phone': ({ company }: BuyerBid) => known(company.phone, '电话'),
  'company.email': ({ company }: BuyerBid) => known(company.email, '电子邮箱'),
  'company.bankName': ({ company }: BuyerBid) => known(company.bankName, '开户银行'),
  'company.bankAccount': ({ company }: BuyerBid) => known(company.bankAccount, '银行账号'),
  'company.unitKind': ({ company }: BuyerBid) => company.details.unitKind ?? '',
  'company.founded': ({ company }: BuyerBid) => company.details.founded ?? '',
  'company.term': ({ company }: BuyerBid) => company.details.term ?? '',
  'company.legalGender': ({ company }: BuyerBid) => company.details.legalGender ?? '',
  'company.legalAge': ({ company }: BuyerBid) => company.details.legalAge ?? '',
  'company.legalPost': ({ company }: BuyerBid) => company.details.legalPost ?? '',
  'company.agentPost': ({ company }: BuyerBid) => company.details.agentPost ?? '',
  'company.agentIdentity': ({ company }: BuyerBid) => company.details.agentIdentity ?? '',
  'company.industry': ({ company }: BuyerBid) => company.details.industry ?? '',
  'company.employees': ({ company }: BuyerBid) => company.details.employees ?? '',
  'company.revenueWan': ({ company }: BuyerBid) => company.details.revenueWan ?? '',
  'company.assetsWan': ({ company }: BuyerBid) => company.details.assetsWan ?? '',
  'company.sizeClass': ({ company: { details } }: BuyerBid) => {
    const size = statedSize(details.industry, details.employees, details.revenueWan)
    return size === null ? '' : `${sizeClassNames[size]}企业`
  },
} satisfies Record<string, (bid: BuyerBid) => string>

const projectFields = {
  'project.title': ({ project }: BuyerBid) => project.title,
  'project.no': projectNo,
  'project.buyer': buyerName,
  'project.addressee': (bid: BuyerBid) => `${buyerName(bid)}${bid.project.agency === null ? '' : `、${bid.project.agency}`}`,
  'project.lot': (bid: BuyerBid) => lotText(bid) ?? '',
  'terms.deliveryPeriod': ({ terms }: BuyerBid) => known(terms.deliveryPeriod, '交付期'),
  'terms.warranty': ({ terms }: BuyerBid) => known(terms.warranty, '质保期'),
  'terms.validity': validityText,
  'terms.bond': bondText,
  'terms.signedOn': ({ terms }: BuyerBid) => dayOrBlank(terms.signedOn),
} satisfies Record<string, (bid: BuyerBid) => string>

/** Only the price volume may print these. */
const priceFields = {
  'price.total': (bid: BuyerBid) => yuan(priceWords(bid).summary.gross),
  'price.capital': (bid: BuyerBid) => priceWords(bid).capital,
  'price.net': (bid: BuyerBid) => yuan(priceWords(bid).summary.net),
  'price.vat': (bid: BuyerBid) => yuan(priceWords(bid).summary.vat),
} satisfies Record<string, (bid: BuyerBid) => string>

const lineFields = {
  'line.no': (_line: BuyerOfferLine, no: number) => String(no),
  'line.name': ({ name }: BuyerOfferLine) => known(name, '名称'),
  'line.specification': ({ specification }: BuyerOfferLine) => specification ?? '',
  'line.quantity': ({ quantity }: BuyerOfferLine) => exact(quantity),
  'line.unit': ({ unit }: BuyerOfferLine) => unit,
  'line.remark': ({ remark }: BuyerOfferLine) => remark ?? '',
}

const personFields = {
  'person.no': (_person: BuyerPerson, no: number) => String(no),
  'person.name': ({ name }: BuyerPerson) => name,
  'person.role': ({ role }: BuyerPerson) => role ?? '',
  'person.duty': ({ duty }: BuyerPerson) => duty ?? '',
  'person.title': ({ title }: BuyerPerson) => title ?? '',
  'person.education': ({ education }: BuyerPerson) => education ?? '',
  'person.certificates': ({ certificates }: BuyerPerson) => certificates ?? '',
  'person.years': ({ years }: BuyerPerson) => (years === null ? '' : String(years)),
  'person.insuranceMonth': ({ socialInsuranceMonth }: BuyerPerson) => (socialInsuranceMonth === null ? '' : chineseMonth(socialInsuranceMonth)),
  'person.page': () => '',
}

const referenceFields = {
  'reference.no': (_reference: BuyerReference, no: number) => String(no),
  'reference.name': ({ name }: BuyerReference) => name,
  'reference.buyer': ({ buyer }: BuyerReference) => buyer ?? '',
  'reference.amount': ({ amount }: BuyerReference) => (amount === null ? '' : exact(amount, 2)),
  'reference.signedOn': ({ signedOn }: BuyerReference) => (signedOn === null ? '' : chineseDay(signedOn)),
  'reference.content': ({ content }: BuyerReference) => content ?? '',
  'reference.contact': ({ contact }: BuyerReference) => contact ?? '',
  'reference.page': () => '',
}

const certificateFields = {
  'certificate.no': (_certificate: BuyerCertificate, no: number) => String(no),
  'certificate.name': ({ name }: BuyerCertificate) => name,
  'certificate.number': ({ number }: BuyerCertificate) => number ?? '',
  'certificate.issuer': ({ issuer }: BuyerCertificate) => issuer ?? '',
  'certificate.issuedOn': ({ issuedOn }: BuyerCertificate) => (issuedOn === null ? '' : chineseDay(issuedOn)),
  'certificate.validUntil': ({ validUntil, isPermanent }: BuyerCertificate) => (isPermanent ? '长期' : validUntil === null ? '' : chineseDay(validUntil)),
  'certificate.page': () => '',
}

const deviationWords: Record<Deviation, string> = { none: '无偏离', positive: '正偏离', negative: '负偏离' }
const marks: Record<RequirementMark, string> = { star: '★', triangle: '▲', none: '' }

const responseFields = {
  'requirement.no': (_response: BuyerResponse, no: number) => String(no),
  'requirement.clause': ({ clauseNo }: BuyerResponse) => clauseNo ?? '',
  'requirement.text': ({ mark, asked }: BuyerResponse) => `${marks[mark]}${asked}`,
  'requirement.factor': ({ scoring }: BuyerResponse) => scoring?.factor ?? '',
  'requirement.points': ({ scoring }: BuyerResponse) => scoring?.points ?? '',
  'response.answer': ({ answer, scoring }: BuyerResponse) => (scoring === null ? known(answer, '应答') : (answer ?? '')),
  'response.deviation': ({ deviation }: BuyerResponse) => (deviation === null ? placeholder('偏离') : deviationWords[deviation]),
  'response.proof': () => '',
  'response.note': ({ note }: BuyerResponse) => note ?? '',
}

type Named<T extends object> = Extract<keyof T, string>
const namesOf = <T extends object>(fields: T): Named<T>[] => {
  const isNamed = (name: string): name is Named<T> => name in fields
  return Object.keys(fields).filter(isNamed)
}

/** What a template can print. */
export const FieldName = z.enum([...namesOf(companyFields), ...namesOf(projectFields), ...namesOf(priceFields), ...namesOf(lineFields), ...namesOf(personFields), ...namesOf(referenceFields), ...namesOf(certificateFields), ...namesOf(responseFields)])
export type FieldName = z.infer<typeof FieldName>

export const isPriceField = (name: FieldName): boolean => name in priceFields
export const isCompanyField = (name: FieldName): boolean => name in companyFields
export type RowKind = 'line' | 'person' | 'reference' | 'certificate' | 'requirement'

/** The rows that give a field its value; null for a field of the bid itself. */
export const rowKindOf = (name: FieldName): RowKind | null =>
  name in responseFields ? 'requirement' : name in lineFields ? 'line' : name in personFields ? 'person' : name in referenceFields ? 'reference' : name in certificateFields ? 'certificate' : null

/** What a repeated row stands for. */
export type RowScope =
  | { kind: 'line'; value: BuyerOfferLine; no: number }
  | { kind: 'person'; value: BuyerPerson; no: number }
  | { kind: 'reference'; value: BuyerReference; no: number }
  | { kind: 'certificate'; value: BuyerCertificate; no: number }
  | { kind: 'requirement'; value: BuyerResponse; no: number }

/** Where a field is read: the bid, the row while one is repeated, whether the reader may not learn who bids, what is printed in this volume, and what can be cited. */
export type FieldScope = { bid: BuyerBid; row: RowScope | null; isBlind: boolean; anchors: ReadonlySet<string>; citing: Citing }

const isIn = <T extends object>(fields: T, name: string): name is Named<T> => name in fields

const rowText = (name: FieldName, row: RowScope): string | null => {
  if (row.kind === 'line') return isIn(lineFields, name) ? lineFields[name](row.value, row.no) : null
  if (row.kind === 'person') return isIn(personFields, name) ? personFields[name](row.value, row.no) : null
  if (row.kind === 'requirement') return isIn(responseFields, name) ? responseFields[name](row.value, row.no) : null
  if (row.kind === 'reference') return isIn(referenceFields, name) ? referenceFields[name](row.value, row.no) : null
  return isIn(certificateFields, name) ? certificateFields[name](row.value, row.no) : null
}

/** The anchor whose page a `….page` field prints; null where what it names is not in this volume. */
const fieldAnchor = (name: FieldName, { row, anchors }: FieldScope): string | null => {
  if (row === null || row.kind === 'line' || row.kind === 'requirement' || !name.endsWith('.page')) return null
  const anchor = anchorOf(row.kind, row.value.id)
  return anchors.has(anchor) ? anchor : null
}

/** The field's text; 【待填：…】 where it is not known. A blind volume names nobody. Throws for a field of a row outside of that row. */
const fieldText = (name: FieldName, { bid, row, isBlind }: FieldScope): string => {
  if (isIn(companyFields, name)) return isBlind ? (name === 'company.name' ? '我方' : '') : companyFields[name](bid)
  if (isIn(projectFields, name)) return projectFields[name](bid)
  if (isIn(priceFields, name)) return priceFields[name](bid)
  const text = row === null ? null : rowText(name, row)
  if (text === null) throw new Error(`${name} stands outside of its rows`)
  return text
}

/** What a field prints: a text, or the pages where a proof or a scan stands. */
export const fieldSpans = (name: FieldName, scope: FieldScope): Span[] => {
  const anchor = fieldAnchor(name, scope)
  if (anchor !== null) return [pageOf(anchor)]
  if (name === 'response.proof' && scope.row?.kind === 'requirement') return evidenceSpans(scope.row.value.evidence, scope.citing)
  return [{ text: fieldText(name, scope) }]
}
