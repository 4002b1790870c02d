import { kindOfLabel } from '#shared/tenders/notice/labels.ts'
import { strayBlanks } from '#shared/tenders/notice/stray-blanks.ts'
import type { Evidence } from '#shared/tenders/tender.ts'

/** A range of the normalised text, end exclusive. */
export type Span = { start: number; end: number }

/** Normalised text with the way back: `plain[i]` came from `source[origin[i]]`. Cells are parted by tabs, lines by line feeds. */
export type NoticeText = { source: string; plain: string; origin: Uint32Array }

const isSpace = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x3000 || (code >= 0x2000 && code <= 0x200f) || code === 0x202f || code === 0xfeff

const isBlank = (code: number): boolean => isSpace(code) || code === 0x7c || code === 0xff5c

const twins: Record<string, string> = { '釆': '采', '【': '[', '】': ']', '﹝': '〔', '﹞': '〕', '¥': '￥', '—': '-', '–': '-', '－': '-', '〜': '~', '∶': ':', '﹕': ':', '︰': ':' }

/** One character to one: full-width forms to ASCII, look-alikes to the usual character. */
const fold = (char: string, code: number): string => {
  if (code === 0xffe5) return '￥'
  if (code > 0xff00 && code < 0xff5f) return String.fromCharCode(code - 0xfee0)
  return twins[char] ?? char
}

type Run = { at: number; end: number; lines: number; tabs: number; bars: number; closesRow: boolean; /** The next line is a whole row between bars: "| 1 | 语音标注 | 360.00 |". */ opensRow: boolean }

const barredRow = /^[ \t\u3000]*[|｜](?:[^\n|｜]*[|｜]){2,}[ \t\r]*$/

const isRowAt = (source: string, at: number): boolean => {
  const end = source.indexOf('\n', at)
  return barredRow.test(source.slice(at, Math.min(end < 0 ? source.length : end, at + 2000)))
}

const readRun = (source: string, at: number): Run => {
  const run: Run = { at, end: at, lines: 0, tabs: 0, bars: 0, closesRow: false, opensRow: false }
  while (run.end < source.length && isBlank(source.charCodeAt(run.end))) {
    const char = source[run.end]
    if (char === '\n') {
      run.lines++
      run.closesRow = run.bars > 0
    } else if (char === '\t') run.tabs++
    else if (char === '|' || char === '｜') {
      run.bars++
      run.closesRow = false
    }
    run.end++
  }
  run.opensRow = run.bars > 0 && run.lines > 0 && isRowAt(source, source.lastIndexOf('\n', run.end - 1) + 1)
  return run
}

/** How many tabs part two cells hereabouts: the commonest run, the shorter one when in doubt. Longer runs part rows (pages flattened by a scraper). */
const cellTabs = (runs: Run[], index: number): number => {
  const counts = new Map<number, number>()
  for (let i = Math.max(0, index - 12); i < Math.min(runs.length, index + 13); i++) {
    const run = runs[i]
    if (run && run.lines === 0 && run.tabs > 0) counts.set(run.tabs, (counts.get(run.tabs) ?? 0) + 1)
  }
  const most = Math.max(...counts.values())
  return Math.min(...[...counts].filter(([, count]) => count >= most * 0.5).map(([tabs]) => tabs))
}

const separator = (runs: Run[], index: number): string => {
  const run = runs[index]
  if (!run) return ' '
  if (run.bars > 0) return run.closesRow || run.opensRow ? '\n' : '\t'
  if (run.lines > 0) return '\n'
  if (run.tabs > 0) return run.tabs > cellTabs(runs, index) ? '\n' : '\t'
  return run.end - run.at > 2 ? '\t' : ' '
}

const isChinese = (source: string, at: number): boolean => {
  const code = source.charCodeAt(at)
  return code >= 0x3400 && code <= 0x9fff
}

