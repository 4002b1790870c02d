import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sealNewLog, sha256 } from '#core/approvals/audit-log.ts'
import { backupWorkspace } from '#core/workspace/backup.ts'
import { checkWorkspace } from '#core/workspace/check.ts'
import { restoreWorkspace } from '#core/workspace/restore.ts'
import { openWorkspace } from '#core/db/workspace.ts'
import { loadOpenSample } from '#core/sample/sample.ts'
import { defaultDesk } from '#shared/approvals/deal-desk.ts'
import { approvalRecord } from '#shared/documents/approval-record.ts'
import { documentTexts } from '#shared/documents/document.ts'
import { LogEntry, nextEntry } from '#shared/pricing/approval-log.ts'
import { openResponse } from '#shared/responses/response.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'

const desk = { ...defaultDesk, roles: [{ id: 'sales-director', people: ['陈静'], standIns: ['吴磊'] }, { id: 'finance', people: ['周婷'], standIns: [] }] }
const loss = { payBack: '二期项目按标准价', reviewOn: '2027-03-01', budgetId: null }

let core: TestCore
let bidId: string
beforeEach(async () => {
  core = openTestCore()
  await loadOpenSample(core.context)
  bidId = (await core.client.bids.list()).find(({ assessment }) => assessment?.verdict === 'below-full-cost')?.id ?? ''
})
afterEach(() => core.close())

const submit = async (by = '李明') => core.client.approvals.submit({ bidId, versionHash: (await core.client.approvals.get({ bidId })).versionHash, by, reason: '进入集团供应商名录', loss })
const decide = async (by: string, decision: 'approved' | 'rejected' = 'approved', role = 'sales-director') => core.client.approvals.decide({ bidId, versionHash: (await core.client.approvals.get({ bidId })).versionHash, role, by, decision, reason: '同意，计入额度' })
const save = () => core.client.documents.save({ bidId, volume: 'price', destination: core.grant(join(core.folder, 'price.pdf')) })

async function signed() {
  await core.client.approvals.saveDesk({ by: '陈静', desk })
  await submit()
  return decide('陈静')
}

