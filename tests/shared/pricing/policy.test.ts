import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson, type LogEntry, logStart, nextEntry, verifyLog, versionHash } from '#shared/pricing/approval-log.ts'
import { Approval, clearance, defaultPolicy, Policy } from '#shared/pricing/policy.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const bid = { id: 'B1', versionHash: 'v2', verdict: 'below-fulfilment', author: 'li' } as const
const approval = (change: Partial<Approval>): Approval => ({ bidId: 'B1', versionHash: 'v2', role: 'finance', by: 'zhou', decision: 'approved', reason: 'reference customer', at: '2026-11-22T01:00:00.000Z', ...change })
const director = approval({ role: 'sales-director', by: 'chen' })

describe('the deal desk', () => {
  test('the default policy covers every verdict', () => {
    expect(Policy.parse(defaultPolicy)).toEqual(defaultPolicy)
  })

  test('a blocked verdict needs every role of its rung', () => {
    expect(clearance(defaultPolicy, bid, [director])).toEqual({ level: 'block', isClear: false, missing: ['finance'], rejectedBy: null, outdated: [] })
    expect(clearance(defaultPolicy, bid, [director, approval({})])).toMatchObject({ isClear: true, missing: [] })
  })

  test('a warning and a healthy bid are clear without anybody', () => {
    expect(clearance(defaultPolicy, { ...bid, verdict: 'thin' }, [])).toMatchObject({ level: 'warn', isClear: true })
    expect(clearance(defaultPolicy, { ...bid, verdict: 'healthy' }, [])).toMatchObject({ level: 'off', isClear: true })
  })

  test('an approval of another version is void and shown', () => {
    const old = approval({ versionHash: 'v1' })
    expect(clearance(defaultPolicy, bid, [director, old])).toMatchObject({ isClear: false, missing: ['finance'], outdated: [old] })
  })

  test('a refusal stops the bid, also one of a role the rules no longer ask', () => {
    const board = approval({ role: 'board', by: 'wu', decision: 'rejected' })
    expect(clearance(defaultPolicy, bid, [director, approval({}), board])).toMatchObject({ isClear: false, missing: [], rejectedBy: board })
  })

  test("the author's own approval does not count", () => {
    expect(clearance(defaultPolicy, bid, [director, approval({ by: 'li' })])).toMatchObject({ isClear: false, missing: ['finance'] })
  })

  test('the latest decision of a role counts, whatever order they are read in', () => {
    const no = approval({ decision: 'rejected', at: '2026-11-22T02:00:00.000Z' })
    expect(clearance(defaultPolicy, bid, [no, director, approval({})])).toMatchObject({ isClear: false, rejectedBy: no })
    const yes = approval({ at: '2026-11-22T03:00:00.000Z' })
    expect(clearance(defaultPolicy, bid, [yes, no, director])).toMatchObject({ isClear: true, rejectedBy: null })
  })

  test('an approval without a reason is refused', () => {
    expect(Approval.safeParse(approval({ reason: '  ' })).success).toBe(false)
    expect(Approval.parse(approval({}))).toEqual(approval({}))
  })
})

describe('the log', () => {
  const logOf = (bodies: readonly unknown[]): LogEntry[] => {
    const entries: LogEntry[] = []
    for (const body of bodies) entries.push(nextEntry(entries.at(-1) ?? null, { at: '2026-11-22T01:00:00.000Z', by: 'zhou', event: 'approved', body }, sha256))
    return entries
  }

  test('an untouched log holds, an empty one too', () => {
    expect(verifyLog(logOf([{ a: 1 }, { b: 2 }]), sha256)).toBeNull()
    expect(verifyLog([], sha256, logStart)).toBeNull()
  })

  test('any changed, removed or swapped entry is found', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 2, maxLength: 8 }), fc.nat(), (bodies, pick) => {
        const log = logOf(bodies)
        const at = pick % (log.length - 1)
        const changed = log.map((entry, index) => (index === at ? { ...entry, body: `${entry.body} ` } : entry))
        expect(verifyLog(changed, sha256)).toEqual({ index: at, code: 'changed' })
        expect(verifyLog(log.toSpliced(at, 1), sha256)).toEqual({ index: at, code: 'missing-or-moved' })
        expect(verifyLog(log.slice(0, -1), sha256, log.at(-1)?.hash ?? null)).toEqual({ index: log.length - 1, code: 'missing-or-moved' })
      }),
    )
  })

  test('equal versions have equal hashes whatever the order of their keys', () => {
    expect(versionHash({ price: '1', terms: { a: null, b: [2, 1] } }, sha256)).toBe(versionHash({ terms: { b: [2, 1], a: null }, price: '1', unset: undefined }, sha256))
    expect(() => canonicalJson(Number.NaN)).toThrow(TypeError)
  })
})
