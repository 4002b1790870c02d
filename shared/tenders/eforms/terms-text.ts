import type { FoundRequirement } from '#shared/requirements/requirement.ts'
import type { NoticeFields } from '#shared/tenders/eforms/notice-fields.ts'
import { elementAt, elementsAt, textAt, textOf, type XmlElement } from '#shared/tenders/eforms/xml-element.ts'

const extension = 'UBLExtensions/UBLExtension/ExtensionContent/EformsExtension'
const head = 'eForms'
const names = {
  'OPP-010': 'Notice publication number',
  'BT-701': 'Notice identifier',
  'BT-757': 'Notice version',
  'BT-04': 'Procedure identifier',
  'BT-22': 'Internal identifier',
  'BT-24': 'Description',
  'BT-262': 'Main classification (CPV)',
  'BT-263': 'Additional classification (CPV)',
  'BT-98': 'Tender validity',
  'BT-751': 'Guarantee required',
  'BT-539': 'Award criterion',
} as const
type Term = keyof typeof names

/** One term: its business term, standard name and lot ('' for the whole procedure), then its values, parted by tabs. */
function line(term: Term, lotNo: string, ...values: (string | null)[]): string[] {
  if (values.every((value) => value === null)) return []
  const label = `${term} ${names[term]}${lotNo === '' ? '' : ` · ${lotNo}`}`
  return [[label, ...values.map((value) => value ?? '')].join('\t').trimEnd()]
}

const labelParts = /^(\S+) [^·]*(?: · (.+))?$/

function classifications(project: XmlElement | undefined, lotNo: string): string[] {
  const code = (classification: XmlElement) => textAt(classification, 'ItemClassificationCode')
  return [
    ...elementsAt(project, 'MainCommodityClassification').flatMap((main) => line('BT-262', lotNo, code(main))),
    ...elementsAt(project, 'AdditionalCommodityClassification').flatMap((more) => line('BT-263', lotNo, code(more))),
  ]
}

/** Weights, not thresholds: the number and how it counts, e.g. '40 per-exa' (percentage, exact). */
function weightOf(criterion: XmlElement): string | null {
  const parameters = elementsAt(criterion, `${extension}/AwardCriterionParameter`)
  const weights = parameters.flatMap((parameter) => {
    const code = elementAt(parameter, 'ParameterCode')
    const number = textAt(parameter, 'ParameterNumeric')
    return code?.attributes['listName'] === 'number-weight' && number !== null ? [[number, textOf(code)].join(' ')] : []
  })
  return weights.length === 0 ? null : weights.join(', ')
}

function criteria(lot: XmlElement, lotNo: string, fields: NoticeFields): string[] {
  return elementsAt(lot, 'TenderingTerms/AwardingTerms/AwardingCriterion/SubordinateAwardingCriterion').flatMap((criterion) =>
    line('BT-539', lotNo, textAt(criterion, 'AwardingCriterionTypeCode'), fields.text(criterion, 'Name'), weightOf(criterion), fields.text(criterion, 'Description')),
  )
}

function termsOfLot(lot: XmlElement, fields: NoticeFields): string[] {
  const lotNo = textAt(lot, 'ID') ?? ''
  const validity = elementAt(lot, 'TenderingTerms/TenderValidityPeriod/DurationMeasure')
  const span = textOf(validity)
  const guarantees = elementsAt(lot, 'TenderingTerms/RequiredFinancialGuarantee')
  const project = elementAt(lot, 'ProcurementProject')
  return [
    ...line('BT-24', lotNo, fields.text(project, 'Description')),
    ...classifications(project, lotNo),
    ...line('BT-98', lotNo, span === null ? null : [span, validity?.attributes['unitCode'] ?? ''].join(' ').trim()),
    ...guarantees.flatMap((guarantee) => line('BT-751', lotNo, textAt(guarantee, 'GuaranteeTypeCode'), fields.text(guarantee, 'Description'))),
    ...criteria(lot, lotNo, fields),
  ]
}

/**
 * The terms of a notice that a tender has no field of its own for (procurement-rules §7.6), one a line under the standard's names and in its
 * codes: what is shown beside the facts, and where requirements point to.
 */
export function termsText(root: XmlElement, fields: NoticeFields): string {
  const project = elementAt(root, 'ProcurementProject')
  return [
    `${head} ${root.name}`,
    ...line('OPP-010', '', textAt(root, `${extension}/Publication/NoticePublicationID`)),
    ...line('BT-701', '', textAt(root, 'ID')),
    ...line('BT-757', '', textAt(root, 'VersionID')),
    ...line('BT-04', '', textAt(root, 'ContractFolderID')),
    ...line('BT-22', '', textAt(project, 'ID')),
    ...line('BT-24', '', fields.text(project, 'Description')),
    ...classifications(project, ''),
    ...elementsAt(root, 'ProcurementProjectLot').flatMap((lot) => termsOfLot(lot, fields)),
  ].join('\n')
}

export const isTermsText = (text: string): boolean => text.startsWith(`${head} `)

/** Percentages and points that are exact can be added up; ranks, decimals and ranges are left as they are said. */
const exactWeight = /^(\d{1,6}(?:\.\d{1,6})?) (?:per|poi)-exa$/

function requirementIn(term: string, lotNo: string | null, values: readonly string[]): Omit<FoundRequirement, 'start' | 'end'> | null {
  const base = { lotNo, clauseNo: term, mark: 'none', isMandatory: false, scoring: null } as const
  const [first = '', second = '', weight = '', description = ''] = values
  if (term === 'BT-98' && first !== '') return { ...base, kind: 'business', text: `${names[term]}: ${first}`, isMandatory: true }
  if (term === 'BT-751' && first === 'true') return { ...base, kind: 'business', text: [names[term], second].filter((part) => part !== '').join(': '), isMandatory: true }
  if (term !== 'BT-539') return null
  const factor = (second === '' ? first : second).slice(0, 300)
  if (factor === '') return null
  const text = [first, second, weight, description].filter((part) => part !== '').join(' · ').slice(0, 20_000)
  return { ...base, kind: first === 'quality' ? 'technical' : 'business', text, scoring: { factor, points: exactWeight.exec(weight)?.[1] ?? null } }
}

/** What the terms of a notice ask for: validity, a guarantee where one is required, and each criterion with its exact weight as points. */
export function requirementsInTerms(text: string, lotNos: readonly string[]): FoundRequirement[] {
  let start = 0
  return text.split('\n').flatMap((each) => {
    const place = { start, end: start + each.length }
    start = place.end + 1
    const [label = '', ...values] = each.split('\t')
    const [, term = '', lotNo = ''] = labelParts.exec(label) ?? []
    const found = requirementIn(term, lotNos.includes(lotNo) ? lotNo : null, values)
    return found === null ? [] : [{ ...found, ...place }]
  })
}
