import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { marksIn, snippetOf } from '#shared/search/marks.ts'
import { isMuchTheSame } from '#shared/search/similar-titles.ts'
import { regionOf } from '#shared/tenders/region.ts'

const marked = (text: string, query: string) => marksIn(text, query).map(([start, end]) => text.slice(start, end))

describe('marking what was found', () => {
  test.each([
    ['光伏电站光伏', '光伏', ['光伏', '光伏']],
    ['光伏电站', '光', ['光']],
    ['污水处理', '水 污', ['污', '水']],
    ['大模型ＤｅｅｐSeek平台', 'deepseek', ['ＤｅｅｐSeek']],
    ['编号GF-2026-001号', 'GF-2026', ['GF-2026']],
    ['编号（GF-2026-001）', 'gf-2026-001', ['GF-2026-001']],
    ['acknowledge knowledge', 'know', ['know']],
    ['智能客服', '“ )', []],
    ['㈱光伏', '光伏', ['光伏']],
  ])('%s, %s', (text, query, words) => expect(marked(text, query)).toEqual(words))

  test('marks are in order, apart, and inside the text, whatever text and query are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ maxLength: 4 }), (text, query) => {
        let at = 0
        for (const [start, end] of marksIn(text, query)) {
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          at = end
        }
      }),
    )
  })

  test('a snippet shows the first place with what stands around it', () => {
    const text = `${'前'.repeat(200)}本项目建设光伏电站巡检平台${'后'.repeat(200)}`
    const snippet = snippetOf(text, '光伏')
    expect(snippet?.text).toMatch(/^…前+本项目建设光伏电站巡检平台后+…$/)
    expect(snippet?.marks.map(([start, end]) => snippet.text.slice(start, end))).toEqual(['光伏'])
    expect(snippetOf(text, '量子')).toBeNull()
  })
})

test.each([
  ['远川能源集团大模型智能客服平台建设项目', '远川能源集团大模型智能客服平台建设项目（第二次）', true],
  ['大模型智能客服平台', '污水处理厂数据分析', false],
])('%s and %s', (a, b, same) => expect(isMuchTheSame(a, b)).toBe(same))

test.each([
  [{ buyer: '江苏省电力公司', title: '上海项目' }, '江苏'],
  [{ buyer: null, title: '深圳地铁大模型' }, '广东'],
  [{ buyer: '黄河南岸水务', title: '中山东路改造' }, null],
  [{ buyer: '南京银行', title: '' }, '江苏'],
  [{ buyer: 'City of Lyon', title: 'AI' }, null],
])('region of %j', (tender, region) => expect(regionOf(tender)).toBe(region))
