import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { readNoticeFile } from '#core/readers/notice/read-notice.ts'
import type { NoticeReading } from '#shared/tenders/notice/notice-reading.ts'

/** Real notices labelled by reading. They stay outside the repository: licences, and names of people. */
const shared = new URL('../../../../../shared/', import.meta.url)
const goldFile = new URL('domain/vectors/notices-gold.json', shared)
const isHere = existsSync(goldFile) && existsSync(new URL('data/cn_notices', shared))
if (!isHere) console.warn('skipped: the labelled notices are not beside this repository')

const Entry = z.looseObject({ file: z.string() })
const gold = isHere ? z.array(Entry).parse(JSON.parse(readFileSync(goldFile, 'utf8'))) : []

const fields = ['noticeType', 'projectNo', 'title', 'buyer', 'agency', 'method', 'budgetYuan', 'ceilingYuan', 'bidDeadline', 'openingTime', 'publishedAt', 'lots', 'awards'] as const
type Field = (typeof fields)[number]
const targets: Partial<Record<Field, number>> = { noticeType: 0.92, projectNo: 0.92, buyer: 0.92, bidDeadline: 0.92 }

const folded = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')
const money = (text: unknown): string | null => (typeof text === 'string' ? Number(text).toFixed(2) : null)
const Awards = z.array(z.object({ supplier: z.string(), amountYuan: z.string().nullable() }))
const awardList = (value: unknown): string => Awards.parse(value).map((award) => `${folded(award.supplier)} ${money(award.amountYuan)}`).toSorted().join('; ')

/** One spelling for a value of the gold and of a reading. */
const spelled = (field: Field, value: unknown): string => {
  if (field === 'lots') return Array.isArray(value) ? String(value.length) : typeof value === 'number' ? String(value) : '0'
  if (field === 'awards') return awardList(value)
  if (typeof value !== 'string') return '-'
  if (field === 'budgetYuan' || field === 'ceilingYuan') return money(value) ?? '-'
  if (field === 'publishedAt') return value.slice(0, 10)
  if (field === 'bidDeadline' || field === 'openingTime') return value.slice(0, 16)
  return folded(value)
}

const accepted = (entry: z.infer<typeof Entry>, field: Field): string[] => {
  const alternatives = entry[`${field}_alt`]
  return [entry[field], ...(Array.isArray(alternatives) ? alternatives : [])].map((value) => spelled(field, value))
}

const isRight = (entry: z.infer<typeof Entry>, reading: NoticeReading, field: Field): boolean => accepted(entry, field).includes(spelled(field, reading[field]))

describe.skipIf(!isHere)('real notices labelled by reading', () => {
  it('are read well enough in every field, and every evidence stands in the text', async () => {
    const right = new Map<Field, number>()
    const misses: string[] = []
    for (const entry of gold) {
      const read = await readNoticeFile(fileURLToPath(new URL(`data/${entry.file}`, shared)))
      if (!read.ok) throw new Error(`${entry.file}: ${read.issue.message}`)
      for (const { text, start, end } of Object.values(read.reading.evidence)) expect(text).toBe(read.text.slice(start, end))
      for (const field of fields) {
        if (isRight(entry, read.reading, field)) right.set(field, (right.get(field) ?? 0) + 1)
        else misses.push(`${entry.file.split('/').at(-1)} ${field}: ${spelled(field, read.reading[field])} instead of ${accepted(entry, field).join(' | ')}`)
      }
    }
    console.table(fields.map((field) => ({ field, right: right.get(field) ?? 0, of: gold.length, target: targets[field] ?? 0.9 })))
    if (misses.length > 0) console.warn(misses.join('\n'))
    const failing = fields.filter((field) => (right.get(field) ?? 0) / gold.length < (targets[field] ?? 0.9))
    expect(failing).toEqual([])
  })
})
