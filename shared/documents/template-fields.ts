import { z } from 'zod'
import type { BuyerResponse } from '#shared/documents/buyer-response.ts'
import type { BuyerBid, BuyerOfferLine } from '#shared/documents/buyer-bid.ts'
import { bondText, validityText } from '#shared/documents/tender-letter.ts'
import type { Span } from '#shared/documents/document.ts'
import { evidenceSpans, type Citing } from '#shared/documents/places.ts'
import { bidderName, buyerName, dayOrBlank, exact, known, lotText, placeholder, projectNo } from '#shared/documents/wording.ts'
import type { RequirementMark } from '#shared/requirements/requirement.ts'
import type { Deviation } from '#shared/responses/response.ts'

/** What a template can print. There is no price among them: business and technical volumes must not show one. */
export const FieldName = z.enum([
  'company.name',
  'company.creditCode',
  'company.address',
  'company.legalRepresentative',
  'company.authorisedAgent',
  'company.phone',
  'company.email',
  'company.bankName',
  'company.bankAccount',
  'project.title',
  'project.no',
  'project.buyer',
  'project.lot',
  'terms.deliveryPeriod',
  'terms.warranty',
  'terms.validity',
  'terms.bond',
  'terms.signedOn',
  'line.no',
  'line.name',
  'line.specification',
  'line.quantity',
  'line.unit',
  'line.remark',
  'requirement.no',
  'requirement.clause',
  'requirement.text',
  'requirement.factor',
  'requirement.points',
  'response.answer',
  'response.deviation',
  'response.proof',
  'response.note',
])
export type FieldName = z.infer<typeof FieldName>

/** Where a field is read: the bid, and the offer line or the answer while a row is repeated for each. */
export type FieldScope = { bid: BuyerBid; line: { value: BuyerOfferLine; no: number } | null; response: { value: BuyerResponse; no: number } | null; citing: Citing }

type BidField = Exclude<FieldName, `line.${string}` | `requirement.${string}` | `response.${string}`>
type LineField = Extract<FieldName, `line.${string}`>
/** The pages of the proof: the only field that is more than a text. */
const proofField = 'response.proof'
type ResponseField = Exclude<Extract<FieldName, `requirement.${string}` | `response.${string}`>, typeof proofField>

const bidFields: Record<BidField, (bid: BuyerBid) => string> = {
  'company.name': bidderName,
  'company.creditCode': ({ company }) => known(company.creditCode, '统一社会信用代码'),
  'company.address': ({ company }) => known(company.address, '地址'),
  'company.legalRepresentative': ({ company }) => known(company.legalRepresentative, '法定代表人姓名'),
  'company.authorisedAgent': ({ company }) => known(company.authorisedAgent, '委托代理人姓名'),
  'company.phone': ({ company }) => known(company.phone, '电话'),
  'company.email': ({ company }) => known(company.email, '电子邮箱'),
  'company.bankName': ({ company }) => known(company.bankName, '开户银行'),
  'company.bankAccount': ({ company }) => known(company.bankAccount, '银行账号'),
  'project.title': ({ project }) => project.title,
  'project.no': projectNo,
  'project.buyer': buyerName,
  'project.lot': (bid) => lotText(bid) ?? '',
  'terms.deliveryPeriod': ({ terms }) => known(terms.deliveryPeriod, '交付期'),
  'terms.warranty': ({ terms }) => known(terms.warranty, '质保期'),
  'terms.validity': validityText,
  'terms.bond': bondText,
  'terms.signedOn': ({ terms }) => dayOrBlank(terms.signedOn),
}

const lineFields: Record<LineField, (line: BuyerOfferLine, no: number) => string> = {
  'line.no': (_, no) => String(no),
  'line.name': ({ name }) => known(name, '名称'),
  'line.specification': ({ specification }) => specification ?? '',
  'line.quantity': ({ quantity }) => exact(quantity),
  'line.unit': ({ unit }) => unit,
  'line.remark': ({ remark }) => remark ?? '',
}

const deviationWords: Record<Deviation, string> = { none: '无偏离', positive: '正偏离', negative: '负偏离' }
const marks: Record<RequirementMark, string> = { star: '★', triangle: '▲', none: '' }

const responseFields: Record<ResponseField, (response: BuyerResponse, no: number) => string> = {
  'requirement.no': (_, no) => String(no),
  'requirement.clause': ({ clauseNo }) => clauseNo ?? '',
  'requirement.text': ({ mark, asked }) => `${marks[mark]}${asked}`,
  'requirement.factor': ({ scoring }) => scoring?.factor ?? '',
  'requirement.points': ({ scoring }) => scoring?.points ?? '',
  'response.answer': ({ answer, scoring }) => (scoring === null ? known(answer, '应答') : (answer ?? '')),
  'response.deviation': ({ deviation }) => (deviation === null ? placeholder('偏离') : deviationWords[deviation]),
  'response.note': ({ note }) => note ?? '',
}

const isLineField = (name: FieldName): name is LineField => name in lineFields
const isResponseField = (name: FieldName): name is ResponseField => name in responseFields

/** What a field prints; 【待填：…】 where it is not known. Throws for a field of a row outside of a row that is repeated for its kind. */
export const fieldSpans = (name: FieldName, { bid, line, response, citing }: FieldScope): Span[] => {
  if (isLineField(name)) {
    if (line === null) throw new Error(`${name} stands outside a row for each offer line`)
    return [{ text: lineFields[name](line.value, line.no) }]
  }
  if (name !== proofField && !isResponseField(name)) return [{ text: bidFields[name](bid) }]
  if (response === null) throw new Error(`${name} stands outside a row for each requirement`)
  return name === proofField ? evidenceSpans(response.value.evidence, citing) : [{ text: responseFields[name](response.value, response.no) }]
}
