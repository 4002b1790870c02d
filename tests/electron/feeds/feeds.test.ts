import { mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { FeedSettings } from '#shared/feeds/feed.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'
import { openServer, status, text } from './misbehaving-server.ts'

let core: TestCore
let server: Awaited<ReturnType<typeof openServer>>
beforeEach(async () => {
  core = openTestCore()
  server = await openServer()
})
afterEach(() => {
  core.close()
  server.close()
})

const settings: FeedSettings = { name: '采购网', everyMinutes: 60, proxy: null, proxyUser: null, keyHeader: null }
const add = (path: string, more: Partial<FeedSettings> = {}) => core.client.feeds.addWeb({ ...settings, ...more, address: server.url(path) })
const titles = async () => (await core.client.tenders.search({ sort: 'title' })).tenders.map(({ title }) => title)

const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>t</title>
<item><title>智能客服平台采购公开招标公告</title><link>https://example.invalid/1</link><pubDate>Sun, 01 Nov 2026 08:00:00 +0800</pubDate>
<description>&lt;p&gt;项目编号：ZX-2026-118&lt;/p&gt;&lt;p&gt;项目名称：智能客服平台采购&lt;/p&gt;&lt;p&gt;预算金额：1200000.00元&lt;/p&gt;&lt;p&gt;投标截止时间：2026年12月01日 09时30分&lt;/p&gt;</description></item>
<item><title></title></item></channel></rss>`
const release = (ocid: string, title: string) => ({ ocid, id: `${ocid}-1`, date: '2026-11-01T00:00:00Z', tag: ['tender'], tender: { id: ocid, title } })

describe('feeds', () => {
  test('none is there until a person adds one', async () => {
    expect(await core.client.feeds.list()).toEqual([])
  })

  test('RSS brings notices, says what it left out, and brings nothing twice', async () => {
    server.on('/rss', text(rss, { 'content-type': 'application/rss+xml', 'etag': '"1"' }), status(304), text(rss))
    const { id } = await add('/rss')
    const first = await core.client.feeds.run({ id })
    expect(first).toMatchObject({ problem: null, counts: { added: 1, updated: 0, unchanged: 0, rejected: 1 }, nextRunAt: '2026-11-22T03:00:00.000Z' })
    expect((await core.client.tenders.search({})).tenders[0]).toMatchObject({ title: '智能客服平台采购', projectNo: 'ZX-2026-118', budget: '1200000.00', bidDeadline: '2026-12-01T01:30:00.000Z', source: { url: 'https://example.invalid/1' } })
    expect(await core.client.feeds.run({ id })).toMatchObject({ problem: null, isUnchanged: true })
    expect(server.asked.at(-1)?.headers['if-none-match']).toBe('"1"')
    expect(await core.client.feeds.run({ id })).toMatchObject({ counts: { added: 0, unchanged: 1 } })
    expect(await core.client.imports.issues({ runId: first.runId ?? '', offset: 0, limit: 10 })).toMatchObject([{ path: '采购网', row: 2, field: 'title', code: 'field-missing' }])
  })

  test('an OCDS answer is followed from page to page on its own server', async () => {
    server.on('/ocds', text(JSON.stringify({ uri: 'x', version: '1.1', releases: [release('a', '甲项目')], links: { next: server.url('/ocds?page=2') } }), { 'content-type': 'application/json' }))
    server.on('/ocds?page=2', text(JSON.stringify({ uri: 'x', version: '1.1', releases: [release('b', '乙项目')], links: { next: 'https://elsewhere.invalid/3' } })))
    const { id } = await add('/ocds')
    expect(await core.client.feeds.run({ id })).toMatchObject({ problem: { code: 'pages-left', detail: 'https://elsewhere.invalid/3' }, failures: 0, counts: { added: 2 } })
    expect(await titles()).toEqual(['乙项目', '甲项目'])
  })

  test('a JSON list is read as a table, in whatever encoding it claims to be', async () => {
    const list = JSON.stringify({ code: 0, data: { records: [{ 项目名称: '数据分析平台', 采购人: '示例集团', '预算金额（万元）': 80, 链接: 'https://example.invalid/7' }] } })
    server.on('/list', text(list, { 'content-type': 'application/json; charset=iso-8859-1' }))
    const { id } = await add('/list')
    const ran = await core.client.feeds.run({ id })
    expect(await core.client.imports.issues({ runId: ran.runId ?? '', offset: 0, limit: 5 })).toEqual([])
    expect(ran).toMatchObject({ problem: null, counts: { added: 1 } })
    expect((await core.client.tenders.search({})).tenders[0]).toMatchObject({ title: '数据分析平台', buyer: '示例集团', budget: '800000' })
    server.on('/gb', text(iconv.encode('项目名称,采购人\n档案系统,某局\n', 'gb18030'), { 'content-type': 'text/csv; charset=utf-8' }))
    expect(await core.client.feeds.run({ id: (await add('/gb')).id })).toMatchObject({ problem: null, counts: { added: 1 } })
    expect(await titles()).toEqual(['数据分析平台', '档案系统'])
  })

  test('RSS is read in the encoding it is in, whatever the server says', async () => {
    server.on('/gbk', text(iconv.encode(rss.replace('?>', ' encoding="GB2312"?>'), 'gb18030'), { 'content-type': 'text/xml; charset=utf-8' }))
    expect(await core.client.feeds.run({ id: (await add('/gbk')).id })).toMatchObject({ problem: null, counts: { added: 1, rejected: 1 } })
    expect(await titles()).toEqual(['智能客服平台采购'])
  })

  test('amounts in a JSON list keep every digit, also in an encoding JSON does not have', async () => {
    server.on('/gb-list', text(iconv.encode('[{"项目名称":"长单","采购人":"某局","预算金额（元）":12345678901234567.89}]', 'gb18030')))
    expect(await core.client.feeds.run({ id: (await add('/gb-list')).id })).toMatchObject({ problem: null, counts: { added: 1 } })
    expect((await core.client.tenders.search({})).tenders[0]).toMatchObject({ title: '长单', budget: '12345678901234567.89' })
  })

  test('an answer that is none says so, and names no file of ours', async () => {
    server.on('/json', text('{"error":"no such list"}', { 'content-type': 'application/json' }))
    expect(await core.client.feeds.run({ id: (await add('/json')).id })).toMatchObject({ problem: { code: 'not-a-feed' } })
    server.on('/atom', text('<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"></feed>'))
    const empty = await core.client.feeds.run({ id: (await add('/atom')).id })
    expect(await core.client.imports.issues({ runId: empty.runId ?? '', offset: 0, limit: 5 })).toMatchObject([{ path: '采购网', code: 'file-empty' }])
    server.on('/bomb', text('<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaa">]><rss><channel><item><title>&a;</title></item></channel></rss>'))
    const bomb = await core.client.feeds.run({ id: (await add('/bomb')).id })
    expect(await core.client.imports.issues({ runId: bomb.runId ?? '', offset: 0, limit: 5 })).toMatchObject([{ code: 'syntax', message: 'a document type is not allowed' }])
  })

  test('a source that fails is asked less and less often, and says what is wrong', async () => {
    server.on('/down', status(500), status(500), status(500), status(500), status(500), status(500), status(429, { 'retry-after': '86400' }))
    const { id } = await add('/down')
    expect(await core.client.feeds.run({ id })).toMatchObject({ problem: { code: 'server-error' }, failures: 1, nextRunAt: '2026-11-22T04:00:00.000Z' })
    expect(await core.client.feeds.run({ id })).toMatchObject({ problem: { code: 'server-error' }, failures: 2, nextRunAt: '2026-11-22T06:00:00.000Z' })
    expect(await core.client.feeds.run({ id })).toMatchObject({ problem: { code: 'rate-limited' }, failures: 3, nextRunAt: '2026-11-23T02:00:00.000Z' })
    server.on('/page', text('nothing of ours', { 'content-type': 'text/plain' }))
    expect(await core.client.feeds.run({ id: (await add('/page')).id })).toMatchObject({ problem: { code: 'not-a-feed' } })
  })

  test('a key comes from the key store, or the feed says that it is missing', async () => {
    server.on('/key', text(rss))
    const { id } = await add('/key', { keyHeader: 'x-api-key' })
    expect(await core.client.feeds.run({ id })).toMatchObject({ problem: { code: 'secret-missing' } })
    expect(server.asked).toEqual([])
    core.keep(`feed:${id}:key`, 's3cret')
    expect(await core.client.feeds.run({ id })).toMatchObject({ problem: null })
    expect(server.asked[0]?.headers['x-api-key']).toBe('s3cret')
    expect(JSON.stringify(await core.client.feeds.list())).not.toContain('s3cret')
  })

  test('a watched folder brings what is new and what changed, once it is written', async () => {
    const folder = join(core.folder, 'inbox')
    mkdirSync(folder)
    const write = (name: string, content: string, at: string) => {
      writeFileSync(join(folder, name), content)
      utimesSync(join(folder, name), new Date(at), new Date(at))
    }
    write('a.json', JSON.stringify(release('a', '甲项目')), '2026-11-20T00:00:00Z')
    write('being-written.json', '{"ocid":', '2026-11-22T01:59:59.500Z')
    const { id, place } = await core.client.feeds.addFolder({ name: '收件夹', everyMinutes: 5, token: core.grant(folder) })
    expect(place).toBe('inbox')
    expect(await core.client.feeds.run({ id })).toMatchObject({ problem: null, counts: { added: 1, rejected: 0 } })
    expect(await core.client.feeds.run({ id })).toMatchObject({ isUnchanged: true, counts: { added: 1 } })
    write('a.json', JSON.stringify(release('a', '甲项目（二次）')), '2026-11-21T00:00:00Z')
    expect(await core.client.feeds.run({ id })).toMatchObject({ counts: { added: 0, updated: 1 } })
    expect(await core.client.imports.arrivals({ since: '2026-11-22T00:00:00.000Z' })).toMatchObject([{ title: '甲项目（二次）', isNew: true, changedFields: ['title'] }])
    expect(await core.client.imports.arrivals({ since: '2026-11-23T00:00:00.000Z' })).toEqual([])
    await core.client.feeds.remove({ id })
    expect(await core.client.feeds.list()).toEqual([])
  })
})
