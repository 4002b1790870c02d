import { awardCurrencyPath, mapAwards } from '#shared/tenders/ocds/map-awards.ts'
import { noticeTypeOf } from '#shared/tenders/ocds/notice-type.ts'
import { mapAmendments, mapDocuments } from '#shared/tenders/ocds/map-papers.ts'
import { isOcdsObject, member, plainText, type OcdsObject } from '#shared/tenders/ocds/ocds-value.ts'
import { organizationName, partyInRole } from '#shared/tenders/ocds/organizations.ts'
import { fieldsOf, type FieldProblem, type Fields } from '#shared/tenders/ocds/read-fields.ts'
import { TenderDraft, type Lot } from '#shared/tenders/tender.ts'

export type MappedRelease = { ok: true; draft: TenderDraft } | { ok: false; problem: FieldProblem }

/** Where the title may stand, best first; many real releases have no `tender`. */
const titlePaths = ['tender.title', 'planning.project', 'planning.budget.project', 'awards.0.title', 'contracts.0.title', 'name', 'title']
const descriptionPaths = [
  'tender.description',
  'description',
  'planning.budget.description',
  'planning.rationale',
  'awards.0.description',
  'contracts.0.description',
  'tender.items.0.description',
  'awards.0.items.0.description',
  'contracts.0.items.0.description',
]
const longestTitle = 1000
const longestMethod = 200

/** The OCDS member behind each field of a draft, to name it when its value doesn't fit. */
const pathOf: Readonly<Record<string, string>> = {
  key: 'ocid',
  projectNo: 'tender.id',
  title: 'tender.title',
  buyer: 'buyer.name',
  agency: 'tender.procuringEntity.name',
  method: 'tender.procurementMethodDetails',
  lots: 'tender.lots',
  awards: 'awards',
  documents: 'tender.documents',
  amendments: 'tender.amendments',
}

function firstText(fields: Fields, paths: readonly string[]): string | null {
  for (const path of paths) {
    const found = fields.text(path)
    if (found !== null) return found
  }
  return null
}

function currencyOf(fields: Fields, release: OcdsObject): string | null {
  const paths = ['tender.value.currency', 'planning.budget.amount.currency', 'tender.lots.0.value.currency', awardCurrencyPath(release)]
  for (const path of paths) {
    const found = path === null ? null : fields.currency(path)
    if (found !== null) return found
  }
  return null
}

/** Amounts of the release in its one currency: one in another currency is unknown in this one. */
function moneyIn(fields: Fields, currency: string | null) {
  return (path: string): string | null => {
    const amount = fields.amount(`${path}.amount`)
    const own = fields.currency(`${path}.currency`)
    return own === null || own === currency ? amount : null
  }
}

function lotsOf(fields: Fields, money: (path: string) => string | null): Lot[] {
  return Array.from({ length: fields.count('tender.lots') }, (_, index) => {
    const path = `tender.lots.${index}`
    return { no: fields.text(`${path}.id`) ?? String(index + 1), name: fields.text(`${path}.title`), budget: null, ceiling: money(`${path}.value`) }
  })
}

function methodOf(fields: Fields): string | null {
  const details = fields.text('tender.procurementMethodDetails')
  const method = fields.text('tender.procurementMethod')
  return details !== null && (details.length <= longestMethod || method === null) ? details : method
}

function noticeUrl(fields: Fields): string | null {
  const documents = fields.at('tender.documents')
  const notice = Array.isArray(documents) ? documents.find((document) => plainText(member(document, 'documentType')) === 'tenderNotice') : undefined
  const url = plainText(member(notice, 'url')) ?? fields.text('url')
  return url !== null && url.length <= 2000 && /^https?:\/\//i.test(url) ? url : null
}

/** The budget object of 1.0 and 1.1; Taiwan's publisher puts it under the tender. */
function budgetPath(release: OcdsObject): string {
  return isOcdsObject(member(member(release['tender'], 'budget'), 'value')) ? 'tender.budget.value' : 'planning.budget.amount'
}

function readFacts(fields: Fields, release: OcdsObject) {
  const currency = currencyOf(fields, release)
  const money = moneyIn(fields, currency)
  const buyer = organizationName(fields, release, 'buyer') ?? partyInRole(release, 'buyer')
  const procuring = organizationName(fields, release, 'tender.procuringEntity')
  return {
    currency,
    buyer: buyer ?? procuring,
    // Most publishers repeat the buyer here: that is no agency.
    agency: buyer === null || procuring === buyer ? null : procuring,
    budget: money(budgetPath(release)),
    ceiling: money('tender.value'),
    lots: lotsOf(fields, money),
    awards: mapAwards(fields, release, money),
    documents: mapDocuments(release),
    amendments: mapAmendments(release),
  }
}

/**
 * Maps a release (or compiled release) to a draft, OCDS 1.0 and 1.1 (procurement-rules §7.5); `newest` gives the tags of a merged one.
 * Null, absent and blank members are unknown, as the standard allows; a member of the wrong kind rejects the release and is named.
 */
export function mapRelease(release: OcdsObject, newest: OcdsObject = release): MappedRelease {
  const fields = fieldsOf(release)
  const ocid = fields.text('ocid')
  if (ocid === null) return { ok: false, problem: { code: 'field-missing', field: 'ocid', message: 'the release has no ocid' } }
  const stated = firstText(fields, titlePaths)
  const description = firstText(fields, descriptionPaths)
  const title = stated ?? description?.slice(0, longestTitle) ?? null
  const draft = {
    ...readFacts(fields, release),
    projectNo: fields.text('tender.id'),
    title,
    method: methodOf(fields),
    publishedAt: fields.dayOrInstant('date'),
    bidDeadline: fields.instant('tender.tenderPeriod.endDate'),
    openingTime: fields.instant('tender.bidOpening.date'),
    key: `ocds:${ocid}`,
    kind: 'ocds',
    noticeType: noticeTypeOf(release, newest),
    description,
    url: noticeUrl(fields),
    text: null,
    evidence: {},
    confidence: {},
  }
  const [problem] = fields.problems
  if (problem) return { ok: false, problem }
  if (title === null) return { ok: false, problem: { code: 'field-missing', field: 'tender.title', message: 'the release has neither a title nor a description' } }
  const checked = TenderDraft.safeParse(draft)
  if (checked.success) return { ok: true, draft: checked.data }
  const issue = checked.error.issues[0]
  const field = String(issue?.path[0] ?? '')
  return { ok: false, problem: { code: 'field-invalid', field: pathOf[field] ?? field, message: issue?.message ?? 'the value does not fit' } }
}
