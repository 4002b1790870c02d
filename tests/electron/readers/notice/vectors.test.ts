import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readNoticeFile } from '#core/readers/notice/read-notice.ts'
import { NoticeReading } from '#shared/tenders/notice/notice-reading.ts'

const folder = new URL('../../../fixtures/notices/', import.meta.url)
const Organisation = z.object({ name: z.string() }).nullable().optional()
const Amount = z.string().nullable().optional()
const Expected = z.object({
  file: z.string(),
  notice_type: z.string(),
  title: z.string(),
  project_no: z.string(),
  buyer: Organisation,
  agency: Organisation,
  procurement_method: z.string().optional(),
  budget_yuan: Amount,
  ceiling_yuan: Amount,
  bid_deadline: z.string().optional(),
  opening_time: z.string().optional(),
  publish_time: z.string().optional(),
  packages: z.array(z.object({ no: z.string(), name: z.string().optional(), budget_yuan: Amount, ceiling_yuan: Amount })).optional(),
  awards: z.array(z.object({ supplier: z.string(), amount_yuan: z.string() })).optional(),
  candidates: z.array(z.object({ supplier: z.string(), amount_yuan: z.string() })).optional(),
  changes: z.array(z.object({ field: z.string(), new: z.string() })).optional(),
})

const vectors = readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => Expected.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))))

/** The vector's fields in the shape of a reading; a field the vector leaves out is unknown. */
const inOurShape = (vector: z.infer<typeof Expected>) => {
  const changed = (field: string) => vector.changes?.find((change) => change.field === field)?.new
  return {
    noticeType: vector.notice_type,
    projectNo: vector.project_no,
    title: vector.title,
    buyer: vector.buyer?.name ?? null,
    agency: vector.agency?.name ?? null,
    budgetYuan: vector.budget_yuan ?? null,
    ceilingYuan: changed('ceiling_yuan') ?? vector.ceiling_yuan ?? null,
    bidDeadline: changed('bid_deadline') ?? vector.bid_deadline ?? null,
    openingTime: changed('opening_time') ?? vector.opening_time ?? null,
    publishedAt: vector.publish_time ?? null,
    awards: (vector.awards ?? vector.candidates ?? []).map(({ supplier, amount_yuan }) => ({ supplier, amountYuan: amount_yuan })),
    ...(vector.procurement_method ? { method: vector.procurement_method } : {}),
    ...(vector.packages ? { lots: vector.packages.map(({ no, name, budget_yuan, ceiling_yuan }) => ({ no, name: name ?? null, budgetYuan: budget_yuan ?? null, ceilingYuan: ceiling_yuan ?? null })) } : {}),
  }
}

describe('the synthetic notices', () => {
  it.each(vectors.map((vector) => [vector.file, vector] as const))('%s is read field for field', async (file, vector) => {
    const read = await readNoticeFile(fileURLToPath(new URL(file, folder)))
    if (!read.ok) throw new Error(read.issue.message)
    expect(read.reading).toMatchObject(inOurShape(vector))
    expect(NoticeReading.parse(read.reading)).toEqual(read.reading)
    for (const { text, start, end } of Object.values(read.reading.evidence)) expect(text).toBe(read.text.slice(start, end))
  })
})
