import { isoDayOrInstant, isoInstant } from '#shared/tenders/iso-moment.ts'
import { assert, date, property } from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('isoInstant', () => {
  it.each([
    ['2026-05-21T09:30:00+08:00', '2026-05-21T01:30:00.000Z'],
    ['2026-05-21T09:30+0800', '2026-05-21T01:30:00.000Z'],
    ['2026-05-21 09:30:00 +08', '2026-05-21T01:30:00.000Z'],
    ['2016-10-03T15:11:18.237981+03:00', '2016-10-03T12:11:18.237Z'],
    ['2016-10-03T15:11:18,5Z', '2016-10-03T15:11:18.500Z'],
    ['2014-03-25T00:00Z', '2014-03-25T00:00:00.000Z'],
    ['2026-12-31T24:00:00-05:00', '2027-01-01T05:00:00.000Z'],
    ['20260521T093000Z', '2026-05-21T09:30:00.000Z'],
    ['2026-05-21', '2026-05-21T00:00:00.000Z'],
    ['2026-05-21+02:00', '2026-05-20T22:00:00.000Z'],
    ['2000-02-29', '2000-02-29T00:00:00.000Z'],
    ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00.000Z'],
    ['2026-12-31T24:00Z', '2027-01-01T00:00:00.000Z'],
  ])('reads %s', (text, instant) => {
    expect(isoInstant(text)).toBe(instant)
  })

  it.each(['', 'string', '2026-02-30', '1900-02-29', '2026-04-31', '2026-06-00', '2026-00-10', '2026-13-01', '2026-05-21T25:00Z', '2026-05-21T09:60Z', '2026-05-21T09:30+15:00', '21/05/2026', '2026-05', '0001-01-01T00:00:00Z'])('does not guess at %j', (text) => {
    expect(isoInstant(text)).toBeNull()
  })

  it('leaves what toISOString writes as it is', () => {
    assert(property(date({ min: new Date('1900-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }), (moment) => {
      expect(isoInstant(moment.toISOString())).toBe(moment.toISOString())
    }))
  })
})

it('keeps a bare day a day', () => {
  expect([isoDayOrInstant('2026-05-21'), isoDayOrInstant('2026-05-21T00:00:00Z'), isoDayOrInstant('2026-02-30')]).toEqual(['2026-05-21', '2026-05-21T00:00:00.000Z', null])
})
