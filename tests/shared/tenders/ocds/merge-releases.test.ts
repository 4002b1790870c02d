import { mergeReleases } from '#shared/tenders/ocds/merge-releases.ts'
import type { OcdsObject, OcdsValue } from '#shared/tenders/ocds/ocds-value.ts'
import { array, assert, dictionary, letrec, oneof, property, string, stringMatching } from 'fast-check'
import { describe, expect, it } from 'vitest'

const planning: OcdsObject = { ocid: 'ocds-1', id: '1', date: '2026-01-01T00:00:00Z', tag: ['planning'], buyer: { name: 'A' }, tender: { id: 'T', title: 'Old', description: 'Kept' } }

describe('mergeReleases', () => {
  it('lets the newer value win whatever the order, and removes what the newer release sets to null', () => {
    const update: OcdsObject = { ocid: 'ocds-1', id: '2', date: '2026-02-01T00:00:00+08:00', tag: ['tender'], tender: { id: 'T', title: 'New', description: null } }
    const merged = { ocid: 'ocds-1', id: 'ocds-1-2026-02-01T00:00:00+08:00', date: '2026-02-01T00:00:00+08:00', tag: ['compiled'], buyer: { name: 'A' }, tender: { id: 'T', title: 'New' } }
    expect(mergeReleases([planning, update])).toEqual(merged)
    expect(mergeReleases([update, planning])).toEqual(merged)
  })

  it('merges lists of objects by id and keeps those without one', () => {
    const first: OcdsObject = { ocid: 'o', date: '2026-01-01', awards: [{ id: '1', title: 'a', value: { amount: '1' } }, { id: '2', title: 'b' }] }
    const second: OcdsObject = { ocid: 'o', date: '2026-01-02', awards: [{ id: '2', title: 'B' }, { title: 'nameless' }, { id: '1', value: { amount: '5', currency: 'CNY' } }] }
    expect(mergeReleases([first, second])['awards']).toEqual([
      { id: '1', title: 'a', value: { amount: '5', currency: 'CNY' } },
      { id: '2', title: 'B' },
      { title: 'nameless' },
    ])
  })

  it('replaces lists of plain values, mixed lists and the lists the schema marks as whole', () => {
    const first: OcdsObject = { ocid: 'o', date: '2026-01-01', tender: { submissionMethod: ['written', 'electronic'], items: [{ id: '1', additionalClassifications: [{ id: 'x' }, { id: 'y' }] }], odd: [{ id: '1' }] } }
    const second: OcdsObject = { ocid: 'o', date: '2026-01-02', tender: { submissionMethod: ['written'], items: [{ id: '1', additionalClassifications: [{ id: 'z' }] }], odd: [{ id: '2' }, 'text'] } }
    expect(mergeReleases([first, second])['tender']).toEqual({ submissionMethod: ['written'], items: [{ id: '1', additionalClassifications: [{ id: 'z' }] }], odd: [{ id: '2' }, 'text'] })
  })

  /** The tender of an older release, of a newer one, and compiled; the rules of the standard's "Merging" page. */
  it.each<[string, OcdsObject, OcdsObject, OcdsObject]>([
    ['a literal replaces an object, and an object a literal', { value: { amount: 1 }, note: 'x' }, { value: 'none', note: { text: 'y' } }, { value: 'none', note: { text: 'y' } }],
    ['null removes an object and a list', { value: { amount: 1 }, items: [{ id: '1' }], title: 'T' }, { value: null, items: null }, { title: 'T' }],
    ['null in the first release is nothing', { title: null, value: { amount: null, currency: 'CNY' } }, {}, { value: { currency: 'CNY' } }],
    ['null removes a field of an object in a list, never the object', { items: [{ id: '1', description: 'a' }] }, { items: [{ id: '1', description: null }] }, { items: [{ id: '1' }] }],
    ['an empty object says nothing', { value: { amount: 1 } }, { value: {}, period: {} }, { value: { amount: 1 } }],
    ['an empty list of objects that merge by id says nothing', { documents: [{ id: '1' }] }, { documents: [] }, { documents: [{ id: '1' }] }],
    ['an empty list of plain values replaces', { submissionMethod: ['written'] }, { submissionMethod: [] }, { submissionMethod: [] }],
    ['an empty list the schema marks as whole replaces', { amendment: { changes: [{ property: 'a' }] } }, { amendment: { changes: [] } }, { amendment: { changes: [] } }],
    ['changes of an amendment of 1.0 are replaced as a whole', { amendment: { changes: [{ property: 'a' }, { property: 'b' }] } }, { amendment: { changes: [{ property: 'c' }] } }, { amendment: { changes: [{ property: 'c' }] } }],
    ['amendments of 1.1 merge by id', { amendments: [{ id: '1', rationale: 'r' }] }, { amendments: [{ id: '1', description: 'd' }, { id: '2' }] }, { amendments: [{ id: '1', rationale: 'r', description: 'd' }, { id: '2' }] }],
    ['tenderers without ids (1.0) are replaced as a whole', { tenderers: [{ name: 'A' }, { name: 'B' }] }, { tenderers: [{ name: 'A' }] }, { tenderers: [{ name: 'A' }] }],
    ['tenderers with ids (1.1) merge', { tenderers: [{ id: 'a', name: 'A' }] }, { tenderers: [{ id: 'b', name: 'B' }] }, { tenderers: [{ id: 'a', name: 'A' }, { id: 'b', name: 'B' }] }],
    ['other objects without an id are appended', { milestones: [{ title: 'a' }] }, { milestones: [{ title: 'a' }] }, { milestones: [{ title: 'a' }, { title: 'a' }] }],
    ['an id said twice in one release is one object', { items: [] }, { items: [{ id: '1', description: 'a', quantity: 2 }, { id: '1', description: 'b' }] }, { items: [{ id: '1', description: 'b', quantity: 2 }] }],
    ['an id is the same as a number and as text', { items: [{ id: 1, quantity: 2 }] }, { items: [{ id: '1', quantity: 3 }] }, { items: [{ id: '1', quantity: 3 }] }],
    ['lists within lists merge by their own ids', { lots: [{ id: 'L', documents: [{ id: '1', title: 'a' }] }] }, { lots: [{ id: 'L', documents: [{ id: '1', url: 'u' }] }] }, { lots: [{ id: 'L', documents: [{ id: '1', title: 'a', url: 'u' }] }] }],
    ['id, date and tag below the root are ordinary fields', { id: 'T1', tag: ['x'], date: '2020' }, { id: 'T2' }, { id: 'T2', tag: ['x'], date: '2020' }],
  ])('%s', (_rule, older, newer, compiled) => {
    const release = (date: string, tender: OcdsObject): OcdsObject => ({ ocid: 'o', date, tender })
    expect(mergeReleases([release('2026-01-01', older), release('2026-01-02', newer)])['tender']).toEqual(compiled)
  })

  it('names suppliers of 1.0 once, however often they were published', () => {
    const award = (date: string): OcdsObject => ({ ocid: 'o', date, awards: [{ id: '1', suppliers: [{ name: '甲公司' }] }] })
    expect(mergeReleases([award('2026-01-01'), award('2026-01-02')])['awards']).toEqual([{ id: '1', suppliers: [{ name: '甲公司' }] }])
  })

  it('orders by moment, not by the text of the date', () => {
    const later: OcdsObject = { ocid: 'o', date: '2026-01-01T00:30:00+00:00', title: 'later' }
    const earlier: OcdsObject = { ocid: 'o', date: '2026-01-01T08:00:00+08:00', title: 'earlier' }
    expect(mergeReleases([later, earlier])['title']).toBe('later')
  })

  it('takes __proto__ and constructor for ordinary names', () => {
    const hostile: OcdsObject = JSON.parse('{"ocid":"o","date":"2026-01-01","tender":{"__proto__":{"polluted":"yes"},"constructor":{"a":"1"}}}')
    const merged = mergeReleases([hostile, hostile])
    expect(JSON.stringify(merged['tender'])).toBe('{"constructor":{"a":"1"}}')
    expect('polluted' in {}).toBe(false)
  })

  it('changes nothing when a release is merged with itself', () => {
    const json = letrec<{ value: OcdsValue; object: OcdsObject }>((tie) => ({
      value: oneof({ depthSize: 'small' }, string(), array(string(), { maxLength: 3 }), tie('object')),
      object: dictionary(stringMatching(/^[a-z]{1,4}$/), tie('value'), { maxKeys: 4 }),
    }))
    assert(property(json.object, (body) => {
      const release: OcdsObject = { tender: body, ocid: 'o', date: '2026-01-01' }
      expect(mergeReleases([release, release])).toEqual(mergeReleases([release]))
    }))
  })
})
