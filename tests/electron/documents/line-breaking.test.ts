import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLatin, mayBreakBefore, mayEndLine, mayStartLine, tightening } from '#core/documents/kinsoku.ts'
import { breakLines } from '#core/documents/line-breaking.ts'
import type { Line, Sized } from '#core/documents/line-breaking.ts'

const size = 10
const sized = (text: string): Sized[] => Array.from(text, (character) => ({ character, size, width: isLatin(character) || character === ' ' ? 5 : 10 }))
const linesOf = (text: string, width: number, indent = 0): string[] => breakLines(sized(text), width, indent).map(({ start, end }) => Array.from(text).slice(start, end).join(''))

const alphabet = Array.from('投标文件报价本项目大模型一二元万个月，。；：！？、（）《》“”【】—…％·￥ abcXYZ0123456789./-%第')
const anyText = fc.array(fc.constantFrom(...alphabet), { minLength: 1, maxLength: 120 }).map((characters) => characters.join(''))
const anyWidth = fc.integer({ min: 60, max: 400 })

/** A line that had no allowed break: the rules cannot hold there. */
const isForced = (text: string[], line: Line): boolean => {
  for (let index = line.start + 1; index <= line.end; index++) if (mayBreakBefore(text, index)) return false
  return !line.isLast
}

describe('breaking a Chinese line', () => {
  it('moves a closing mark back by taking a character along, or lets its blank half hang', () => {
    expect(linesOf('一二三四五六，七', 60)).toEqual(['一二三四五', '六，七'])
    expect(linesOf('一二三四五六，七', 65)).toEqual(['一二三四五六，', '七'])
  })

  it('keeps an opening mark with what it opens', () => {
    expect(linesOf('一二三四（五六）', 50)).toEqual(['一二三四', '（五六）'])
    expect(linesOf('共计￥500元整', 40)).toEqual(['共计', '￥500元', '整'])
  })

  it('never cuts a dash, an ellipsis, a number from its unit, or a standard from its number', () => {
    expect(linesOf('一二三——四', 40)).toEqual(['一二', '三——四'])
    expect(linesOf('一二三……四', 40)).toEqual(['一二', '三……四'])
    expect(linesOf('质保期为36个月', 50)).toEqual(['质保期为', '36个月'])
    expect(linesOf('国产加速卡 16 张', 70)).toEqual(['国产加速卡', '16 张'])
    expect(linesOf('符合 GB/T 22239-2019 的', 85)).toEqual(['符合', 'GB/T 22239-2019', '的'])
    expect(linesOf('宽度为 25 mm 的', 55)).toEqual(['宽度为', '25 mm 的'])
  })

  it('cuts a word longer than a line where the line ends, and only such a word', () => {
    expect(linesOf('见abcdefghijklmnopqrstuvwxyz0123456789', 100)).toEqual(['见abcdefghijklmnopqr', 'stuvwxyz0123456789'])
    expect(linesOf('见abcdefghijklmnop', 80)).toEqual(['见', 'abcdefghijklmnop'])
  })

  it('drops spaces at a line end and shortens the first line by the indent', () => {
    expect(linesOf('一二三   四五', 30)).toEqual(['一二三', '四五'])
    expect(linesOf('一二三四五六', 40, 20)).toEqual(['一二', '三四五六'])
  })

  it('keeps every character in order, within the width, and obeys the rules for line starts and ends', () => {
    fc.assert(
      fc.property(anyText, anyWidth, (text, width) => {
        const characters = Array.from(text)
        const input = sized(text)
        const lines = breakLines(input, width)
        expect(lines.map(({ start, end }) => characters.slice(start, end).join('')).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        lines.forEach((line, index) => {
          expect(line.width).toBeLessThanOrEqual(width + 0.01)
          const previous = lines[index - 1]
          if (!previous || isForced(characters, previous)) return
          const isLongWord = isLatin(characters[line.start] ?? '') && isLatin(characters[previous.end - 1] ?? '')
          if (isLongWord) return
          expect(mayStartLine(characters[line.start] ?? '')).toBe(true)
          expect(mayEndLine(characters[previous.end - 1] ?? '')).toBe(true)
        })
      }),
      { numRuns: 500 },
    )
  })

  it('lets neighbouring marks share their blank halves', () => {
    expect([tightening('）', '，'), tightening('。', '”'), tightening('：', '“'), tightening('（', '“'), tightening('（', '。'), tightening('标', '，')]).toEqual([0.5, 0.5, 0.5, 0.5, 0, 0])
  })

  it('makes no fault in 200 000 characters of random clauses, at every width from a table cell to a page', () => {
    let seed = 20261122
    const next = (count: number): number => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
      return Math.floor((seed / 2 ** 32) * count)
    }
    const clauses = ['平台采用分层架构，', '（含质保期36个月）', '按照GB/T 22239-2019第三级要求；', '“不推诿、不拖延”——', '响应时间不超过800ms，', '可用性达到99.9%，', '《数据安全法》第21条：', '￥1,234,567.89元……', 'ISO 9001认证【2026】。', '7×24小时！', '是否可行？', '见附件（一）、（二）。']
    let characters = 0
    let faults = 0
    while (characters < 200_000) {
      const text = Array.from({ length: 40 + next(80) }, () => clauses[next(clauses.length)] ?? '').join('')
      const typed = Array.from(text)
      characters += typed.length
      // Wide enough for the longest unbroken run: narrower cells cut long words by need.
      const lines = breakLines(sized(text), 110 + next(380), next(2) * 20)
      lines.forEach((line, index) => {
        if (index > 0 && !mayStartLine(typed[line.start] ?? '')) faults++
        if (!line.isLast && !mayEndLine(typed[line.end - 1] ?? '')) faults++
        if (index > 0 && isLatin(typed[line.start] ?? '') && isLatin(typed[line.start - 1] ?? '')) faults++
      })
    }
    expect(faults).toBe(0)
  })
})
