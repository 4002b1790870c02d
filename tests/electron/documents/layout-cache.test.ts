import { expect, it } from 'vitest'
import { createLayoutCache } from '#core/documents/layout-cache.ts'
import type { LayoutCache, Part } from '#core/documents/layout-cache.ts'
import type { Volume } from '#shared/documents/volume.ts'

const part = (printed: Part['printed'] = new Map()): Part => ({ pages: [], missing: new Set(), printed })

const set = (cache: LayoutCache, volume: Volume, key: string): Part => {
  const layout = cache.begin(volume)
  const found = layout.find(key, () => true) ?? part()
  layout.keep(key, found)
  layout.finish()
  return found
}

it('the forms of a volume are kept while the others are set in between', () => {
  const cache = createLayoutCache()
  const form = set(cache, 'price', 'letter')
  for (const volume of ['technical', 'business', 'book'] as const) for (let time = 0; time < 5; time++) set(cache, volume, `${volume}-${time}`)
  expect(set(cache, 'price', 'letter')).toBe(form)
})

it('what a volume has not shown in its last four layouts is let go', () => {
  const cache = createLayoutCache()
  const form = set(cache, 'price', 'letter')
  for (const other of ['first', 'second', 'third']) set(cache, 'price', other)
  expect(set(cache, 'price', 'letter')).toBe(form)
  for (const other of ['first', 'second', 'third', 'fourth']) set(cache, 'price', other)
  expect(set(cache, 'price', 'letter')).not.toBe(form)
})

it('a form is kept once for each set of numbers it printed', () => {
  const layout = createLayoutCache().begin('technical')
  const [open, settled] = [part(new Map([['a', { text: '0', room: 1 }]])), part(new Map([['a', { text: '12', room: 2 }]]))]
  layout.keep('index', open)
  layout.keep('index', settled)
  const printing = (text: string) => layout.find('index', ({ printed }) => printed.get('a')?.text === text)
  expect([printing('0'), printing('12'), printing('13')]).toEqual([open, settled, undefined])
})
