import { describe, expect, it } from 'vitest'
import { bodyParts, bodyProblems } from '#shared/library/text-body.ts'
import { validityOf } from '#shared/library/validity.ts'
import type { Certificate } from '#shared/library/item.ts'

describe('the notation of text blocks', () => {
  it('reads headings, paragraphs over several lines, lists and tables', () => {
    const body = '# 总体架构\n系统分四层，\n自下而上为基础设施层。\n\n- 采集\n2. 治理\n| 层 | 内容 |\n|---|---|\n| 应用 | 问答 |\n## 小结\nRAG and\nfine-tuning'
    expect(bodyParts(body)).toEqual([
      { kind: 'heading', level: 1, text: '总体架构' },
      { kind: 'paragraph', text: '系统分四层，自下而上为基础设施层。' },
      { kind: 'item', text: '•　采集' },
      { kind: 'item', text: '2．治理' },
      { kind: 'table', head: ['层', '内容'], rows: [['应用', '问答']] },
      { kind: 'heading', level: 2, text: '小结' },
      { kind: 'paragraph', text: 'RAG and fine-tuning' },
    ])
  })

  it.each([
    ['本方案用于 {{project.title}}。', []],
    ['本方案用于 {{project.titel}}。', [{ code: 'field-unknown', text: '本方案用于 {{project.titel}}。' }]],
    ['| a | b |\n| 1 |', [{ code: 'table-uneven', text: 'a | b' }]],
  ])('says what of %j would not print', (body, problems) => expect(bodyProblems(body)).toEqual(problems))
})

const certificate: Certificate = { kind: 'certificate', type: 'iso9001', name: 'ISO', number: null, issuer: null, issuedOn: null, validUntil: '2026-12-03', isPermanent: false, owner: null, note: null, attachments: [] }

describe('how a certificate stands on a day', () => {
  it.each([
    ['2026-12-03', 'soon'],
    ['2026-12-04', 'expired'],
    ['2026-10-04', 'valid'],
    ['2026-10-05', 'soon'],
  ])('on %s it is %s', (day, validity) => expect(validityOf(certificate, day)).toBe(validity))

  it('is never valid where nobody said until when', () => {
    expect(validityOf({ ...certificate, validUntil: null }, '2026-01-01')).toBe('unknown')
    expect(validityOf({ ...certificate, validUntil: null, isPermanent: true }, '2026-01-01')).toBe('endless')
  })
})
