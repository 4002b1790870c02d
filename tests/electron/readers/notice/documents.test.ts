import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import PdfKit from 'pdfkit'
import { describe, expect, it } from 'vitest'
import { readNoticeBytes } from '#core/readers/notice/read-notice.ts'
import { zipOf } from '../../../support/zip-parts.ts'

const font = fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'))

const pdfOf = async (lines: readonly string[]): Promise<Uint8Array> => {
  const document = new PdfKit({ size: 'A4' })
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const done = new Promise((resolve) => document.on('end', resolve))
  document.font(await readFile(font)).fontSize(12)
  for (const line of lines) document.text(line)
  document.end()
  await done
  return Buffer.concat(chunks)
}

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const table = (rows: string[][]) => `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`

const docxOf = (body: string): Uint8Array =>
  zipOf(Object.entries({
    '[Content_Types].xml': '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${w}><w:body>${body}</w:body></w:document>`,
  }))

const lines = ['示例省大模型采购项目公开招标公告', '项目编号：SL-2026-GK-008', '采购人：示例省税务局', '预算金额：560.5万元', '投标截止时间：2026年4月22日 09:30', '采购需求：建设一套可私有化部署的政务大语言模型服务平台，含知识库问答、公文辅助写作、智能体编排三个子系统，支持国产算力环境部署。']
const expected = { noticeType: 'tender', title: lines[0], projectNo: 'SL-2026-GK-008', buyer: '示例省税务局', budgetYuan: '5605000.00', bidDeadline: '2026-04-22T09:30:00+08:00' }

describe('notices in documents', () => {
  it('are read from a PDF, lines broken at the margin joined', async () => {
    const read = await readNoticeBytes(await pdfOf(lines))
    if (!read.ok) throw new Error(read.issue.message)
    expect(read.reading).toMatchObject(expected)
    expect(read.text).toContain('支持国产算力环境部署。')
    expect(read.text.split('\n')).toHaveLength(lines.length)
  })

  it('are read from a Word document with its tables', async () => {
    const read = await readNoticeBytes(docxOf(`${lines.map(paragraph).join('')}${table([['包号', '包名称', '最高限价（万元）'], ['包1', '大模型平台', '390.25'], ['包2', '数据治理', '']])}`))
    if (!read.ok) throw new Error(read.issue.message)
    expect(read.reading).toMatchObject({ ...expected, lots: [{ no: '包1', name: '大模型平台', budgetYuan: null, ceilingYuan: '3902500.00' }, { no: '包2', name: '数据治理', budgetYuan: null, ceilingYuan: null }] })
    for (const { text, start, end } of Object.values(read.reading.evidence)) expect(text).toBe(read.text.slice(start, end))
  })

  it('are refused with a code when the document is broken, empty or something else', async () => {
    const code = async (bytes: Uint8Array) => {
      const read = await readNoticeBytes(bytes)
      return read.ok ? null : read.issue.code
    }
    expect(await code(Buffer.from('%PDF-1.7 nothing'))).toBe('file-unreadable')
    expect(await code(await pdfOf([]))).toBe('file-empty')
    expect(await code(Buffer.from('PK\u0003\u0004 nothing'))).toBe('file-unreadable')
    expect(await code(docxOf(paragraph('各位同事：周五开会。')))).toBe('not-a-notice')
  })

  it('are refused when they unpack to an unreasonable size, or to more than they say', async () => {
    const whole = docxOf(lines.map(paragraph).join(''))
    const saying = (size: number) => {
      const bytes = Buffer.from(whole)
      bytes.writeUInt32LE(size, bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 24)
      return bytes
    }
    // A mark of an entry laid over the head of a real one must not hide it.
    const hiding = () => {
      const bytes = saying(10)
      const at = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
      const covered = Buffer.concat([bytes.subarray(0, at), Buffer.from([0x50, 0x4b, 0x01, 0x02]), Buffer.alloc(20), bytes.subarray(at)])
      covered.fill(0xff, at + 4, at + 24)
      return covered
    }
    for (const bytes of [saying(400 * 1024 * 1024), saying(10), hiding()]) expect(await readNoticeBytes(bytes)).toMatchObject({ ok: false, issue: { code: 'file-too-large' } })
  })
})
