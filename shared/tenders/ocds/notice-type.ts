import { member, plainText, type OcdsObject, type OcdsValue } from '#shared/tenders/ocds/ocds-value.ts'
import type { NoticeType } from '#shared/tenders/tender.ts'

/** The tag that says most about where the process stands comes first. */
const typeOfTag: readonly (readonly [RegExp, NoticeType])[] = [
  [/^tendercancellation$/, 'termination'],
  [/^(award(update|notice)?|contract(update|amendment)?|implementation(update)?)$/, 'award'],
  [/^(awardcancellation|contracttermination)$/, 'other'],
  [/^tender(update|amendment)$/, 'correction'],
  [/^tender$/, 'tender'],
  [/^planning(update)?$/, 'planning'],
]
const ended = new Set(['cancelled', 'unsuccessful', 'withdrawn'])
const notYet = new Set(['planning', 'planned'])

function isFilled(value: OcdsValue | undefined): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null
}

function inferred(release: OcdsObject, status: string): NoticeType {
  if (isFilled(release['awards']) || isFilled(release['contracts'])) return 'award'
  if (isFilled(release['tender'])) return notYet.has(status) ? 'planning' : 'tender'
  return isFilled(release['planning']) ? 'planning' : 'other'
}

/** What kind of notice a release is: its tags (release tag codelist), a tender status that ends it, else what it contains. */
export function noticeTypeOf(release: OcdsObject, newest: OcdsObject): NoticeType {
  const tag = newest['tag']
  const tags = (Array.isArray(tag) ? tag : [tag]).map((item) => (plainText(item) ?? '').toLowerCase())
  const status = (plainText(member(release['tender'], 'status')) ?? '').toLowerCase()
  if (ended.has(status)) return 'termination'
  const found = typeOfTag.find(([pattern]) => tags.some((tag) => pattern.test(tag)))?.[1] ?? inferred(release, status)
  const isDirect = plainText(member(release['tender'], 'procurementMethod')) === 'direct'
  return found === 'tender' && isDirect ? 'singleSource' : found
}
