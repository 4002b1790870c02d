import { isoInstant } from '#shared/tenders/iso-moment.ts'
import { isOcdsObject, plainText, type OcdsObject, type OcdsValue } from '#shared/tenders/ocds/ocds-value.ts'

/** Lists of objects the OCDS 1.1 schema marks `wholeListMerge`: a newer list replaces the older. */
const wholeLists = new Set(['additionalIdentifiers', 'additionalClassifications', 'changes'])
/** Lists of organizations: those of 1.0 have no `id` to merge by, so that their list is replaced as a whole; with one (1.1) they merge. */
const organizationLists = new Set(['suppliers', 'tenderers'])
/** Root members with a rule of their own ("omit when merged"), and the one key that is not safe to copy. */
const ownRule = new Set(['id', 'date', 'tag', '__proto__'])

/** Orders releases by `date`, oldest first; those without a readable date come first, in their own order. */
export function inDateOrder(releases: readonly OcdsObject[]): OcdsObject[] {
  const dated = releases.map((release) => ({ release, at: isoInstant(plainText(release['date']) ?? '') ?? '' }))
  return dated.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).map(({ release }) => release)
}

/** Compiles releases of one process into one (OCDS 1.1, "Merging"): the newer value wins, null removes, lists merge by `id`. */
export function mergeReleases(releases: readonly OcdsObject[]): OcdsObject {
  const ordered = inDateOrder(releases)
  const merged: OcdsObject = {}
  for (const release of ordered) {
    for (const [key, value] of Object.entries(release)) if (!ownRule.has(key)) mergeMember(merged, key, value)
  }
  const date = plainText(ordered.at(-1)?.['date'])
  const ocid = plainText(merged['ocid'])
  merged['tag'] = ['compiled']
  if (date !== null) merged['date'] = date
  if (ocid !== null) merged['id'] = date === null ? ocid : `${ocid}-${date}`
  return merged
}

function mergeMember(target: OcdsObject, key: string, value: OcdsValue): void {
  if (key === '__proto__') return
  if (value === null) {
    delete target[key]
    return
  }
  const before = Object.hasOwn(target, key) ? target[key] : undefined
  if (isSilent(before, value, key)) return
  if (Array.isArray(value)) target[key] = mergeList(before, value, key)
  else if (isOcdsObject(value)) target[key] = mergeObject(isOcdsObject(before) ? before : {}, value)
  else target[key] = value
}

/** An empty object, or an empty list of objects that merge by `id`, says nothing; an empty list of plain values replaces. Without the schema, which it is shows in what was there. */
function isSilent(before: OcdsValue | undefined, value: OcdsValue, key: string): boolean {
  if (!Array.isArray(value)) return isOcdsObject(value) && Object.keys(value).length === 0
  return value.length === 0 && !wholeLists.has(key) && Array.isArray(before) && before.some((item) => isOcdsObject(item))
}

function mergeObject(before: OcdsObject, after: OcdsObject): OcdsObject {
  const merged = { ...before }
  for (const [key, value] of Object.entries(after)) mergeMember(merged, key, value)
  return merged
}

function mergeList(before: OcdsValue | undefined, after: OcdsValue[], key: string): OcdsValue[] {
  const objects = after.filter((item) => isOcdsObject(item))
  const isWhole = wholeLists.has(key) || (organizationLists.has(key) && objects.every((item) => plainText(item['id']) === null))
  if (isWhole || after.length === 0 || objects.length < after.length) return after
  const merged: OcdsValue[] = Array.isArray(before) ? [...before] : []
  const places = new Map<string, number>()
  merged.forEach((item, index) => {
    const id = isOcdsObject(item) ? plainText(item['id']) : null
    if (id !== null) places.set(id, index)
  })
  for (const item of objects) {
    const id = plainText(item['id'])
    const place = id === null ? undefined : places.get(id)
    const old = place === undefined ? undefined : merged[place]
    if (place !== undefined && isOcdsObject(old)) merged[place] = mergeObject(old, item)
    else {
      if (id !== null) places.set(id, merged.length)
      merged.push(mergeObject({}, item))
    }
  }
  return merged
}
