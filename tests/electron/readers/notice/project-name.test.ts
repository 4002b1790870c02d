import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { readNoticeFile, readNoticeText } from '#core/readers/notice/read-notice.ts'

const folder = resolve(import.meta.dirname, '../../../fixtures/notices')
const Vector = z.object({ file: z.string().optional(), project_name: z.string().nullish() })
const vectors = readdirSync(folder).filter((file) => file.endsWith('.json')).map((file) => ({ file, ...Vector.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))) }))
/** These two say the name in a sentence only: it is not guessed, and the tender is called by the heading. */
const inSentences = new Set(['n04_soe_telecom_inquiry.txt', 'n05_soe_grid_tender_lots.txt'])
const stated = vectors.filter(({ file, project_name: name }) => typeof name === 'string' && !inSentences.has(file))

/** The heading of a page of the government's portal: buyer, method and kind of notice around the name. */
const wrapped = `云海市城市管理中心竞争性磋商云海市智能客服项目的采购公告
一、项目基本情况
项目编号：YH-2026-018
项目名称：云海市智能客服项目
预算金额：978435.00元
四、响应文件提交
截止时间：2026年12月08日 15点00分（北京时间）
`

describe('the name of a project', () => {
  test.each(stated)('is read from the body of $file', async ({ file, project_name: name }) => {
    const read = await readNoticeFile(join(folder, file.replace(/\.json$/, file.includes('ccgp_layout') ? '.html' : '.txt')))
    expect(read.ok && read.reading.projectName).toBe(name)
  })

  test('is what the tender is called, with its place in the text, whatever the heading wraps around it', () => {
    const reading = readNoticeText(wrapped)
    if (!reading.ok) throw new Error(reading.issue.message)
    const { title, evidence, text } = reading.draft
    expect(title).toBe('云海市智能客服项目')
    expect(evidence['title']?.text).toBe('项目名称：云海市智能客服项目')
    expect(text?.slice(evidence['title']?.start, evidence['title']?.end)).toBe(evidence['title']?.text)
  })

  test('ends where the next chapter runs into it', () => {
    const reading = readNoticeText(wrapped.replace('智能客服项目\n预算', '智能客服项目三、项目情况：另行通知\n预算'))
    expect(reading.ok && reading.draft.title).toBe('云海市智能客服项目')
  })
})
