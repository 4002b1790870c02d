import { inDateOrder, mergeReleases } from '#shared/tenders/ocds/merge-releases.ts'
import { mapRelease, type MappedRelease } from '#shared/tenders/ocds/map-release.ts'
import type { OcdsObject } from '#shared/tenders/ocds/ocds-value.ts'

type Group = { row: number; releases: OcdsObject[]; compiled: OcdsObject | null }
export type GroupedRelease = { row: number; mapped: MappedRelease }

/** Characters held back so that releases of one process meet; past it they are handed on and meet in the store instead. */
const largestHold = 8 * 1024 * 1024

/** One draft from the releases of one process; what the publisher compiled wins over our own merge. */
export function mapGroup(releases: readonly OcdsObject[], compiled: OcdsObject | null): MappedRelease {
  const newest = inDateOrder(releases).at(-1)
  const [only] = releases
  if (compiled !== null) return mapRelease(compiled, newest ?? compiled)
  return releases.length === 1 && only !== undefined ? mapRelease(only) : mapRelease(mergeReleases(releases), newest)
}

/** Holds releases by `ocid` and gives them up as drafts, oldest group first, when there are too many to hold. */
export function createReleaseGroups() {
  let groups = new Map<string, Group>()
  let held = 0

  function flush(): GroupedRelease[] {
    const finished = [...groups.values()]
    groups = new Map()
    held = 0
    return finished.map((group) => ({ row: group.row, mapped: mapGroup(group.releases, group.compiled) }))
  }

  return {
    add: (ocid: string, release: OcdsObject, isCompiled: boolean, row: number, size: number): GroupedRelease[] => {
      const group = groups.get(ocid) ?? { row, releases: [], compiled: null }
      groups.set(ocid, group)
      if (isCompiled) group.compiled = release
      else group.releases.push(release)
      held += size
      return held > largestHold ? flush() : []
    },
    flush,
  }
}
