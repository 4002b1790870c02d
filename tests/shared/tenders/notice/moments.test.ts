import { describe, expect, it } from 'vitest'
import { momentsIn } from '#shared/tenders/notice/moments.ts'
import { normaliseNotice } from '#shared/tenders/notice/notice-text.ts'

const all = (words: string): string[] => {
  const text = normaliseNotice(words)
  return momentsIn(text, { start: 0, end: text.plain.length }).map((moment) => moment.at)
}

describe('times in notices', () => {
  it.each([
    ['2026年09月30日 09点30分（北京时间）', '2026-09-30T09:30:00+08:00'],
    ['2026年8月17日9时30分00秒', '2026-08-17T09:30:00+08:00'],
    ['2026年08月25日 15时00分0秒', '2026-08-25T15:00:00+08:00'],
    ['2026-09-28 09:00:00', '2026-09-28T09:00:00+08:00'],
    ['2026/1/28 17:00', '2026-01-28T17:00:00+08:00'],
    ['2026年04月20日09：00', '2026-04-20T09:00:00+08:00'],
    ['2021年 6 月 18 日', '2021-06-18'],
    ['2026年3月1日上午9点整', '2026-03-01T09:00:00+08:00'],
    ['2026年3月1日下午2:30', '2026-03-01T14:30:00+08:00'],
    ['2026年3月1日24:00', '2026-03-02T00:00:00+08:00'],
    ['202 6 年 9 月 1 1 日 09 时 0 0分', '2026-09-11T09:00:00+08:00'],
    ['2026-3-1 9:30', '2026-03-01T09:30:00+08:00'],
    ['二〇二六年三月十一日', '2026-03-11'],
  ])('%s is %s', (words, expected) => {
    expect(all(words)).toEqual([expected])
  })

  it('leaves out days that do not exist and numbers that are no dates', () => {
    expect(all('2026年2月30日，GXTC-2026-01-1234567，12026-01-01')).toEqual([])
  })

  it('keeps the day when the hour is impossible', () => {
    expect(all('2026年2月3日 29:70')).toEqual(['2026-02-03'])
  })
})
