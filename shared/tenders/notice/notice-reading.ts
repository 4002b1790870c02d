import { z } from 'zod'
import { Evidence, NoticeType } from '#shared/tenders/tender.ts'

/** Yuan as exact decimal text with two places. */
const Yuan = z.string().regex(/^\d{1,16}\.\d{2}$/)
/** A moment in Beijing time with seconds, or only the day where the notice names no hour. */
const BeijingTime = z.union([z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+08:00$/), z.iso.date()])

export const NoticeLot = z.object({ no: z.string(), name: z.string().nullable(), budgetYuan: Yuan.nullable(), ceilingYuan: Yuan.nullable() })
export type NoticeLot = z.infer<typeof NoticeLot>

export const NoticeAward = z.object({ supplier: z.string(), amountYuan: Yuan.nullable() })
export type NoticeAward = z.infer<typeof NoticeAward>

/** What a Chinese procurement notice says. Unknown is null; every stated field has its place in the text. */
export const NoticeReading = z.object({
  noticeType: NoticeType,
  projectNo: z.string().nullable(),
  /** The notice's heading. */
  title: z.string().nullable(),
  /** The project's own name, where the body states it. */
  projectName: z.string().nullable(),
  buyer: z.string().nullable(),
  agency: z.string().nullable(),
  method: z.string().nullable(),
  budgetYuan: Yuan.nullable(),
  ceilingYuan: Yuan.nullable(),
  bidDeadline: BeijingTime.nullable(),
  openingTime: BeijingTime.nullable(),
  publishedAt: BeijingTime.nullable(),
  lots: z.array(NoticeLot),
  awards: z.array(NoticeAward),
  evidence: z.record(z.string(), Evidence),
  confidence: z.record(z.string(), z.number().min(0).max(1)),
})
export type NoticeReading = z.infer<typeof NoticeReading>
