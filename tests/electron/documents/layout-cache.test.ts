import { expect, it } from 'vitest'
import { createLayoutCache } from '#core/documents/layout-cache.ts'
import type { LayoutCache, Part } from '#core/documents/layout-cache.ts'
import type { Volume } from '#shared/documents/volume.ts'

const part = (): Part => ({ pages: [], missing: new Set(), printed: new Map() })

const set = (cache: LayoutCache, volume: Volume, key: string): Part => {
  const layout = cache.begin(volume)
  const found = layout.find(key) ?? part()
  layout.keep(key, found)
  layout.finish(new Map([[key, 1]]))
  return found
}

it('the forms of a volume are kept while the others are set in between', () => {
  const cache = createLayoutCache()
  const form = set(cache, 'price', 'letter')
  for (const volume of ['technical', 'business', 'book'] as const) for (let time = 0; time < 3; time++) set(cache, volume, `${volume}-${time}`)
  expect([...cache.begin('price').numbers]).toEqual([['letter', 1]])
  expect(set(cache, 'price', 'letter')).toBe(form)
})

it('what a volume has not shown in its last two layouts is let go', () => {
  const cache = createLayoutCache()
  const form = set(cache, 'price', 'letter')
  set(cache, 'price', 'other')
  expect(set(cache, 'price', 'letter')).toBe(form)
  set(cache, 'price', 'second')
  set(cache, 'price', 'third')
  expect(set(cache, 'price', 'letter')).not.toBe(form)
})
