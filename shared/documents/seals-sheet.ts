import type { BuyerBid } from '#shared/documents/buyer-bid.ts'
import { inlineText, paragraph, type Block, type PrintDocument, type Row, type Section, type Signature } from '#shared/documents/document.ts'
import { bidderName, dayOrBlank, lotText, projectNo } from '#shared/documents/wording.ts'

/** 用印签字清单: what is still done by hand before binding, page by page (procurement rules 6.2: an unsealed form rejects a bid). */
type Work = { anchor: string; form: string; what: string }

/** A volume as it is printed, each piece of hand work findable by its anchor. */
type WorkedVolume = { part: string; document: PrintDocument; works: readonly Work[] }

const blanksIn = (block: Block): number => {
  const texts = block.kind === 'paragraph' ? [block.text] : block.kind === 'table' ? block.rows.flat().map(({ text }) => text) : []
  return texts.reduce((sum, text) => sum + (typeof text === 'string' ? 0 : text.filter((span) => span.blankEm !== undefined && span.text.trim() === '').length), 0)
}

/** '法定代表人或其委托代理人（签字）'; a line that only lacks its day is filled in while signing. */
const signatures = ({ lines }: Signature): string[] => lines.filter(({ value }) => value === null).map(({ label, after }) => `${label}${after ?? ''}`)

const worksOf = (block: Block): string[] => {
  if (block.kind === 'signature') return [...(block.seal === null ? [] : ['加盖单位章']), ...signatures(block)]
  if (block.kind === 'imagePlaceholder') return [`粘贴：${block.label.replace(/粘贴处$/, '')}，并加盖单位章`]
  if (block.kind === 'picture' || block.kind === 'pdfPages') return ['自本页起，复印件逐页加盖单位章']
  const blanks = blanksIn(block)
  return blanks === 0 ? [] : [`手写填空 ${blanks} 处`]
}

/** Names every place of hand work, so that the layout says its page. Nothing printed changes. */
export const withWorks = (document: PrintDocument, part: string): WorkedVolume => {
  const works: Work[] = []
  const sections = document.sections.map((section, place): Section => {
    let lastWhat = ''
    const blocks = section.blocks.map((block, index): Block => {
      const whats = worksOf(block)
      // Copies that follow one another are one thing to do.
      const what = whats.join('；')
      if (block.kind === 'spacer' || block.kind === 'pageBreak') return block
      if (what === '' || what === lastWhat) return block
      lastWhat = what
      const anchor = block.anchor ?? `work:${place}:${index}`
      works.push({ anchor, form: section.title, what })
      return { ...block, anchor }
    })
    return { ...section, blocks }
  })
  return { part, document: { ...document, sections }, works }
}

const columns = [{ share: 8, align: 'center' as const }, { share: 10, align: 'center' as const }, { share: 34, align: 'left' as const }, { share: 36, align: 'left' as const }, { share: 12, align: 'center' as const }]
const head: Row = ['序号', '页码', '表格', '盖章、签字、补充', '完成'].map((text) => ({ text }))

export type PagedVolume = WorkedVolume & { pages: number; anchors: Readonly<Record<string, number>> }

/** Whether the cover says where to seal it. */
export const isCoverSealed = ({ cover }: PrintDocument): boolean => cover.some((block) => block.kind === 'paragraph' && /盖.*章/.test(inlineText(block.text)))

const volumeBlocks = ({ part, document, works, pages, anchors }: PagedVolume): Block[] => {
  const cover = isCoverSealed(document) ? [{ page: 1, form: '封面', what: '加盖单位章' }] : []
  const listed = [...cover, ...works.map(({ anchor, form, what }) => ({ page: anchors[anchor] ?? 0, form, what }))].toSorted((a, b) => a.page - b.page)
  const rows = listed.map(({ page, form, what }, index): Row => [{ text: String(index + 1) }, { text: `第${page}页` }, { text: form }, { text: what }, { text: '□' }])
  return [
    { kind: 'heading', text: `${part}（共 ${pages} 页，${listed.length} 项）`, level: 1 },
    ...(rows.length === 0 ? [paragraph('本册不盖章、不签字。', { indentEm: 0 })] : [{ kind: 'table' as const, dense: true, columns, head: [head], rows }]),
  ]
}

/** The sheet itself: it stays with us, and says so. */
export const sealsSheet = (bid: BuyerBid, volumes: readonly PagedVolume[]): PrintDocument => {
  const lot = lotText(bid)
  const title = '用印签字清单'
  const facts: Row[] = [
    [{ text: '项目名称', style: 'label' }, { text: bid.project.title }, { text: '项目编号', style: 'label' }, { text: projectNo(bid) }],
    [{ text: '投标人', style: 'label' }, { text: bidderName(bid) }, { text: lot === null ? '签署日期' : '包号', style: 'label' }, { text: lot ?? dayOrBlank(bid.terms.signedOn) }],
  ]
  const blocks: Block[] = [
    { kind: 'table', dense: true, columns: [{ share: 14, align: 'center' }, { share: 40, align: 'left' }, { share: 14, align: 'center' }, { share: 32, align: 'left' }], head: [], rows: facts },
    ...volumes.flatMap(volumeBlocks),
    paragraph('装订后每册加盖骑缝章；招标文件要求逐页小签的，由签字人逐页签署。正本、副本的份数按招标文件办理，副本可以用盖章后的正本复印。', { style: 'note', indentEm: 0, align: 'left' }),
    { kind: 'signature', seal: null, lines: [{ label: '用印人', value: null, after: null }, { label: '复核人', value: null, after: null }, { label: '日期', value: null, after: null }] },
  ]
  return {
    volume: 'internal',
    info: { title: `${bid.project.title} ${title}`, author: bidderName(bid) },
    header: { left: `${bid.project.title}　${title}`, right: '内部使用' },
    watermark: null,
    cover: [],
    sections: [{ title, orientation: 'portrait', blocks }],
  }
}
