import { describe, expect, it } from 'vitest'
import { moneyFrom, unitInLabel, yuanFromCapitals } from '#shared/tenders/notice/money.ts'
import { normaliseNotice } from '#shared/tenders/notice/notice-text.ts'

const yuan = (words: string, label = ''): string | null => {
  const text = normaliseNotice(words)
  return moneyFrom(text, { start: 0, end: text.plain.length }, unitInLabel(label))?.yuan ?? null
}

describe('sums in notices', () => {
  it.each([
    ['486.500000 万元（人民币）', '4865000.00'],
    ['￥97.843500万元', '978435.00'],
    ['2,550,000.00元', '2550000.00'],
    ['人民币318.00万元（不含税）', '3180000.00'],
    ['298.0000000（万元）', '2980000.00'],
    ['约1553.19万元(具体金额以审定为准)', '15531900.00'],
    ['1.2亿元', '120000000.00'],
    ['1200000.00人民币', '1200000.00'],
    ['￥：1200000.00', '1200000.00'],
    ['120W', '1200000.00'],
    ['人民币陆佰万元整（含税）', '6000000.00'],
    ['人民币 壹拾伍万零叁佰肆拾元整 （即￥150340元）', '150340.00'],
  ])('%s is %s yuan', (words, expected) => {
    expect(yuan(words)).toBe(expected)
  })

  it('takes the unit from the label or the heading of the column when the number is bare', () => {
    expect(yuan('978435', '预算金额（元）')).toBe('978435.00')
    expect(yuan('196.35', '最高限价（含税/万元）')).toBe('1963500.00')
    expect(yuan('388.38258', '中标价（人民币万元）')).toBe('3883825.80')
  })

  it.each(['/', '无', '-', '0.0 万元', '0元', '95%', '97(%)', '8.00元/百万Token', '35万元/台', '300日历天', '2026年', '2-1', '详见附件', '1200000美元', '120万美元', '$120000', 'USD 1200000', '1200千元'])('%s is no sum', (words) => {
    expect(yuan(words)).toBeNull()
  })

  it('reads amounts in capitals down to the fen', () => {
    expect(yuanFromCapitals('壹佰柒拾玖万玖仟肆佰元整')).toBe('1799400.00')
    expect(yuanFromCapitals('壹亿零贰佰万元')).toBe('102000000.00')
    expect(yuanFromCapitals('叁元伍角陆分')).toBe('3.56')
    expect(yuanFromCapitals('零元整')).toBeNull()
    expect(yuanFromCapitals('第三包')).toBeNull()
  })
})
