import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { DocumentFiles } from '#core/documents/attachments.ts'
import { pageOf, paragraph } from '#shared/documents/document.ts'
import type { Block, PrintDocument, Row, Section } from '#shared/documents/document.ts'

/** A bid book of some 60 pages: 30 of prose, a price table of 200 rows, 6 scanned certificates, an index of page references. */

const words = '平台采用分层架构，数据经脱敏、加密后进入模型服务；响应时间不超过800ms，可用性达到99.9%，并按照GB/T 22239-2019第三级要求建设。我方承诺（含质保期36个月）提供7×24小时服务：接到故障通知后30分钟内响应，2小时内到场，“不推诿、不拖延”——直至问题解决。'
const clauses = words.split(/(?<=[，；：。])/)

/** Numbers that look random and are the same in every run. */
const randoms = (seed: number) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 2 ** 32
}

const chapters = 12
const sectionsPerChapter = 5
const paragraphsPerSection = 3

export const proseOf = (chapter: number, section: number, nth: number): string => {
  const next = randoms(chapter * 1000 + section * 10 + nth)
  return `${Array.from({ length: 9 + Math.floor(next() * 8) }, () => clauses[Math.floor(next() * clauses.length)] ?? '').join('')}本节第${nth + 1}段完。`
}

export const tableHead = ['序号', '名称', '规格型号/服务内容', '单位', '数量', '单价（元）', '合价（元）']
export const tableShares = [6, 22, 30, 7, 8, 12, 15]
export const tableRows = (): string[][] =>
  Array.from({ length: 200 }, (_, index) => [
    String(index + 1),
    `大模型应用开发与实施服务第${index + 1}项`,
    '含需求分析、开发、测试、部署与培训，满足 GB/T 22239-2019 第三级要求',
    '项',
    String(1 + (index % 9)),
    `${10 + (index % 90)},${String(100 + ((index * 37) % 900))}.00`,
    `${10 + (index % 90)},${String(100 + ((index * 37) % 900))}.00`,
  ])

const photo = readFileSync('bench/certificate.jpg')

/** The same scan with a different comment in each: six files, as six certificates are. */
export const certificates: { hash: string; bytes: Uint8Array }[] = Array.from({ length: 6 }, (_, index) => {
  const comment = Buffer.from([0xff, 0xfe, 0, 3, index])
  const bytes = Buffer.concat([photo.subarray(0, 2), comment, photo.subarray(2)])
  return { hash: createHash('sha256').update(bytes).digest('hex'), bytes }
})
export const bookFiles: DocumentFiles = new Map(certificates.map(({ hash, bytes }) => [hash, bytes]))

export const shape = { chapters, sectionsPerChapter, paragraphsPerSection }

const chapterSection = (chapter: number, changed: string): Section => ({
  title: `第${chapter + 1}章 技术方案`,
  orientation: 'portrait',
  anchor: `chapter-${chapter}`,
  blocks: Array.from({ length: sectionsPerChapter }, (_, section): Block[] => [
    { kind: 'heading', text: `建设内容与实施方法`, isNumbered: true },
    ...Array.from({ length: paragraphsPerSection }, (_unused, nth) => paragraph(`${chapter === 5 && section === 0 && nth === 0 ? changed : ''}${proseOf(chapter, section, nth)}`)),
  ]).flat(),
})

const priceTable = (): Section => ({
  title: '投标分项报价表',
  orientation: 'portrait',
  blocks: [
    {
      kind: 'table',
      dense: true,
      columns: tableShares.map((share, index) => ({ share, align: index > 3 ? 'right' : index === 1 || index === 2 ? 'left' : 'center' })),
      head: [tableHead.map((text) => ({ text }))],
      rows: tableRows().map((row): Row => row.map((text) => ({ text }))),
    },
  ],
})

/** `changed` stands at the head of one paragraph of the sixth chapter: what a person edits between two previews. */
export const book = (changed = ''): PrintDocument => ({
  volume: 'technical',
  info: { title: '大模型智能客服平台建设项目 投标文件', author: '示例智能科技有限公司' },
  header: { left: '大模型智能客服平台建设项目 投标文件', right: 'BENCH-1' },
  watermark: null,
  cover: [paragraph('大模型智能客服平台建设项目', { style: 'coverTitle', align: 'center', indentEm: 0 }), paragraph('投 标 文 件', { style: 'coverVolume', align: 'center', indentEm: 0 })],
  format: { contentsDepth: 2, numbering: 'decimal' },
  sections: [
    {
      title: '评分索引表',
      orientation: 'portrait',
      blocks: [
        {
          kind: 'table',
          dense: false,
          columns: [{ share: 80, align: 'left' }, { share: 20, align: 'center' }],
          head: [[{ text: '评分项' }, { text: '页码' }]],
          rows: Array.from({ length: chapters }, (_, chapter): Row => [{ text: `第${chapter + 1}章 技术方案` }, { text: [pageOf(`chapter-${chapter}`)] }]),
        },
      ],
    },
    ...Array.from({ length: chapters }, (_, chapter) => chapterSection(chapter, changed)),
    priceTable(),
    ...certificates.map(({ hash }, index): Section => ({ title: `附件${index + 1} 资质证书`, orientation: 'portrait', blocks: [{ kind: 'picture', file: hash, alt: '资质证书扫描件', caption: null }] })),
  ],
})
