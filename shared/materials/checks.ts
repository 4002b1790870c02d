import { beijingDay } from '#shared/calendar/beijing-time.ts'
import { addDays } from '#shared/calendar/day.ts'
import type { BuyerBid } from '#shared/documents/buyer-bid.ts'
import { check, orPass, type Check } from '#shared/documents/check.ts'
import { internalWordsIn } from '#shared/documents/gate.ts'
import { attachmentsOf, type LibraryItem } from '#shared/library/item.ts'
import { lastDayOf, validityOf } from '#shared/library/validity.ts'
import { chosenItems, type BidMaterials } from '#shared/materials/materials.ts'

export type MaterialsInput = { bid: Pick<BuyerBid, 'project' | 'terms'>; chosen: BidMaterials; items: readonly LibraryItem[]; today: string }

const at = (item: LibraryItem) => ({ field: `${item.data.kind}/${item.id}` })

/**
 * A certificate has to hold on the day of the deadline and through the validity of the bid (procurement rules 6.3). Without
 * a deadline it is judged on the day of printing. One whose end nobody knows is not taken for valid.
 */
const certificateChecks = (item: LibraryItem, { bid: { project, terms }, today }: MaterialsInput): Check[] => {
  const deadline = project.bidDeadline === null ? today : beijingDay(project.bidDeadline)
  const last = lastDayOf(item.data)
  const name = item.data.name
  if (validityOf(item.data, deadline) === 'unknown') return [check('stop', 'certificate-end-unknown', 'library', at(item), { name })]
  if (last !== null && last < deadline) return [check('stop', 'certificate-expired', 'library', at(item), { name, validUntil: last, deadline })]
  const needed = terms.validityDays === null ? null : addDays(deadline, terms.validityDays)
  return last !== null && needed !== null && last < needed ? [check('stop', 'certificate-ends-early', 'library', at(item), { name, validUntil: last, needed })] : []
}

const textChecks = (item: LibraryItem, text: string, { today }: MaterialsInput): Check[] => {
  const last = lastDayOf(item.data)
  const name = item.data.name
  return [
    ...(last !== null && last < today ? [check('warn', 'text-review-due', 'library', at(item), { name, reviewOn: last })] : []),
    ...internalWordsIn(text).map((word) => check('stop', 'internal-word', 'library', at(item), { word, name })),
  ]
}

/** Social insurance is asked for the months before the deadline; older than this is no proof any more. */
const insuredMonths = 3

const personChecks = (item: LibraryItem, { today }: MaterialsInput): Check[] => {
  if (item.data.kind !== 'person') return []
  const oldest = addDays(`${today.slice(0, 7)}-01`, -31 * insuredMonths).slice(0, 7)
  const month = item.data.socialInsuranceMonth
  return month !== null && month >= oldest ? [] : [check('warn', 'insurance-not-current', 'library', at(item), { name: item.data.name, month: month ?? '—' })]
}

const scanChecks = (item: LibraryItem): Check[] =>
  (item.data.kind === 'certificate' || item.data.kind === 'reference') && attachmentsOf(item.data).length === 0 ? [check('warn', 'scan-missing', 'library', at(item), { name: item.data.name })] : []

/** A reference signed before the years the tender counts is worth nothing there (procurement rules 6.3). */
const referenceChecks = (item: LibraryItem, { bid: { project }, today }: MaterialsInput): Check[] => {
  const { referenceYears: years } = project.asks
  if (item.data.kind !== 'reference' || item.data.signedOn === null || years === null) return []
  const end = project.bidDeadline === null ? today : beijingDay(project.bidDeadline)
  const from = `${Number(end.slice(0, 4)) - years}${end.slice(4)}`
  return item.data.signedOn < from ? [check('warn', 'reference-too-old', 'library', at(item), { name: item.data.name, signedOn: item.data.signedOn, years: String(years) })] : []
}

/** What stands against the chosen materials: nothing that has ended, is of unknown validity or speaks of another bid slips in. */
export const materialsChecks = (input: MaterialsInput): Check[] => {
  const items = chosenItems(input.chosen, input.items).map(({ item }) => item)
  const certificates = items.filter(({ data }) => data.kind === 'certificate')
  return [
    ...(certificates.length === 0 ? [] : orPass(certificates.flatMap((item) => certificateChecks(item, input)), 'certificates-valid', 'library', { count: String(certificates.length) })),
    ...items.flatMap((item) => [
      ...(item.data.kind === 'text' ? textChecks(item, `${item.data.name}\n${item.data.body}`, input) : []),
      ...personChecks(item, input),
      ...referenceChecks(item, input),
      ...scanChecks(item),
    ]),
  ]
}
