import { describe, expect, it } from 'vitest'
import { extractNotice } from '#shared/tenders/notice/extract-notice.ts'
import { toDraft } from '#shared/tenders/notice/to-draft.ts'
import { TenderDraft } from '#shared/tenders/tender.ts'

const draftOf = (text: string) => toDraft(extractNotice(text), { text, name: 'notice.txt', url: 'https://gp.example/1' })

const tender = `示例市大模型平台采购项目公开招标公告
项目编号：sl-2026-01
预算金额：120万元
投标截止时间：2026年3月1日9时30分
开标时间：2026年3月1日
采购人：示例市数据局`

describe('a notice as a tender to import', () => {
  it('has instants in UTC, amounts in yuan and a key from its number', () => {
    const draft = draftOf(tender)
    expect(TenderDraft.parse(draft)).toEqual(draft)
    expect(draft).toMatchObject({ key: 'notice:SL-2026-01', kind: 'notice', noticeType: 'tender', projectNo: 'sl-2026-01', budget: '1200000.00', currency: 'CNY', bidDeadline: '2026-03-01T01:30:00.000Z', url: 'https://gp.example/1', text: tender })
  })

  it('keeps a day without an hour out of the instants, and in the evidence', () => {
    const draft = draftOf(tender)
    expect(draft.openingTime).toBeNull()
    expect(draft.evidence.openingTime?.text).toBe('开标时间：2026年3月1日')
  })

  it('gives a tender and its award without a number the same key', () => {
    const body = '\n采购人：示例市数据局\n'
    expect(draftOf(`示例市大模型平台采购项目公开招标公告${body}`).key).toBe(draftOf(`示例市大模型平台采购项目中标结果公告${body}`).key)
  })

  it('tells lots of different groups apart that bear the same number', () => {
    const draft = draftOf('示例电网招标公告\n分标编号\t包号\t包名称\nA\t包1\t微调服务\nB\t包1\t算力租赁\n')
    expect(draft.lots.map((lot) => lot.no)).toEqual(['包1 微调服务', '包1 算力租赁'])
  })
})
