import { z } from 'zod'
import type { BuyerBid, BuyerOfferLine } from '#shared/documents/buyer-bid.ts'
import { bondText, validityText } from '#shared/documents/tender-letter.ts'
import { bidderName, buyerName, dayOrBlank, exact, known, lotText, projectNo } from '#shared/documents/wording.ts'

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
])
export type FieldName = z.infer<typeof FieldName>

/** Where a field is read: the bid, and the offer line while a row is repeated for each. */
export type FieldScope = { bid: BuyerBid; line: { value: BuyerOfferLine; no: number } | null }

type BidField = Exclude<FieldName, `line.${string}`>
type LineField = Extract<FieldName, `line.${string}`>

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

const isLineField = (name: FieldName): name is LineField => name in lineFields

/** The field's text; 【待填：…】 where it is not known. Throws for a field of a line outside of a repeated row. */
export const fieldText = (name: FieldName, { bid, line }: FieldScope): string => {
  if (!isLineField(name)) return bidFields[name](bid)
  if (line === null) throw new Error(`${name} stands outside a row for each offer line`)
  return lineFields[name](line.value, line.no)
}
