import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { proposeTrack } from '#shared/pricing/propose-track.ts'

const folder = new URL('../../fixtures/notices/', import.meta.url)
const Expected = z.object({ track: z.string() })
const notices = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => ({
    name,
    text: readFileSync(new URL(name, folder), 'utf8'),
    track: Expected.parse(JSON.parse(readFileSync(new URL(name.replace('.txt', '.json'), folder), 'utf8'))).track,
  }))

describe('the proposed track', () => {
  test.each(notices)('$name is read as $track', ({ text, track }) => {
    expect(proposeTrack({ text, buyer: null }).track).toBe(track)
  })

  test.each(notices)('every reason for $name is words of the notice', ({ text }) => {
    const { reasons } = proposeTrack({ text, buyer: null })
    expect(reasons.map(({ start, end }) => text.slice(start ?? 0, end ?? 0))).toEqual(reasons.map((reason) => reason.text))
  })

  test('a company as buyer rules government procurement out whatever else the notice cites', () => {
    const text = '供应商应符合政府采购法第二十二条。采购方式：询比采购'
    expect(proposeTrack({ text, buyer: '示例电网有限公司' }).track).toBe('soe_non_mandatory')
  })

  test('without any sign nothing is guessed', () => {
    expect(proposeTrack({ text: '项目名称：大模型平台', buyer: null })).toEqual({ track: null, reasons: [] })
  })

  test('contradicting signs are left to a person', () => {
    expect(proposeTrack({ text: '应答人对招标人提出异议', buyer: null }).track).toBeNull()
  })
})
