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
