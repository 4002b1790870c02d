import type { Page } from '#core/documents/page.ts'

/** What one part of the document came to in a pass, and what it printed that may change in the next. */
export type Part = { pages: Page[]; missing: ReadonlySet<string>; printed: ReadonlyMap<string, string> }

/** Forms as they were last set: between two previews of a document most of them are the same. */
export type LayoutCache = {
  /** The page numbers the document before ended with. */
  begin(): ReadonlyMap<string, number>
  find(key: string): Part | undefined
  keep(key: string, part: Part): void
  finish(numbers: ReadonlyMap<string, number>): void
}

/** Documents whose forms are remembered: a volume and what is looked at in between. */
const generations = 2

export const createLayoutCache = (): LayoutCache => {
  let kept: Map<string, Part>[] = []
  let current = new Map<string, Part>()
  let last: ReadonlyMap<string, number> = new Map()
  return {
    begin: () => {
      current = new Map()
      return last
    },
    find: (key) => {
      const part = current.get(key) ?? kept.find((parts) => parts.has(key))?.get(key)
      if (part) current.set(key, part)
      return part
    },
    keep: (key, part) => {
      current.set(key, part)
    },
    finish: (numbers) => {
      kept = [current, ...kept].slice(0, generations)
      last = numbers
    },
  }
}
