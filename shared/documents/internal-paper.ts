import type { PrintDocument, Section } from '#shared/documents/document.ts'
import { known } from '#shared/documents/wording.ts'

const mark = '内部资料'

/** What only our own people read: marked 内部资料 in its properties, in the header and across every page. */
export const internalPaper = ({ title, subject, right, company, section }: { title: string; subject: string; right: string; company: string | null; section: Section }): PrintDocument => ({
  volume: 'internal',
  info: { title: `${mark} ${title}`, author: known(company, '公司名称') },
  header: { left: `${mark}　不得对外提供　${subject}`, right },
  watermark: mark,
  cover: [],
  sections: [section],
})
