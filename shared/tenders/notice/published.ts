import { before, best, type Finding } from '#shared/tenders/notice/finding.ts'
import { frontMatter } from '#shared/tenders/notice/identity.ts'
import { hitsOf, type NoticeScan } from '#shared/tenders/notice/label-scan.ts'
import { type Moment, momentsIn } from '#shared/tenders/notice/moments.ts'
import type { Span } from '#shared/tenders/notice/notice-text.ts'
import { momentOf } from '#shared/tenders/notice/time-fields.ts'

const midnight = /T00:00:00\+08:00$/
const dayOnly = (moment: Moment): Moment => (midnight.test(moment.at) ? { ...moment, at: moment.at.slice(0, 10) } : moment)

const publishedFinding = (moment: Moment | undefined, from: number, rank: number, confidence: number): Finding<string>[] =>
  moment ? [{ value: dayOnly(moment).at, span: { start: Math.min(from, moment.span.start), end: moment.span.end }, rank, confidence }] : []

/** The date under the signature at the end, or alone on a line under the heading. */
const signed = (scan: NoticeScan, title: Span | null): Finding<string>[] => {
  const { plain } = scan.text
  const findings: Finding<string>[] = []
  for (const moment of momentsIn(scan.text, { start: 0, end: plain.length })) {
    const lead = before(scan.text, moment.span.start, 12)
    const isLast = moment.span.end > plain.length - 3
    if (lead === '' && !isLast && /:\s?$|\t\s?$/.test(plain.slice(Math.max(0, moment.span.start - 3), moment.span.start))) continue
    const rest = plain.slice(moment.span.end, moment.span.end + 30)
    const isAlone = /^\s*(?:来源|发布|\(|[|\n\t]|$|浏览|阅读|作者|附件|一、|八、|九、|\[)/.test(rest)
    const isSigned = /^$|(?:司|局|院|心|学|处|会|室|队|部|府|站|所|馆|厂|校|行)\s?$|(?:^|[^\u4e00-\u9fff]|司|局|院|心|部)日期:\s?$/.test(lead)
    const afterTitle = title !== null && moment.span.start >= title.end ? moment.span.start - title.end : Number.POSITIVE_INFINITY
    // On a page flattened to one line the date stands right behind the heading.
    const isUnderTitle = afterTitle < 2 || (afterTitle < 40 && lead === '')
    if (!isAlone || !(isSigned || isUnderTitle)) continue
    // Nobody signs with the hour; a moment alone on its line is when bids are due or opened.
    if (moment.hasTime && !isUnderTitle) continue
    if (isUnderTitle) findings.push(...publishedFinding(moment, moment.span.start, 6, 0.85))
    else if (moment.span.start > plain.length * 0.35) findings.push(...publishedFinding(moment, moment.span.start, 4 + moment.span.start / plain.length, 0.75))
  }
  return findings
}

const inAddress = (scan: NoticeScan): Finding<string>[] => {
  const match = /(?:URL|url|网址|来源): ?https?:\/\/[^\s]{0,200}?[/t_](20\d\d)[-/]?(0[1-9]|1[0-2])(?:[-/]\d{2}\/t20\d{6}|\/t20\d{6})?[-/]?(0[1-9]|[12]\d|3[01])?/.exec(scan.text.plain.slice(0, 1500))
  const day = match && /(20\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?=[_/.]|\d{6,}|$)/.exec(match.input.slice(match.index, match.index + 320).split('\n')[0] ?? '')
  if (!match || !day) return []
  const start = match.index + day.index
  return [{ value: `${day[1]}-${day[2]}-${day[3]}`, span: { start, end: start + day[0].length }, rank: 1, confidence: 0.4 }]
}

/** When the notice was published: a day, or a moment where it gives the hour. */
export const findPublished = (scan: NoticeScan, title: Span | null): Finding<string> | null => {
  const front = frontMatter(scan, '(?:PUBLISHED|DATE)')
  return best([
    ...(front ? publishedFinding(momentsIn(scan.text, front)[0], front.start, 9, 0.95) : []),
    ...hitsOf(scan, 'published').filter((hit) => hit.separator !== 'none').flatMap((hit) => publishedFinding(momentOf(scan, hit, 'first') ?? undefined, hit.start, 8, 0.95)),
    ...hitsOf(scan, 'noticeStart').filter((hit) => hit.separator !== 'none').flatMap((hit) => publishedFinding(momentOf(scan, hit, 'first') ?? undefined, hit.start, 7, 0.8)),
    ...signed(scan, title),
    ...inAddress(scan),
  ])
}
