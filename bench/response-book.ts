import { pageOf, paragraph } from '#shared/documents/document.ts'
import type { Block, PrintDocument, Row, Section } from '#shared/documents/document.ts'

/** A bid book of 300 pages that answers a thousand requirements. */

export const responses = 1000
const columns = [{ share: 12, align: 'center' as const }, { share: 68, align: 'left' as const }, { share: 20, align: 'center' as const }]
const section = (title: string, blocks: Block[], orientation: Section['orientation'] = 'portrait'): Section => ({ title, orientation, blocks })

/** An index of all responses at the front, each with its page; the responses behind, of very different lengths. `changed` stands in one of them. */
export const responseBook = (changed = ''): PrintDocument => {
  const index: Row[] = Array.from({ length: responses }, (_, no) => [{ text: String(no + 1) }, { text: `第${no + 1}条要求的应答` }, { text: [{ text: `〔${no + 1}→` }, pageOf(`response-${no}`), { text: '〕' }] }])
  const chapters = Array.from({ length: 10 }, (_, chapter) =>
    section(
      `第${chapter + 1}章应答`,
      Array.from({ length: responses / 10 }, (_unused, nth): Block[] => {
        const no = chapter * (responses / 10) + nth
        return [
          { kind: 'heading', level: nth % 5 === 0 ? 1 : 2, text: `应答事项${no + 1}`, isNumbered: true },
          paragraph(`【锚${no + 1}】${no === responses / 2 ? changed : ''}完全响应。${'满足采购文件的要求，按 GB/T 22239-2019 第三级建设并提供证明材料。'.repeat(1 + ((no * 7) % 23))}`, { anchor: `response-${no}` }),
          paragraph([{ text: '证明材料见第' }, pageOf(`response-${(no * 37) % responses}`), { text: `页〔${((no * 37) % responses) + 1}` }, { text: '←' }, pageOf(`response-${(no * 37) % responses}`), { text: '〕。' }]),
        ]
      }).flat(),
      chapter % 4 === 3 ? 'landscape' : 'portrait',
    ),
  )
  return {
    volume: 'technical',
    info: { title: '样本', author: '某公司' },
    header: { left: '样本', right: 'NO-1' },
    watermark: null,
    cover: [],
    sections: [section('评分索引表', [{ kind: 'table', columns, head: [[{ text: '序号' }, { text: '要求' }, { text: '页码' }]], rows: index, dense: false }]), ...chapters],
    format: { contentsDepth: 2, numbering: 'decimal' },
  }
}
