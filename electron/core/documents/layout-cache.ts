import type { Page } from '#core/documents/page.ts'
import type { PrintedNumber } from '#core/documents/inline.ts'
import type { Volume } from '#shared/documents/volume.ts'

/** What one part of the document came to in a pass, and the page numbers it printed, which may change in the next. */
export type Part = { pages: Page[]; missing: ReadonlySet<string>; printed: ReadonlyMap<string, PrintedNumber> }

/** One document being set. */
export type CachedLayout = {
  /** A part kept under the key that fits: a form is kept once for each set of numbers it printed. */
  find(key: string, fits: (part: Part) => boolean): Part | undefined
  keep(key: string, part: Part): void
  finish(): void
}

/**
 * Forms as they were set before: between two previews of a volume most of them are the same. It only spares work: every pass is
 * gone through as if for the first time, so that a document comes out as it would without. The volumes of a bid cite one another
 * and are set in turns, so each has its own.
 */
export type LayoutCache = { begin(volume: Volume): CachedLayout }

/** A preview sets a volume up to three times: without the numbers it cites from others, with them, and as it is printed. */
const generations = 4

type Parts = Map<string, Part[]>

export const createLayoutCache = (): LayoutCache => {
  const volumes = new Map<Volume, readonly Parts[]>()
  return {
    begin: (volume) => {
      const earlier = volumes.get(volume) ?? []
      const current: Parts = new Map()
      const keep = (key: string, part: Part): void => {
        const variants = current.get(key)
        if (variants === undefined) current.set(key, [part])
        else if (!variants.includes(part)) variants.push(part)
      }
      return {
        find: (key, fits) => {
          for (const parts of [current, ...earlier]) {
            const part = parts.get(key)?.find(fits)
            if (part === undefined) continue
            keep(key, part)
            return part
          }
          return undefined
        },
        keep,
        finish: () => {
          volumes.set(volume, [current, ...earlier].slice(0, generations))
        },
      }
    },
  }
}
