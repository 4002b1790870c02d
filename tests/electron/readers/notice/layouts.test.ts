import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { isMarkup, pageText } from '#core/readers/notice/page-text.ts'
import { extractNotice } from '#shared/tenders/notice/extract-notice.ts'

/**
 * Invented notices in the layouts of many portals: "@@name | what the text says" and then the text. A field that is left out is not judged;
 * null says that the text is silent. `lots` counts lots (one lot may also go unmentioned), `lotSums` lists "no:budget:ceiling".
 */
const folder = fileURLToPath(new URL('../../../fixtures/notice-layouts/', import.meta.url))

const words = z.string().nullable().optional()
const Said = z.strictObject({
  noticeType: z.string(),
  projectNo: words,
  title: words,
  buyer: words,
  agency: words,
  method: words,
  budgetYuan: words,
  ceilingYuan: words,
  bidDeadline: words,
  openingTime: words,
  publishedAt: words,
  lots: z.int().optional(),
  lotSums: z.string().optional(),
  awards: z.array(z.tuple([z.string(), z.string().nullable()])).optional(),
})
type Said = z.infer<typeof Said>

const notices = readdirSync(folder).flatMap((file) =>
  readFileSync(`${folder}${file}`, 'utf8')
    .split(/^@@/m)
    .slice(1)
    .map((block) => {
      const end = block.indexOf('\n')
      const [name = '', ...said] = block.slice(0, end).split('|')
      return { name: name.trim(), said: Said.parse(JSON.parse(said.join('|'))), text: block.slice(end + 1) }
    }),
)

const yuan = (sum: string | null): string | null => (sum === null ? null : String(Number(sum)))
const folded = (value: string | null): string | null => value?.normalize('NFKC').replace(/\s/g, '') ?? null
const short = (value: string | null, said: string | null | undefined): string | null => (value !== null && typeof said === 'string' ? value.slice(0, said.length) : value)

/** The reading in the shape of what is said about it. */
function heard(text: string, said: Said): Partial<Said> {
  const reading = extractNotice(isMarkup(text) ? pageText(text) : text)
  const count = reading.lots.length
  const isNamed = folded(reading.title) === folded(said.title ?? null)
  const all: Said = {
    noticeType: reading.noticeType,
    projectNo: reading.projectNo?.normalize('NFKC') ?? null,
    title: folded(isNamed ? reading.title : reading.projectName),
    buyer: folded(reading.buyer),
    agency: folded(reading.agency),
    method: folded(reading.method),
    budgetYuan: yuan(reading.budgetYuan),
    ceilingYuan: yuan(reading.ceilingYuan),
    bidDeadline: short(reading.bidDeadline, said.bidDeadline),
    openingTime: short(reading.openingTime, said.openingTime),
    publishedAt: short(reading.publishedAt, said.publishedAt),
    lots: count < 2 && said.lots !== undefined && said.lots < 2 ? said.lots : count,
    lotSums: reading.lots.map((lot) => `${lot.no}:${yuan(lot.budgetYuan) ?? ''}:${yuan(lot.ceilingYuan) ?? ''}`).join(' '),
    awards: reading.awards.map(({ supplier, amountYuan }) => [folded(supplier) ?? '', yuan(amountYuan)]),
  }
  return Object.fromEntries(Object.entries(all).filter(([field]) => field in said))
}

const told = (said: Said): Partial<Said> => ({
  ...said,
  ...Object.fromEntries((['projectNo', 'title', 'buyer', 'agency', 'method'] as const).filter((field) => field in said).map((field) => [field, folded(said[field] ?? null)])),
  ...(said.awards ? { awards: said.awards.map(([supplier, sum]) => [folded(supplier) ?? '', yuan(sum)]) } : {}),
})

describe('notices in layouts of many portals', () => {
  it.each(notices)('$name', ({ text, said }) => {
    expect(heard(text, said)).toEqual(told(said))
  })

  it('are many', () => expect(notices.length).toBeGreaterThan(60))
})
