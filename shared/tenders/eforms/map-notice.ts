import type { ImportIssueCode } from '#shared/imports/issue.ts'
import { mapAmendments, mapDocuments } from '#shared/tenders/eforms/map-papers.ts'
import { hasNoWinner, mapResults, resultAmount, type OrganizationName } from '#shared/tenders/eforms/map-results.ts'
import { fieldsOfNotice, type NoticeFields } from '#shared/tenders/eforms/notice-fields.ts'
import { termsText } from '#shared/tenders/eforms/terms-text.ts'
import { elementAt, elementsAt, textAt, textOf, type XmlElement } from '#shared/tenders/eforms/xml-element.ts'
import { TenderDraft, type Lot, type NoticeType } from '#shared/tenders/tender.ts'

export type MappedNotice = { ok: true; draft: TenderDraft } | { ok: false; code: ImportIssueCode; field: string | null; found?: string; message: string }

const extension = 'UBLExtensions/UBLExtension/ExtensionContent/EformsExtension'
const estimate = 'RequestedTenderTotal/EstimatedOverallContractAmount'
const maximum = `RequestedTenderTotal/${extension}/FrameworkMaximumAmount`
const knownRoots = new Set(['ContractNotice', 'ContractAwardNotice', 'PriorInformationNotice'])

/** Form types (BT-03) as kinds of notice. */
const typeOfForm: Readonly<Record<string, NoticeType>> = {
  'planning': 'planning',
  'consultation': 'planning',
  'competition': 'tender',
  'dir-awa-pre': 'singleSource',
  'result': 'award',
  'cont-modif': 'award',
  'completion': 'other',
}

/** The business term behind each field of a draft, to name it when its value doesn't fit. */
const termOf: Readonly<Record<string, string>> = { title: 'BT-21', projectNo: 'BT-22', buyer: 'BT-500', agency: 'BT-500', method: 'BT-105', lots: 'BT-137', key: 'BT-04' }

function noticeTypeOf(root: XmlElement): NoticeType {
  const changes = elementAt(root, `${extension}/Changes`)
  const reason = textAt(changes, 'ChangeReason/ReasonCode') ?? ''
  if (reason.startsWith('cancel') || hasNoWinner(elementAt(root, `${extension}/NoticeResult`))) return 'termination'
  if (changes !== undefined) return 'correction'
  return typeOfForm[elementAt(root, 'NoticeTypeCode')?.attributes['listName'] ?? ''] ?? 'other'
}

function organizationsOf(root: XmlElement, fields: NoticeFields): OrganizationName {
  const names = new Map<string, string>()
  for (const company of elementsAt(root, `${extension}/Organizations/Organization/Company`)) {
    const id = textAt(company, 'PartyIdentification/ID')
    const name = fields.text(company, 'PartyName/Name')
    if (id !== null && name !== null) names.set(id, name)
  }
  return (id) => (id === null ? null : (names.get(id) ?? null))
}

function namesOf(ids: readonly XmlElement[], organization: OrganizationName): string | null {
  const names = ids.flatMap((id) => organization(textOf(id)) ?? [])
  return names.length === 0 ? null : [...new Set(names)].join('; ')
}

/** The service provider that runs the procedure for the buyer; the one that only sends the notice is none. */
function agencyOf(root: XmlElement, organization: OrganizationName): string | null {
  const providers = elementsAt(root, 'ContractingParty/Party/ServiceProviderParty').filter((provider) => textAt(provider, 'ServiceTypeCode') === 'serv-prov')
  return namesOf(providers.flatMap((provider) => elementsAt(provider, 'Party/PartyIdentification/ID')), organization)
}

const lotElements = (root: XmlElement): XmlElement[] => elementsAt(root, 'ProcurementProjectLot').filter((lot) => elementAt(lot, 'ID')?.attributes['schemeName'] !== 'LotsGroup')

function currencyOf(root: XmlElement, fields: NoticeFields): string | null {
  const projects = [elementAt(root, 'ProcurementProject'), ...elementsAt(root, 'ProcurementProjectLot/ProcurementProject')]
  for (const project of projects) {
    const found = fields.currency(project, estimate, 'BT-27') ?? fields.currency(project, maximum, 'BT-271')
    if (found !== null) return found
  }
  const result = elementAt(root, `${extension}/NoticeResult`)
  return fields.currency(resultAmount(result), 'PayableAmount', 'BT-720') ?? fields.currency(result, 'TotalAmount', 'BT-161')
}

function amountIn(fields: NoticeFields, currency: string | null) {
  return (element: XmlElement | undefined, path: string, field: string): string | null => {
    const amount = fields.amount(element, path, field)
    const own = fields.currency(element, path, field)
    return own === null || own === currency ? amount : null
  }
}

function lotsOf(root: XmlElement, fields: NoticeFields, amount: ReturnType<typeof amountIn>): Lot[] {
  return lotElements(root).map((lot, index) => {
    const project = elementAt(lot, 'ProcurementProject')
    return { no: textAt(lot, 'ID') ?? String(index + 1), name: fields.text(project, 'Name'), budget: amount(project, estimate, 'BT-27'), ceiling: amount(project, maximum, 'BT-271') }
  })
}

