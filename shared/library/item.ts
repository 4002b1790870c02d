import { z } from 'zod'
import { MoneyText } from '#shared/decimal.ts'
import { Attachment } from '#shared/files/stored-file.ts'
import { CertificateType, TextTopic } from '#shared/library/kinds.ts'
import { isBodyReadable } from '#shared/library/text-body.ts'
import { UseCase } from '#shared/tenders/tender.ts'
import { Day, Instant } from '#shared/time.ts'

/** What the company library keeps for use in bids. Null: not known. */
const name = z.string().trim().min(1).max(200)
const line = z.string().trim().min(1).max(300).nullable()
const note = z.string().trim().min(1).max(2000).nullable()
const attachments = z.array(Attachment).max(100)

/** 证书与资料: `validUntil` is its last day; a permanent one has none. Neither known nor permanent is a question, not a yes. */
export const Certificate = z.object({
  kind: z.literal('certificate'),
  type: CertificateType,
  name,
  number: line,
  issuer: line,
  issuedOn: Day.nullable(),
  validUntil: Day.nullable(),
  isPermanent: z.boolean(),
  owner: line,
  note,
  attachments,
})
export type Certificate = z.infer<typeof Certificate>

export const PersonProject = z.object({ period: line, project: name, role: line })

/** 人员, as the CV table of a bid asks. `socialInsuranceMonth`: the last month with paid social insurance, 'YYYY-MM'. */
export const Person = z.object({
  kind: z.literal('person'),
  name,
  title: line,
  education: line,
  certificates: line,
  years: z.int().min(0).max(70).nullable(),
  role: line,
  projects: z.array(PersonProject).max(50),
  socialInsuranceMonth: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/).nullable(),
  note,
  attachments,
})
export type Person = z.infer<typeof Person>

/** 业绩: contract, acceptance and invoice are proven by files of their own. */
export const Reference = z.object({
  kind: z.literal('reference'),
  name,
  buyer: line,
  amount: MoneyText.nullable(),
  signedOn: Day.nullable(),
  content: note,
  contact: line,
  useCase: UseCase.nullable(),
  owner: line,
  note,
  contract: attachments,
  acceptance: attachments,
  invoice: attachments,
})
export type Reference = z.infer<typeof Reference>

/** 文本块: its text in the notation of text-body.ts. `reviewOn`: the day by which its owner reads it again. */
export const TextBlock = z.object({
  kind: z.literal('text'),
  name,
  topic: TextTopic,
  useCase: UseCase.nullable(),
  body: z.string().trim().min(1).max(100_000).refine(isBodyReadable, 'a field that does not exist, or a table whose rows differ in length'),
  owner: line,
  reviewOn: Day.nullable(),
  note,
})
export type TextBlock = z.infer<typeof TextBlock>

export const LibraryData = z.discriminatedUnion('kind', [Certificate, Person, Reference, TextBlock])
export type LibraryData = z.infer<typeof LibraryData>
export type LibraryKind = LibraryData['kind']
export const libraryKinds = ['certificate', 'person', 'reference', 'text'] as const satisfies readonly LibraryKind[]

export const LibraryItem = z.object({ id: z.string(), version: z.int(), createdAt: Instant, updatedAt: Instant, isSample: z.boolean(), data: LibraryData })
export type LibraryItem = z.infer<typeof LibraryItem>

/** An item narrowed to one kind. */
export type ItemOf<Kind extends LibraryKind> = Omit<LibraryItem, 'data'> & { data: Extract<LibraryData, { kind: Kind }> }

export const isOf = <Kind extends LibraryKind>(item: LibraryItem, kind: Kind): item is LibraryItem & ItemOf<Kind> => item.data.kind === kind

/** Every file an item holds, in the order it prints them. */
export const attachmentsOf = (data: LibraryData): Attachment[] => {
  if (data.kind === 'text') return []
  return data.kind === 'reference' ? [...data.contract, ...data.acceptance, ...data.invoice] : data.attachments
}
