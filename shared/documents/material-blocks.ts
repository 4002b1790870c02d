import { anchorOf, type BuyerCertificate, type BuyerPerson, type BuyerReference, type BuyerText } from '#shared/documents/buyer-materials.ts'
import { paragraph, type Block, type Row, type Span } from '#shared/documents/document.ts'
import { chineseMonth } from '#shared/documents/wording.ts'
import type { Attachment } from '#shared/files/stored-file.ts'
import { bodyParts, type BodyPart } from '#shared/library/text-body.ts'

/** Scans as pages: a PDF page by page, a picture under its name. The first carries the anchor by which its page is cited. */
const attachmentBlocks = (attachments: readonly Attachment[], name: string, anchor: string | null): Block[] =>
  attachments.flatMap(({ file }, index): Block[] => {
    const named = anchor !== null && index === 0 ? { anchor } : {}
    // A page of its own: under what stands before it a scan would be shrunk to the room left.
    if (file.mediaType === 'application/pdf') return [{ kind: 'pageBreak' }, { kind: 'pdfPages', file: file.id, title: name, ...named }]
    return [{ kind: 'picture', file: file.id, alt: name, caption: name, maxHeightMm: 200, ...named }]
  })

export const certificateBlocks = (certificates: readonly BuyerCertificate[]): Block[] => certificates.flatMap(({ id, name, attachments }) => attachmentBlocks(attachments, name, anchorOf('certificate', id)))

/** The proof of every reference: contract, acceptance, invoice. */
export const referenceBlocks = (references: readonly BuyerReference[]): Block[] => references.flatMap(({ id, name, attachments }) => attachmentBlocks(attachments, name, anchorOf('reference', id)))

const cvRow = (label: string, value: string, label2: string, value2: string): Row => [{ text: label, style: 'label' }, { text: value }, { text: label2, style: 'label' }, { text: value2 }]

const cvTable = ({ name, role, title, education, certificates, years, socialInsuranceMonth, projects }: BuyerPerson): Block => ({
  kind: 'table',
  dense: false,
  columns: [{ share: 20, align: 'center' }, { share: 31, align: 'left' }, { share: 18, align: 'center' }, { share: 31, align: 'left' }],
  head: [],
  rows: [
    cvRow('姓名', name, '拟任职务', role ?? ''),
    cvRow('职称', title ?? '', '学历、专业', education ?? ''),
    cvRow('从业年限', years === null ? '' : `${years} 年`, '社保缴至', socialInsuranceMonth === null ? '' : chineseMonth(socialInsuranceMonth)),
    [{ text: '持有证书', style: 'label' }, { text: certificates ?? '', colSpan: 3, align: 'left' }],
    ...(projects.length === 0 ? [] : [[{ text: '起止时间', style: 'label' as const }, { text: '参与项目', style: 'label' as const, colSpan: 2 }, { text: '职责', style: 'label' as const }]]),
    ...projects.map(({ period, project, role: part }): Row => [{ text: period ?? '' }, { text: project, colSpan: 2, align: 'left' }, { text: part ?? '' }]),
  ],
})

/** 简历表 of every person, the papers after it. */
export const personBlocks = (people: readonly BuyerPerson[]): Block[] =>
  people.flatMap((person) => [
    { kind: 'heading' as const, text: `${person.name}简历表`, level: 2 as const, anchor: anchorOf('person', person.id) },
    cvTable(person),
    ...attachmentBlocks(person.attachments, `${person.name}证明材料`, null),
  ])

/** `write` puts the fields of the bid into a text. */
type Write = (text: string) => Span[]

const partBlock = (part: BodyPart, write: Write): Block => {
  if (part.kind === 'heading') return { kind: 'heading', text: write(part.text).map(({ text }) => text).join(''), level: part.level === 1 ? 2 : 3 }
  if (part.kind === 'paragraph') return paragraph(write(part.text))
  if (part.kind === 'item') return paragraph(write(part.text), { indentEm: 2 })
  const columns = part.head.map(() => ({ share: 100 / part.head.length, align: 'left' as const }))
  return { kind: 'table', dense: false, columns, head: [part.head.map((text) => ({ text }))], rows: part.rows.map((row) => row.map((text) => ({ text: write(text) }))) }
}

/** Text blocks under their names. */
export const textBlocks = (texts: readonly BuyerText[], write: Write): Block[] =>
  texts.flatMap(({ id, name, body }): Block[] => [{ kind: 'heading', text: name.replace(/（[^）]*）$/, ''), level: 1, isNumbered: true, anchor: anchorOf('text', id) }, ...bodyParts(body).map((part) => partBlock(part, write))])
