import { inDateOrder, mergeReleases } from '#shared/tenders/ocds/merge-releases.ts'
import { mapRelease, type MappedRelease } from '#shared/tenders/ocds/map-release.ts'
import { isOcdsObject, type OcdsObject, type OcdsValue } from '#shared/tenders/ocds/ocds-value.ts'

type Held = { isCompiled: boolean; again: () => OcdsValue }
/** `mapped` is what its only release says; null once there are more, which are read again together. */
type Group = { row: number; held: Held[]; mapped: MappedRelease | null; size: number }
export type GroupedRelease = { row: number; mapped: MappedRelease }

/** Bytes held back so that releases of one process meet; past it the oldest are handed on and meet in the store instead. */
const largestHold = 2 * 1024 * 1024

/** One draft from the releases of one process; what the publisher compiled wins over our own merge. */
export function mapGroup(releases: readonly OcdsObject[], compiled: OcdsObject | null): MappedRelease {
  const newest = inDateOrder(releases).at(-1)
  const [only] = releases
  if (compiled !== null) return mapRelease(compiled, newest ?? compiled)
  return releases.length === 1 && only !== undefined ? mapRelease(only) : mapRelease(mergeReleases(releases), newest)
}

function mapHeld(held: readonly Held[]): MappedRelease {
  const read = (isCompiled: boolean) => held.filter((one) => one.isCompiled === isCompiled).map(({ again }) => again()).filter((value) => isOcdsObject(value))
  return mapGroup(read(false), read(true).at(-1) ?? null)
}

type Added = Held & { ocid: string; release: OcdsObject; row: number; size: number }

/** Gathers releases by `ocid` and gives them up as drafts, the oldest group first, when there are too many to hold. */
export function createReleaseGroups() {
  const groups = new Map<string, Group>()
  let bytes = 0

  /** A few at a time, so that the store has work while the next are read. */
  function giveUp(most: number): GroupedRelease[] {
    const finished: GroupedRelease[] = []
    for (const [ocid, { row, held, mapped, size }] of groups) {
      if (bytes <= most) break
      groups.delete(ocid)
      bytes -= size
      finished.push({ row, mapped: mapped ?? mapHeld(held) })
    }
    return finished
  }

  return {
    add: ({ ocid, release, row, size, isCompiled, again }: Added): GroupedRelease[] => {
      const known = groups.get(ocid)
      if (known) {
        known.held.push({ isCompiled, again })
        known.mapped = null
        known.size += size
      } else groups.set(ocid, { row, held: [{ isCompiled, again }], mapped: mapRelease(release), size })
      bytes += size
      return giveUp(largestHold)
    },
    flush: (): GroupedRelease[] => giveUp(-1),
  }
}
