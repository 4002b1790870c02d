import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decodeNotice } from '#core/readers/notice/decode.ts'
import { pageText } from '#core/readers/notice/page-text.ts'
import { readNotice, readNoticeFile, readNoticeText } from '#core/readers/notice/read-notice.ts'
import { emptyCell } from '#shared/tenders/notice/tables.ts'

const page = `<!DOCTYPE html><html><head><meta charset="gb2312"><meta name="PubDate" content="2026-04-01 09:30"><title>示例省大模型采购项目公开招标公告</title>
<style>.x{}</style><script>var no="项目编号：假的-001"</script></head><body><nav>中标候选人公示</nav>
<div style="display:none">项目编号：隐藏-999</div><!-- 项目编号：注释-1 -->
<table><tr><td><table><tr><th>项目编号</th><td>SL-2026-GK-008</td><th>采购人</th><td>示例省税务局</td></tr>
<tr><th>预算金额（万元）</th><td>560.5</td><th>投标截止时间</th><td>2026-04-22<br>09:30</td></tr></table></td></tr></table>
<p>名&nbsp;&nbsp;称：示例<b>招标</b>中心</p></body></html>`

const fields = { title: '示例省大模型采购项目公开招标公告', projectNo: 'SL-2026-GK-008', buyer: '示例省税务局', budgetYuan: '5605000.00', bidDeadline: '2026-04-22T09:30:00+08:00', publishedAt: '2026-04-01T09:30:00+08:00' }

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'notice-'))
})
afterAll(() => rm(folder, { recursive: true }))

const saved = async (name: string, bytes: Uint8Array | string): Promise<string> => {
  const path = join(folder, name)
  await writeFile(path, bytes)
  return path
}

describe('bytes of a notice', () => {
  it.each(['utf-8', 'gb18030', 'utf-16le', 'utf-16be'])('are read in %s, with and without a mark', async (encoding) => {
    for (const addBOM of [false, true]) {
      const read = await readNoticeFile(await saved(`${encoding}-${addBOM}.html`, iconv.encode(page, encoding, { addBOM })))
      expect(read.ok && read.reading).toMatchObject(fields)
    }
  })

  it.each(['base64', 'quoted-printable'])('are read from a page saved as one file (%s)', async (encoding) => {
    const bytes = iconv.encode(page, 'gb18030')
    const body = encoding === 'base64' ? bytes.toString('base64') : [...bytes].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('').replace(/(.{72})/g, '$1=\r\n')
    const archive = ['From: <Saved by a browser>', 'MIME-Version: 1.0', 'Content-Type: multipart/related;', '\ttype="text/html"; boundary="----x1"', '', '------x1', 'Content-Type: text/html', `Content-Transfer-Encoding: ${encoding}`, '', body, '------x1', 'Content-Type: image/png', '', 'no', '------x1--'].join('\r\n')
    const read = await readNoticeFile(await saved(`${encoding}.mht`, archive))
    expect(read.ok && read.reading).toMatchObject(fields)
  })

  it('are refused when they are no text or none at all', () => {
    expect(decodeNotice(new Uint8Array())).toEqual({ ok: false, code: 'file-empty' })
    expect(decodeNotice(Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256))).toEqual({ ok: false, code: 'encoding-unknown' })
  })
})

describe('the text of a page', () => {
  it('is what a reader sees: heading first, a line per block, cells parted by tabs', () => {
    expect(pageText(page)).toBe(['示例省大模型采购项目公开招标公告', '发布时间：2026-04-01 09:30', '项目编号\tSL-2026-GK-008\t采购人\t示例省税务局', '预算金额（万元）\t560.5\t投标截止时间\t2026-04-22 09:30', '名 称：示例招标中心'].join('\n'))
  })

  it('keeps the place of an empty cell', () => {
    expect(pageText('<table><tr><td>包号</td><td>名称</td><td>预算</td></tr><tr><td>1</td><td></td><td>5</td></tr></table>')).toBe(`包号\t名称\t预算\n1\t${emptyCell}\t5`)
  })

  it('survives a page nested a hundred thousand deep', () => {
    const depth = 100_000
    expect(pageText(`${'<div>'.repeat(depth)}项目编号：A-1${'</div>'.repeat(depth)}`)).toContain('项目编号：A-1')
  })
})

describe('files that hold no notice', () => {
  it.each([
    ['news.txt', '中国移动9亿元人工智能服务器集采，采用远程开标新模式\n发布时间：2020-02-18 16:06 来源：通信网 作者：焦某\n今日，中国移动启动人工智能服务器集采。本项目最高总预算高达9亿元（不含税）。项目不划分标包，原则上中标人数量为3个。', 'not-a-notice'],
    ['letter.txt', '各位同事：周五下午三点开会，请准时参加。', 'not-a-notice'],
    ['blank.txt', ' \n\t ', 'file-empty'],
    ['empty.html', '', 'file-empty'],
    ['page.html', '<html><body><h1>欢迎</h1><p>首页</p></body></html>', 'not-a-notice'],
  ])('%s is refused with a code', async (name, content, code) => {
    const read = await readNoticeFile(await saved(name, content))
    expect(read.ok ? null : read.issue.code).toBe(code)
  })

  it('say so when the file is not there', async () => {
    const read = await readNoticeFile(join(folder, 'absent.txt'))
    expect(read.ok ? null : read.issue.code).toBe('file-unreadable')
  })
})

describe('short notices', () => {
  it.each([
    ['a postponement', '示例基地设计延期公告\n投标人：示例基地设计的开标时间推迟，另行通知。\n招标编号：YL-2026-3', 'YL-2026-3'],
    ['answers to questions', '示例道路工程答疑公告\n各投标人：提问回复见附件。\n招标编号：YL-2026-4', 'YL-2026-4'],
    ['a survey of the market', '示例大学智能教学平台市场调研公告\n项目编号：YLDY-2026-5\n请于2026年9月1日前递交调研材料。', 'YLDY-2026-5'],
  ])('%s is one', (_, text, projectNo) => {
    expect(readNoticeText(text)).toMatchObject({ ok: true, draft: { projectNo } })
  })
})

describe('the reader of notices', () => {
  it('yields one draft per file, with the text its evidence points into', async () => {
    const path = await saved('one.html', page)
    const readings = []
    for await (const reading of readNotice({ name: 'one.html', path })) readings.push(reading)
    expect(readings).toHaveLength(1)
    const [reading] = readings
    if (!reading?.ok) throw new Error('expected a draft')
    expect(reading.draft).toMatchObject({ key: 'notice:SL-2026-GK-008', kind: 'notice', bidDeadline: '2026-04-22T01:30:00.000Z' })
    for (const { text, start, end } of Object.values(reading.draft.evidence)) expect(reading.draft.text?.slice(start, end)).toBe(text)
  })

  it('reads pasted text and pasted page source alike', () => {
    expect(readNoticeText(page)).toMatchObject({ ok: true, draft: { projectNo: 'SL-2026-GK-008' } })
    expect(readNoticeText('你好')).toMatchObject({ ok: false, issue: { code: 'not-a-notice' } })
  })
})
