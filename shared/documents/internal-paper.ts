import { z } from 'zod'
import type { PrintDocument, Section } from '#shared/documents/document.ts'
import { known } from '#shared/documents/wording.ts'

/** What stands around the content of a paper of ours, in the language it is read in. */
export const PaperFrame = z.object({
  language: z.enum(['zh-CN', 'en', 'fr']),
  /** Across every page and before the title in the properties of the file. */
  mark: z.string().min(1).max(40),
  /** In the header: who must not get it. */
  warning: z.string().max(100),
  /** With {moment} where the time of printing goes. */
  printed: z.string().max(100),
  /** With {page} and {pages}. */
  pageNumber: z.string().max(60),
})
export type PaperFrame = z.infer<typeof PaperFrame>

/** The text with what belongs into its {places}. */
export const filled = (text: string, places: Readonly<Record<string, string>>): string => text.replaceAll(/\{(\w+)\}/g, (whole, place: string) => places[place] ?? whole)

/** What goes with a bid is read by those who sign it, in the language of the bid. */
const chineseFrame: PaperFrame = { language: 'zh-CN', mark: '内部资料', warning: '内部资料　不得对外提供', printed: '{moment}', pageNumber: '第 {page} 页 共 {pages} 页' }

type InternalPaper = { title: string; subject: string; right: string; company: string | null; section: Section; frame?: PaperFrame }

/** What only our own people read: marked 内部资料 in its properties, in the header and across every page. */
export const internalPaper = ({ title, subject, right, company, section, frame = chineseFrame }: InternalPaper): PrintDocument => ({
  volume: 'internal',
  language: frame.language,
  pageNumber: frame.pageNumber,
  info: { title: `${frame.mark} ${title}`, author: known(company, '公司名称') },
  header: { left: `${frame.warning}　${subject}`, right },
  watermark: frame.mark,
  cover: [],
  sections: [section],
})
