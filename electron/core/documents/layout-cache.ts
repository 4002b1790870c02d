import type { Page } from '#core/documents/page.ts'
import type { Volume } from '#shared/documents/volume.ts'

/** What one part of the document came to in a pass, and what it printed that may change in the next. */
export type Part = { pages: Page[]; missing: ReadonlySet<string>; printed: ReadonlyMap<string, string> }

/** One document being set. */
export type CachedLayout = {
  /** The page numbers this volume ended with when it was set last. */
  numbers: ReadonlyMap<string, number>
  find(key: string): Part | undefined
  keep(key: string, part: Part): void
  finish(numbers: ReadonlyMap<string, number>): void
}

/** Forms as they were last set: between two previews of a volume most of them are the same. The volumes of a bid cite one another and are set in turns, so each has its own. */
export type LayoutCache = { begin(volume: Volume): CachedLayout }

/** A volume as it is, and as it was before the numbers it cites were known. */
const generations = 2

type Kept = { parts: readonly Map<string, Part>[]; numbers: ReadonlyMap<string, number> }

export const createLayoutCache = (): LayoutCache => {
  const volumes = new Map<Volume, Kept>()
  return {
    begin: (volume) => {
      const { parts, numbers } = volumes.get(volume) ?? { parts: [], numbers: new Map() }
      const current = new Map<string, Part>()
      return {
        numbers,
        find: (key) => {
          const part = current.get(key) ?? parts.find((earlier) => earlier.has(key))?.get(key)
          if (part) current.set(key, part)
          return part
        },
        keep: (key, part) => {
          current.set(key, part)
        },
        finish: (found) => {
          volumes.set(volume, { parts: [current, ...parts].slice(0, generations), numbers: found })
        },
      }
    },
  }
}
