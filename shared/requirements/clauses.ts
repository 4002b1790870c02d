import type { RequirementMark } from '#shared/requirements/requirement.ts'

/** One paragraph or table row of a tender document, with the lines it was broken into joined again. */
export type Clause = {
  /** As printed, without the mark: "3.2.1", "（二）"; null where there is none. */
  no: string | null
  /** Depth of the numbering: 0 for chapters (第一章), 1 for 一、 … 7 for ①; 9 without a number. */
  level: number
  mark: RequirementMark
  /** The words behind number and mark. */
  words: string
  /** More than one cell: a row of a table. Empty cells keep their place. */
  cells: readonly string[]
  start: number
  end: number
}

const numberings: [number, RegExp][] = [
  [0, /^第\s?[一二三四五六七八九十\d]{1,3}\s?(?:章|部分|卷|册|篇)[、.．\s]?/],
  [1, /^(?:第[一二三四五六七八九十]{1,3}节|[一二三四五六七八九十]{1,3}[、.．])\s?/],
  [2, /^[（(][一二三四五六七八九十]{1,3}[）)][、.．]?\s?/],
  [3, /^\d{1,2}(?:[、．]|[.](?!\d)|\s(?=[\u4e00-\u9fff★▲△“《]))\s?/],
  [4, /^\d{1,2}[.．]\d{1,2}(?![\d.．]?\d)[、.．]?\s?(?![\d%]|元|万|分|倍|天|年|个)/],
  [5, /^\d{1,2}(?:[.．]\d{1,2}){2,5}[、.．]?\s?/],
  [6, /^(?:[（(]\d{1,2}[）)]|\d{1,2}[）)])[、.．]?\s?/],
  [7, /^(?:[①-⑳]|[a-zA-Z][.、）)])\s?/],
]
export const unnumbered = 9

const star = /^\s?(?:[（([【]\s?★\s?[）)\]】]|★|⭐|✭|☆|[*＊※](?=\d|[（(]|[\u4e00-\u9fff★]))\s?/
const triangle = /^\s?(?:[（([【]\s?[▲△]\s?[）)\]】]|▲|△|#(?=\d|[（(]|[\u4e00-\u9fff])|＃)\s?/

const takeMark = (words: string): { mark: RequirementMark; rest: string } => {
  const starred = star.exec(words)
  if (starred) return { mark: 'star', rest: words.slice(starred[0].length) }
  const weighed = triangle.exec(words)
  return weighed ? { mark: 'triangle', rest: words.slice(weighed[0].length) } : { mark: 'none', rest: words }
}

/** Number and mark may stand in either order: "★3.1 …", "3.1 ★…". */
const readHead = (line: string): Pick<Clause, 'no' | 'level' | 'mark' | 'words'> => {
  const first = takeMark(line)
  const numbering = numberings.map(([level, pattern]) => ({ level, match: pattern.exec(first.rest) })).find(({ match }) => match !== null)
  const no = numbering?.match?.[0] ?? ''
  const second = takeMark(first.rest.slice(no.length))
  const tail = /\s?(★|▲|△)$/.exec(second.rest)
  const ending: RequirementMark = tail === null ? 'none' : tail[1] === '★' ? 'star' : 'triangle'
  const mark = [first.mark, second.mark, ending].find((each) => each !== 'none') ?? 'none'
  return { no: no === '' ? null : no.replace(/[\s、.．]+$/, ''), level: numbering?.level ?? unnumbered, mark, words: (tail ? second.rest.slice(0, tail.index) : second.rest).trim() }
}

const isWide = (char: string | undefined): boolean => char !== undefined && /[\u3000-\u9fff\uff00-\uffef“”‘’…—]/.test(char)

const joined = (before: string, after: string): string => (isWide(before.at(-1)) || isWide(after[0]) ? before + after : `${before} ${after}`)

/** A line this long without a full stop was broken by the page's width. */
const brokenFrom = 20
const ended = /[。；;：:！？]$|[。；]["”）)]$/

type Line = { words: string; start: number; end: number }

const linesOf = (text: string): Line[] => {
  const lines: Line[] = []
  for (let at = 0; at < text.length; ) {
    const next = text.indexOf('\n', at)
    const end = next < 0 ? text.length : next
    const raw = text.slice(at, end)
    const words = raw.trim()
    if (words !== '') lines.push({ words, start: at + raw.indexOf(words[0] ?? ''), end: at + raw.trimEnd().length })
    at = end + 1
  }
  return lines
}

/** Space set between single Chinese characters to widen a heading ("评 定 内 容"), and the invisible filler of empty cells. */
const tidy = (words: string): string => words.replace(/\u2060/g, '').replace(/(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff](?:\s|$|[（(：:]))/g, '').replace(/[ \u00a0\u3000]+/g, ' ').trim()

const rowOf = (line: Line): Clause => {
  const raw = line.words.split('\t').map(tidy)
  const marked = raw.map(takeMark)
  const mark = marked.map((cell) => cell.mark).find((each) => each !== 'none') ?? readHead(raw[0] ?? '').mark
  const cells = marked.map((cell) => cell.rest)
  const [first = ''] = cells
  const isNumber = /^[（(]?(?:\d{1,3}(?:[.．]\d{1,3}){0,5}|[一二三四五六七八九十]{1,3})[）)]?[、.．]?$/.test(first)
  return { no: isNumber ? first.replace(/[、.．]$/, '') : null, level: unnumbered, mark, words: cells.slice(isNumber ? 1 : 0).filter((cell) => cell !== '').join(' '), cells, start: line.start, end: line.end }
}

/** The paragraphs and rows of a text, in order. Linear in the text. */
export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = []
  let previous: Line | null = null
  for (const line of linesOf(text)) {
    const open = clauses.at(-1)
    if (line.words.includes('\t')) {
      clauses.push(rowOf(line))
      previous = null
      continue
    }
    const head = readHead(tidy(line.words))
    const isContinued = open !== undefined && previous !== null && head.level === unnumbered && head.mark === 'none' && (previous.words.length >= brokenFrom || /[，、,]$/.test(previous.words)) && !ended.test(previous.words)
    if (isContinued) {
      open.words = joined(open.words, head.words)
      open.end = line.end
    } else clauses.push({ ...head, cells: [], start: line.start, end: line.end })
    previous = line
  }
  return clauses
}
