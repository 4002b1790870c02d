import { momentsIn } from '#shared/tenders/notice/moments.ts'
import type { NoticeText, Span } from '#shared/tenders/notice/notice-text.ts'

/** One change a correction states: what stood before, what holds now. */
export type Change = { old: Span; new: Span }

const becomes = /(?:现)?(?:统一)?(?:更正|变更|修改|调整|修正|更改|改|延期|推迟|顺延|延长)(?:为|至|到|成)|更正后(?:内容|信息)?\s?:|变更后(?:内容|信息)?\s?:|现内容\s?:|(?<=[\n\t。;,])现(?:更正)?(?:内容)?为?\s?:/g
const clauseEnd = /[。;]|\n(?=\s?(?:\d{1,2}[.、]|[一二三四五六七八九十]{1,2}、|\())|(?:其[他它]内容)/g

const clauseAfter = (text: NoticeText, at: number): number => {
  clauseEnd.lastIndex = at
  const end = clauseEnd.exec(text.plain.slice(0, at + 600))
  return Math.min(text.plain.length, end?.index ?? at + 600)
}

const clauseBefore = (text: NoticeText, at: number, floor: number): number => {
  const from = Math.max(floor, at - 600)
  const slice = text.plain.slice(from, at)
  let start = 0
  for (const match of slice.matchAll(clauseEnd)) start = match.index + match[0].length
  return from + start
}

const inSentences = (text: NoticeText): Change[] => {
  const changes: Change[] = []
  let floor = 0
  for (const match of text.plain.matchAll(becomes)) {
    const newStart = match.index + match[0].length
    const newEnd = clauseAfter(text, newStart)
    changes.push({ old: { start: clauseBefore(text, match.index, floor), end: match.index }, new: { start: newStart, end: newEnd } })
    floor = newEnd
  }
  return changes
}

/** Rows of a table "item | before | after": the cell before and the cell after. */
const inTables = (text: NoticeText): Change[] => {
  const header = /(?:更正|变更|修改|原)(?:前|公告)?(?:的)?(?:内容|信息)?\t(?:更正|变更|修改|现)(?:后|为)?(?:的)?(?:内容|信息)?(?=[\n\t])/.exec(text.plain)
  if (!header) return []
  const changes: Change[] = []
  let at = text.plain.indexOf('\n', header.index) + 1
  while (at > 0 && at < text.plain.length) {
    const end = text.plain.indexOf('\n', at) < 0 ? text.plain.length : text.plain.indexOf('\n', at)
    const line = text.plain.slice(at, end)
    const last = line.lastIndexOf('\t')
    if (last < 0) break
    changes.push({ old: { start: at, end: at + last }, new: { start: at + last + 1, end } })
    at = end + 1
  }
  return changes
}

/** What a correction notice changes, in the order of the text. */
export const changesIn = (text: NoticeText): Change[] => {
  const tables = inTables(text)
  return (tables.length > 0 ? tables : inSentences(text).filter((change) => change.new.end > change.new.start)).slice(0, 300)
}

export const changeAt = (changes: readonly Change[], at: number): Change | null => changes.find((change) => at >= change.old.start && at < change.old.end) ?? null

/** The time that holds now for something named in the old part of a change. */
export const newMoment = (text: NoticeText, change: Change) => momentsIn(text, change.new)[0] ?? null