/** The earliest moment over the lots: what closes first has to be met first. */
function earliest(moments: readonly (string | null)[]): string | null {
  return moments.filter((moment) => moment !== null).toSorted()[0] ?? null
}

function timesOf(root: XmlElement, fields: NoticeFields) {
  const processes = [elementAt(root, 'TenderingProcess'), ...lotElements(root).map((lot) => elementAt(lot, 'TenderingProcess'))]
  const over = (path: string, field: string, date = 'EndDate', time = 'EndTime') => earliest(processes.map((process) => fields.instant(process, `${path}/${date}`, `${path}/${time}`, field)))
  const publication = fields.day(root, `${extension}/Publication/PublicationDate`, 'OPP-012')
  return {
    publishedAt: publication ?? fields.instant(root, 'IssueDate', 'IssueTime', 'BT-05'),
    // Where tenders come second (restricted, negotiated), the requests to take part close first.
    bidDeadline: over('TenderSubmissionDeadlinePeriod', 'BT-131') ?? over('ParticipationRequestReceptionPeriod', 'BT-1311'),
    openingTime: over('OpenTenderEvent', 'BT-132', 'OccurrenceDate', 'OccurrenceTime'),
  }
}

function documentsUrl(root: XmlElement): string | null {
  const urls = elementsAt(root, 'ProcurementProjectLot/TenderingTerms/CallForTendersDocumentReference/Attachment/ExternalReference/URI').map(textOf)
  return urls.find((url) => url !== null && url.length <= 2000 && /^https?:\/\//i.test(url)) ?? null
}

function draftOf(root: XmlElement, fields: NoticeFields, id: string) {
  const project = elementAt(root, 'ProcurementProject') ?? elementAt(root, 'ProcurementProjectLot/ProcurementProject')
  const organization = organizationsOf(root, fields)
  const currency = currencyOf(root, fields)
  const amount = amountIn(fields, currency)
  return {
    ...timesOf(root, fields),
    key: `eforms:${id}`,
    kind: 'eforms',
    noticeType: noticeTypeOf(root),
    projectNo: textAt(project, 'ID') ?? id,
    title: fields.text(project, 'Name') ?? fields.text(root, 'ProcurementProjectLot/ProcurementProject/Name'),
    buyer: namesOf(elementsAt(root, 'ContractingParty/Party/PartyIdentification/ID'), organization),
    agency: agencyOf(root, organization),
    method: textAt(root, 'TenderingProcess/ProcedureCode'),
    budget: amount(project, estimate, 'BT-27'),
    ceiling: amount(project, maximum, 'BT-271'),
    currency,
    lots: lotsOf(root, fields, amount),
    awards: mapResults(fields, elementAt(root, `${extension}/NoticeResult`), currency, organization),
    documents: mapDocuments(root, fields),
    amendments: mapAmendments([...elementsAt(root, `${extension}/Changes`), ...elementsAt(root, `${extension}/ContractModification`)], fields),
    description: fields.text(project, 'Description'),
    url: documentsUrl(root),
    text: termsText(root, fields),
    evidence: {},
    confidence: {},
  }
}

/**
 * Maps an eForms notice (UBL 2.3, procurement-rules §7.6) to a draft: estimated value (BT-27) to budget, framework maximum (BT-271) to ceiling,
 * texts in the notice's language. Blank and withheld values are unknown; an unreadable one rejects the notice and is named by its BT.
 */
export function mapNotice(root: XmlElement): MappedNotice {
  if (root.name === 'BusinessRegistrationInformationNotice') return { ok: false, code: 'not-a-notice', field: null, message: 'a business registration, not a procurement' }
  if (!knownRoots.has(root.name)) return { ok: false, code: 'not-a-notice', field: null, message: `not an eForms notice: ${root.name.slice(0, 80)}` }
  const fields = fieldsOfNotice(textAt(root, 'NoticeLanguageCode'))
  // A planning notice belongs to no procedure yet: it is its own.
  const id = textAt(root, 'ContractFolderID') ?? textAt(root, 'ID')
  if (id === null) return { ok: false, code: 'field-missing', field: 'BT-04', message: 'the notice has neither a procedure identifier (ContractFolderID) nor a notice identifier' }
  const draft = draftOf(root, fields, id)
  const [problem] = fields.problems
  if (problem) return { ok: false, code: 'field-invalid', ...problem }
  if (draft.title === null) return { ok: false, code: 'field-missing', field: 'BT-21', message: 'the notice has no title (ProcurementProject/Name)' }
  const checked = TenderDraft.safeParse(draft)
  if (checked.success) return { ok: true, draft: checked.data }
  const issue = checked.error.issues[0]
  const field = String(issue?.path[0] ?? '')
  return { ok: false, code: 'field-invalid', field: termOf[field] ?? field, message: issue?.message ?? 'the value does not fit' }
}
