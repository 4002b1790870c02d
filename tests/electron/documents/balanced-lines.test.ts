import fc from 'fast-check'
import { expect, it } from 'vitest'
import { balancedLines } from '#core/documents/balanced-lines.ts'
import { breakLines } from '#core/documents/line-breaking.ts'
import type { Line, Sized } from '#core/documents/line-breaking.ts'

const sized = (text: string): Sized[] => Array.from(text, (character) => ({ character, width: 10, size: 10 }))
const words = (text: string, lines: readonly Line[]): string[] => lines.map(({ start, end }) => Array.from(text).slice(start, end).join(''))

it.each([
  ['远川能源集团大模型智能客服平台建设项目', 180, ['远川能源集团大模型', '智能客服平台建设项目']],
  ['智能客服平台', 180, ['智能客服平台']],
  ['投标分项报价表', 40, ['投标分项', '报价表']],
])('%s in %d points', (text, width, lines) => {
  expect(words(text, balancedLines(sized(text), width))).toEqual(lines)
})

it('never takes more lines or room than plain breaking, and prints every character once', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...Array.from('人工智能平台建设项目，（）A8 ')), { minLength: 1, maxLength: 60 }), fc.integer({ min: 40, max: 300 }), (characters, width) => {
      const text = sized(characters.join(''))
      const [plain, balanced] = [breakLines(text, width), balancedLines(text, width)]
      expect(balanced).toHaveLength(plain.length)
      expect(Math.max(...balanced.map((line) => line.width))).toBeLessThanOrEqual(width + 0.001)
      const printed = (lines: readonly Line[]) => words(characters.join(''), lines).join('').replaceAll(' ', '')
      expect(printed(balanced)).toBe(characters.join('').replaceAll(' ', ''))
    }),
  )
})
