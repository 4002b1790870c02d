import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { extractNotice } from '#shared/tenders/notice/extract-notice.ts'
import { evidenceOf, normaliseNotice, wordsOf } from '#shared/tenders/notice/notice-text.ts'

const pieces = fc.array(fc.constantFrom('项目编号：', 'ABC-2026-01', '\n', '\t', '  ', '　', '|', '（', '）', '预算金额（万元）：', '12.5', '采购包1：', '供应商名称\t中标金额\n', '示例公司', '2026年1月2日 9:30', '更正为', '投标截止时间：', '\u2060', '𠮷', '\ufeff', '一、', '标项一')).map((parts) => parts.join(''))

describe('normalised text', () => {
  it('leads every span back to exactly what the source says there', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), pieces), fc.nat(), fc.nat(), (source, a, b) => {
        const text = normaliseNotice(source)
        const [start, end] = [a % (text.plain.length + 1), b % (text.plain.length + 1)].toSorted((x, y) => x - y)
        const evidence = evidenceOf(text, { start: start ?? 0, end: end ?? 0 })
        expect(evidence.text).toBe(source.slice(evidence.start, evidence.end))
      }),
    )
  })

  it('lets any text be read without throwing, evidence always in place', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), pieces), (source) => {
        for (const { text, start, end } of Object.values(extractNotice(source).evidence)) expect(text).toBe(source.slice(start, end))
      }),
    )
  })

  it('folds full-width forms and joins labels set wide, one character for one', () => {
    expect(normaliseNotice('招 标 人：示例（Ａ）公司，￥５').plain).toBe('招标人:示例(A)公司,￥5')
  })

  it('drops stray blanks inside Chinese words but keeps those that part cells', () => {
    expect(normaliseNotice('采购 代理机构    示例 A 公司').plain).toBe('采购代理机构\t示例 A 公司')
  })

  it('tells cells from rows in a table flattened to runs of tabs', () => {
    expect(normaliseNotice('甲\t\t乙\t\t\t\t丙\t\t丁').plain).toBe('甲\t乙\n丙\t丁')
  })

  it('gives the words of a span without breaks inside Chinese text', () => {
    const text = normaliseNotice('公开询比采购项\n目')
    expect(wordsOf(text, { start: 0, end: text.plain.length })).toBe('公开询比采购项目')
  })
})