describe('a bid the policy stops', () => {
  test('is not written as a final file until the named approver signs, and is afterwards', async () => {
    await expect(save()).rejects.toMatchObject({ code: 'BLOCKED' })
    const [found] = await core.client.documents.check({ bidId })
    expect(found).toEqual({ code: 'approval-missing', level: 'stop', where: { screen: 'approvals', field: null, lineId: null }, figures: { status: 'not-submitted', verdict: 'below-full-cost', approvers: 'sales-director' } })
    expect(await signed()).toMatchObject({ status: 'approved', level: 'block' })
    expect(await core.client.documents.check({ bidId })).not.toContainEqual(expect.objectContaining({ code: 'approval-missing' }))
    for (const { requirement, version } of await core.client.responses.list({ bidId })) {
      await core.client.responses.save({ bidId, requirementId: requirement.id, version, response: { ...openResponse, answer: '满足', deviation: 'none', evidence: [{ words: '附件三' }] } })
    }
    expect(await save()).toMatchObject({ fileName: 'price.pdf' })
  })

  test('says who is missing, waits for them, and shows a refusal with its reason until it is laid before them again', async () => {
    await core.client.approvals.saveDesk({ by: '陈静', desk })
    expect(await submit()).toMatchObject({ status: 'waiting', required: [{ role: 'sales-director', signers: [{ person: '陈静', isStandIn: false }, { person: '吴磊', isStandIn: true }], decision: null }] })
    expect(await core.client.approvals.waiting()).toMatchObject([{ submission: { bidId, by: '李明' }, missing: [{ role: 'sales-director', persons: ['陈静', '吴磊'] }] }])
    expect(await decide('吴磊', 'rejected')).toMatchObject({ status: 'refused', required: [{ decision: { by: '吴磊', decision: 'rejected', isStandIn: true, reason: '同意，计入额度' } }] })
    expect(await submit()).toMatchObject({ status: 'waiting' })
    expect(await decide('陈静')).toMatchObject({ status: 'approved' })
    expect(await core.client.approvals.waiting()).toEqual([])
  })

  test('needs a pay-back and a review day for a loss, a signer who is named, and someone other than its author', async () => {
    await core.client.approvals.saveDesk({ by: '陈静', desk })
    const { versionHash } = await core.client.approvals.get({ bidId })
    await expect(core.client.approvals.submit({ bidId, versionHash, by: '李明', reason: '名录', loss: null })).rejects.toMatchObject({ code: 'LOSS_FACTS_MISSING' })
    await expect(decide('陈静')).rejects.toMatchObject({ code: 'NOT_SUBMITTED' })
    await submit('陈静')
    await expect(decide('陈静')).rejects.toMatchObject({ code: 'OWN_BID' })
    await expect(decide('路人')).rejects.toMatchObject({ code: 'NOT_A_SIGNER' })
    await expect(decide('周婷', 'approved', 'finance')).rejects.toMatchObject({ code: 'NOT_A_SIGNER' })
    await expect(core.client.approvals.decide({ bidId, versionHash, role: 'sales-director', by: '吴磊', decision: 'approved', reason: '  ' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  test('loses its approval when a price changes by a fen, and has it again when the change is undone', async () => {
    await signed()
    const { bid } = await core.client.bids.get({ id: bidId })
    const [first, ...rest] = bid.estimate.offerLines
    if (!first) throw new Error('the sample bid has lines')
    const dearer = { ...bid.estimate, offerLines: [{ ...first, unitPrice: `${Number(first.unitPrice) + 1}` }, ...rest] }
    await core.client.bids.saveEstimate({ id: bidId, version: bid.version, estimate: dearer })
    expect(await core.client.approvals.get({ bidId })).toMatchObject({ status: 'lapsed', changes: ['price'], submission: { by: '李明' } })
    await expect(save()).rejects.toMatchObject({ code: 'BLOCKED' })
    await core.client.bids.saveEstimate({ id: bidId, version: bid.version + 1, estimate: bid.estimate })
    expect(await core.client.approvals.get({ bidId })).toMatchObject({ status: 'approved', changes: [] })
  })

  test('a person who signs what is no longer the bid is told so', async () => {
    await core.client.approvals.saveDesk({ by: '陈静', desk })
    await submit()
    await expect(core.client.approvals.decide({ bidId, versionHash: 'another', role: 'sales-director', by: '陈静', decision: 'approved', reason: '同意' })).rejects.toMatchObject({ code: 'VERSION_CHANGED' })
  })
})

describe('the log', () => {
  const raw = (sql: string) => core.context.workspace.raw.exec(sql)
  const disarm = () => raw('DROP TRIGGER auditLogNoUpdate; DROP TRIGGER auditLogNoDelete; DROP TRIGGER auditLogInOrder; DROP TRIGGER frozenVersionNoUpdate')

  test('refuses to be changed, emptied or replaced', async () => {
    await signed()
    expect(() => raw("UPDATE auditLog SET by = '别人'")).toThrow(/append-only/)
    expect(() => raw('DELETE FROM auditLog')).toThrow(/append-only/)
    expect(() => raw("INSERT OR REPLACE INTO auditLog SELECT position, at, '别人', event, body, previous, hash FROM auditLog WHERE position = 0")).toThrow(/append-only/)
    expect(() => raw("UPDATE frozenVersion SET content = ''")).toThrow(/append-only/)
    expect((await core.client.approvals.verify()).state).toMatchObject({ entries: 3, problem: null })
  })

  test('an edited entry is found, named by the workspace check, and no approval counts any more', async () => {
    await signed()
    disarm()
    raw("UPDATE auditLog SET body = replace(body, '陈静', '张三') WHERE position = 2")
    expect((await core.client.approvals.verify()).state.problem).toEqual({ index: 2, code: 'changed' })
    expect(await core.client.approvals.get({ bidId })).toMatchObject({ status: 'log-broken' })
    await expect(save()).rejects.toMatchObject({ code: 'BLOCKED' })
    await expect(submit()).rejects.toMatchObject({ code: 'LOG_BROKEN' })
    expect(await checkWorkspace(core.context.workspace)).toEqual({ ok: false, problems: ['approval log entry 3: changed; its approvals are not to be believed'] })
  })

  test.each([
    ['a body that is no JSON', "body = 'nothing'"],
    ['a body of something else', `body = '{"a":1}'`],
    ['a time that is none', "at = 'yesterday'"],
    ['a kind nobody knows', "event = ''"],
  ])('%s breaks the log and nothing else: what asks it still answers', async (_what, change) => {
    await signed()
    disarm()
    raw(`UPDATE auditLog SET ${change} WHERE position = 0`)
    expect((await core.client.approvals.verify()).state.problem).toEqual({ index: 0, code: 'changed' })
    expect(await core.client.approvals.get({ bidId })).toMatchObject({ status: 'log-broken' })
    await expect(save()).rejects.toMatchObject({ code: 'BLOCKED' })
    await core.client.people.list()
    await core.client.portfolio.bids()
    await core.client.rules.thresholds()
    const { bid } = await core.client.bids.get({ id: bidId })
    await core.client.bids.saveEstimate({ id: bidId, version: bid.version, estimate: bid.estimate })
  })

  test('a forged entry with a fresh chain no longer fits the seal beside the file', async () => {
    await signed()
    disarm()
    const entries = LogEntry.array().parse((await core.client.approvals.verify()).entries.toReversed())
    const last = entries.at(-1)
    if (!last) throw new Error('the log has entries')
    const forged = nextEntry(entries.at(-2) ?? null, { at: last.at, by: '张三', event: last.event, body: { ...JSON.parse(last.body), by: '张三' } }, sha256)
    raw(`UPDATE auditLog SET by = '张三', body = '${forged.body}', hash = '${forged.hash}' WHERE position = 2`)
    expect((await core.client.approvals.verify()).state.problem).toEqual({ index: 2, code: 'rewritten' })
  })

  test('an entry added with a sound chain was not announced in the seal', async () => {
    await signed()
    const [last] = LogEntry.array().parse((await core.client.approvals.verify()).entries)
    if (!last) throw new Error('the log has entries')
    const forged = nextEntry(last, { at: last.at, by: '张三', event: last.event, body: JSON.parse(last.body) }, sha256)
    raw(`INSERT INTO auditLog (position, at, by, event, body, previous, hash) VALUES (3, '${forged.at}', '张三', '${forged.event}', '${forged.body}', '${forged.previous}', '${forged.hash}')`)
    expect((await core.client.approvals.verify()).state.problem).toEqual({ index: 3, code: 'added' })
  })

  test('the first entry of a new log cannot come from elsewhere either', async () => {
    const { workspace } = core.context
    sealNewLog(workspace)
    const forged = nextEntry(null, { at: '2026-11-22T02:00:00.000Z', by: '张三', event: 'withdrawn', body: {} }, sha256)
    raw(`INSERT INTO auditLog (position, at, by, event, body, previous, hash) VALUES (0, '${forged.at}', '张三', '${forged.event}', '${forged.body}', '${forged.previous}', '${forged.hash}')`)
    sealNewLog(workspace)
    expect((await core.client.approvals.verify()).state.problem).toEqual({ index: 0, code: 'added' })
  })

  test('an entry whose note the program did not live to write still counts', async () => {
    await signed()
    const seal = `${core.context.workspace.path}.seal`
    const entries = LogEntry.array().parse((await core.client.approvals.verify()).entries.toReversed())
    writeFileSync(seal, JSON.stringify({ entries: 2, hash: entries[1]?.hash, next: entries[2]?.hash }))
    expect((await core.client.approvals.verify()).state.problem).toBeNull()
    writeFileSync(seal, JSON.stringify({ entries: 2, hash: entries[1]?.hash }))
    expect((await core.client.approvals.verify()).state.problem).toEqual({ index: 2, code: 'added' })
  })

  test('a cut-off end, and a frozen version that was edited, are found', async () => {
    await signed()
    disarm()
    raw("UPDATE frozenVersion SET content = replace(content, '0.12', '0.11')")
    expect((await core.client.approvals.verify()).state.problem).toEqual({ index: 1, code: 'version-changed' })
    raw('DELETE FROM auditLog WHERE position = 2')
    expect((await core.client.approvals.verify()).state.problem).toEqual({ index: 2, code: 'cut-off' })
    writeFileSync(`${core.context.workspace.path}.seal`, 'not a seal')
    expect((await core.client.approvals.verify()).state.problem).toEqual({ index: 0, code: 'rewritten' })
  })

  test('a restored backup brings its own, shorter log and holds', async () => {
    const { workspace } = core.context
    const backup = join(core.folder, 'backup.bidwright')
    await backupWorkspace(workspace, backup)
    await signed()
    const sealed = readFileSync(`${workspace.path}.seal`, 'utf8')
    expect(sealed).toContain('"entries":3')
    const target = join(core.folder, 'restored.bidwright')
    writeFileSync(`${target}.seal`, sealed)
    let restored: ReturnType<typeof openWorkspace> | null = null
    await restoreWorkspace(backup, target, (path) => (restored = openWorkspace(path, core.context.now)))
    if (restored === null) throw new Error('not restored')
    const opened: ReturnType<typeof openWorkspace> = restored
    expect(await checkWorkspace(opened)).toEqual({ ok: true, problems: [] })
    opened.close()
    rmSync(target)
  })
})

describe('what an edit of the workspace file cannot do', () => {
  const raw = (sql: string) => core.context.workspace.raw.exec(sql)

  test('make a loss pass by writing another verdict beside the bid', async () => {
    raw("UPDATE bid SET assessment = json_set(assessment, '$.verdict', 'healthy')")
    expect(await core.client.approvals.get({ bidId })).toMatchObject({ status: 'not-submitted', verdict: 'below-full-cost' })
    await expect(save()).rejects.toMatchObject({ code: 'BLOCKED' })
  })

  test('let it pass by limits written into the bid', async () => {
    const stored = await core.client.bids.list()
    const thin = stored.find(({ assessment }) => assessment?.verdict === 'underpriced')?.id ?? ''
    raw("UPDATE bid SET estimate = json_set(estimate, '$.policy.parityFloor', '0', '$.policy.minMargin', '0'), assessment = NULL")
    expect(await core.client.approvals.get({ bidId: thin })).toMatchObject({ verdict: 'underpriced', status: 'warned' })
  })

  test('open the gate by rules written into the log', async () => {
    await core.client.approvals.saveDesk({ by: '陈静', desk })
    raw('DROP TRIGGER auditLogNoUpdate')
    raw(`UPDATE auditLog SET body = replace(body, '"level":"block"', '"level":"off"')`)
    expect(await core.client.approvals.get({ bidId })).toMatchObject({ status: 'log-broken', level: 'block' })
    await expect(save()).rejects.toMatchObject({ code: 'BLOCKED' })
  })

  test('hide from a seal that was noted elsewhere: a log rewritten as a whole, its note beside the file gone', async () => {
    const { log: { seal } } = await signed()
    const [desks, asked, decided] = LogEntry.array().parse((await core.client.approvals.verify()).entries.toReversed())
    if (!desks || !asked || !decided) throw new Error('the log has three entries')
    const forged = nextEntry(asked, { at: decided.at, by: '张三', event: decided.event, body: { ...JSON.parse(decided.body), by: '张三' } }, sha256)
    raw('DROP TRIGGER auditLogNoUpdate')
    raw(`UPDATE auditLog SET by = '张三', body = '${forged.body}', hash = '${forged.hash}' WHERE position = 2`)
    rmSync(`${core.context.workspace.path}.seal`)
    const { state, entries } = await core.client.approvals.verify()
    // Without the note the chain alone holds: this much is said, and the noted seal is found nowhere.
    expect(state).toMatchObject({ problem: null, isSealed: false })
    expect(entries.some(({ hash }) => hash.startsWith(seal))).toBe(false)
    expect(await core.client.approvals.get({ bidId })).toMatchObject({ status: 'waiting' })
  })
})

describe('who may sign', () => {
  test('a stand-in signs between two days only', async () => {
    const standIn = (from: string, to: string) => ({ ...desk, roles: [{ id: 'sales-director', people: ['陈静'], standIns: [{ person: '吴磊', from, to }] }, ...desk.roles.slice(1)] })
    await core.client.approvals.saveDesk({ by: '陈静', desk: standIn('2026-11-01', '2026-11-21') })
    await submit()
    await expect(decide('吴磊')).rejects.toMatchObject({ code: 'NOT_A_SIGNER' })
    await core.client.approvals.saveDesk({ by: '陈静', desk: standIn('2026-11-22', '2026-11-30') })
    expect(await decide('吴磊')).toMatchObject({ status: 'approved', required: [{ decision: { isStandIn: true } }] })
  })

  test('one person who holds two roles signs for one of them', async () => {
    const rungs = { ...desk.policy.rungs, 'below-full-cost': { level: 'block' as const, approvers: ['sales-director', 'finance'] } }
    const roles = [{ id: 'sales-director', people: ['陈静'], standIns: [] }, { id: 'finance', people: ['陈静', '周婷'], standIns: [] }]
    await core.client.approvals.saveDesk({ by: '陈静', desk: { ...desk, policy: { ...desk.policy, rungs }, roles } })
    await submit()
    expect(await decide('陈静')).toMatchObject({ status: 'waiting' })
    await expect(decide('陈静', 'approved', 'finance')).rejects.toMatchObject({ code: 'SIGNED_ALREADY' })
    expect(await decide('周婷', 'approved', 'finance')).toMatchObject({ status: 'approved' })
  })

  test('the record on paper names who signed, the version and the seal', async () => {
    const state = await signed()
    const text = documentTexts(approvalRecord(state, { title: '合同审查', projectNo: null, company: '甲公司', now: '2026-11-22T02:00:00.000Z' })).join('\n')
    for (const part of ['已批准', '陈静', '同意，计入额度', state.versionHash, state.log.seal, '二期项目按标准价']) expect(text).toContain(part)
  })
})

describe('a loss budget', () => {
  const budget = { id: 'q4', name: '四季度', owner: '陈静', from: '2026-10-01', to: '2026-12-31', amount: '500000', buyer: null, useCase: null, payBack: '二期', reviewOn: '2026-12-15', isClosed: false }

  test('is used by the losses signed for it, not by those only asked for', async () => {
    await core.client.approvals.saveDesk({ by: '陈静', desk })
    await core.client.approvals.saveBudget({ by: '陈静', budget })
    await core.client.approvals.saveBudget({ by: '陈静', budget: { ...budget, id: 'other', buyer: '别的买方' } })
    const { versionHash, profit } = await core.client.approvals.get({ bidId })
    const ask = (budgetId: string) => core.client.approvals.submit({ bidId, versionHash, by: '李明', reason: '名录', loss: { ...loss, budgetId } })
    await expect(ask('other')).rejects.toMatchObject({ code: 'BUDGET_NOT_FOR_THIS' })
    await ask('q4')
    expect(await core.client.approvals.budgets()).toMatchObject([{ exposed: '0.00', left: '500000.00' }, {}])
    await decide('陈静')
    expect(await core.client.approvals.budgets()).toMatchObject([{ committed: '0.00', exposed: profit?.replace('-', ''), bidIds: [bidId] }, {}])
    // Asked for again at another price, the bid gives its own share back first.
    expect((await core.client.approvals.get({ bidId })).budgets.find(({ budget: { id } }) => id === 'q4')).toMatchObject({ leftForBid: '500000.00' })
  })
})