/** In a table flattened to one line, blanks after a label part it from its value, and those after the heading part it from the first label. */
const partsCells = (source: string, runs: readonly Run[], index: number): string | null => {
  const run = runs[index]
  const previous = runs[index - 1]
  const next = runs[index + 1]
  if (!run) return null
  const isOwnCell = previous === undefined || previous.end - previous.at > 2 || previous.lines + previous.tabs + previous.bars > 0
  const word = source.slice(previous?.end ?? 0, run.at)
  if (isOwnCell && word.length >= 3 && word.length <= 16 && kindOfLabel(word) !== undefined) return '\t'
  const following = source.slice(run.end, Math.min(next?.at ?? source.length, run.end + 17))
  // "…设备采购 项目编号：": behind a value the blank parts; "采购 代理机构：" is one label.
  if (word.length > 6 && kindOfLabel(/^[^:：]{3,16}(?=[:：])/.exec(following)?.[0] ?? '') !== undefined) return ' '
  return /(?:公告|公示)$/.test(word) && following.length <= 16 && kindOfLabel(following) !== undefined ? '\n' : null
}

/** Normalises a notice so that labels can be found, keeping the offset of every character. Linear in the text. */
export const normaliseNotice = (source: string): NoticeText => {
  const stray = strayBlanks(source)
  const runs: Run[] = []
  for (let i = 0; i < source.length; ) {
    if (!isBlank(source.charCodeAt(i)) || stray.has(i)) i++
    else {
      const run = readRun(source, i)
      runs.push(run)
      i = run.end
    }
  }
  const chars: string[] = []
  const origin = new Uint32Array(source.length)
  let next = 0
  for (let i = 0; i < source.length; ) {
    const run = runs[next]
    if (run?.at === i) {
      // A stray blank inside Chinese words parts nothing: "采购 代理机构".
      const isStray = run.lines + run.tabs + run.bars === 0 && run.end - run.at <= 2 && isChinese(source, i - 1) && isChinese(source, run.end)
      const mark = isStray ? partsCells(source, runs, next) : separator(runs, next)
      if (mark !== null) {
        origin[chars.length] = i
        chars.push(mark)
      }
      i = run.end
      next++
    } else {
      if (!stray.has(i)) {
        origin[chars.length] = i
        chars.push(fold(source[i] ?? '', source.charCodeAt(i)))
      }
      i++
    }
  }
  return { source, plain: chars.join(''), origin: origin.slice(0, chars.length) }
}

/** The span without blanks at its ends. */
export const trimSpan = (text: NoticeText, span: Span): Span => {
  let { start, end } = span
  while (start < end && /\s/.test(text.plain[start] ?? '')) start++
  while (end > start && /\s/.test(text.plain[end - 1] ?? '')) end--
  return { start, end }
}

/** The place in the source a span came from: `text` is exactly source.slice(start, end). */
export const evidenceOf = (text: NoticeText, span: Span): Evidence => {
  const { start, end } = trimSpan(text, span)
  const from = text.origin[start] ?? 0
  const to = end > start ? (text.origin[end - 1] ?? 0) + 1 : from
  return { text: text.source.slice(from, to), start: from, end: to }
}

/** A number without the blanks a page put into it, full-width letters and digits as ASCII; brackets and words stay as they are. */
export const asciiNumber = (words: string): string => words.replace(/\s+/g, '').replace(/[Ａ-Ｚａ-ｚ０-９－．／]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))

const cjk = '[\\u3400-\\u9fff\\u3000-\\u303f\\uff00-\\uff0f\\uff1a-\\uff20\\uff3b-\\uff40\\uff5b-\\uffef]'
const gap = new RegExp(`(?<=${cjk})\\s+(?=${cjk})`, 'g')

/** The words of a span as the source writes them, without line breaks and without gaps between Chinese characters. */
export const wordsOf = (text: NoticeText, span: Span): string => evidenceOf(text, span).text.replace(gap, '').replace(/\s+/g, ' ').trim()
