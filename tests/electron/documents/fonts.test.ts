import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { create } from 'fontkit'
import { describe, expect, it } from 'vitest'
import { fontFiles, openFonts } from '#core/documents/fonts.ts'
import type { FaceName } from '#core/documents/fonts.ts'
import { openFont } from '#core/documents/truetype/font.ts'

const folder = resolve('node_modules/@expo-google-fonts')
const names: FaceName[] = ['serif', 'serifBold', 'sans', 'sansBold']
const text = '投标人名称：示例智能科技有限公司（盖章）￥1,234.56 — GB/T 22239-2019 “不推诿” 龘𠮷①㎡ÅfiΩ　'
const codePoints = Array.from(text, (character) => character.codePointAt(0) ?? 0)

describe.each(names)('the face %s', (name) => {
  const path = join(folder, fontFiles[name])
  const other = create(readFileSync(path))
  const font = openFont(path)

  it('says of every glyph and measure what another reader says', () => {
    expect(codePoints.map((codePoint) => font.glyphFor(codePoint))).toEqual(codePoints.map((codePoint) => other.glyphForCodePoint(codePoint).id))
    expect(codePoints.map((codePoint) => font.advanceOf(font.glyphFor(codePoint)))).toEqual(codePoints.map((codePoint) => other.glyphForCodePoint(codePoint).advanceWidth))
    const { postscriptName, unitsPerEm, ascent, descent, lineGap, xHeight, capHeight, italicAngle, bbox } = other
    expect(font).toMatchObject({ postscriptName, unitsPerEm, ascent, descent, lineGap, xHeight, capHeight, italicAngle, bbox: { ...bbox } })
  })

  it('maps every plane as another reader does', () => {
    for (let codePoint = 0; codePoint < 0x32000; codePoint += 7) expect(font.glyphFor(codePoint)).toBe(other.glyphForCodePoint(codePoint).id)
  })

  it('draws the outlines another reader draws', () => {
    for (const codePoint of codePoints) {
      const points = font.polygonsOf(font.glyphFor(codePoint)).flat()
      const box = other.getGlyph(other.glyphForCodePoint(codePoint).id).path.bbox
      if (points.length === 0) {
        expect(other.getGlyph(other.glyphForCodePoint(codePoint).id).path.commands).toEqual([])
        continue
      }
      const [xs, ys] = [points.map(([x]) => x * font.unitsPerEm), points.map(([, y]) => y * font.unitsPerEm)]
      // Curves are cut into short lines, which stay a little inside of them.
      for (const [ours, theirs] of [[Math.min(...xs), box.minX], [Math.max(...xs), box.maxX], [Math.min(...ys), box.minY], [Math.max(...ys), box.maxY]] as const) expect(Math.abs(ours - theirs)).toBeLessThan(6)
    }
  })

  it('makes a subset another reader reads as it was', () => {
    const subset = font.createSubset()
    const numbers = codePoints.map((codePoint) => subset.includeGlyph(font.glyphFor(codePoint)))
    const small = create(subset.encode())
    expect(small.numGlyphs).toBe(new Set([0, ...codePoints.map((codePoint) => font.glyphFor(codePoint))]).size)
    codePoints.forEach((codePoint, index) => {
      const whole = other.getGlyph(font.glyphFor(codePoint))
      const kept = small.getGlyph(numbers[index] ?? 0)
      expect(kept.path.commands).toEqual(whole.path.commands)
      expect(kept.advanceWidth).toBe(whole.advanceWidth)
    })
  })
})

it('knows what no face has', () => {
  expect(openFonts(folder).serif.has(0x1f600)).toBe(false)
})

it('refuses what is no font', () => {
  expect(() => openFont(resolve('package.json'))).toThrow()
})
