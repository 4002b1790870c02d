/** Blanks that part nothing: inside words set wide, in lines a PDF spread out, and breaks a page's width put into the middle of a value. */

import { kindOfLabel } from '#shared/tenders/notice/labels.ts'

const isBlankCode = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13 || code === 0xa0 || code === 0x3000

const spacedLabel =
  /(?:招[ \t\u00a0\u3000]+标[ \t\u00a0\u3000]+人|采[ \t\u00a0\u3000]+购[ \t\u00a0\u3000]+人|联[ \t\u00a0\u3000]+系[ \t\u00a0\u3000]+人|代[ \u3000]+理[ \u3000]+机[ \u3000]+构|名[ \t\u00a0\u3000]+称|地[ \t\u00a0\u3000]+址|电[ \t\u00a0\u3000]+话|传[ \t\u00a0\u3000]+真|邮[ \t\u00a0\u3000]+编|日[ \t\u00a0\u3000]+期|时[ \u00a0\u3000]+间|[甲乙][ \u00a0\u3000]+方)(?=[ \t\u00a0\u3000]{0,20}[:：])/g

const digit = '[\\d０-９]'
const lineBreak = '[ \\t\\u3000]{0,9}(?:\\r?\\n[ \\t\\u3000]{0,9}){1,2}'

/** Breaks inside a company's ending, an amount, a date or a number: nothing else can stand there. */
const brokenValue = new RegExp(
  [
    '(?<=有限|有限责任|股份)[ \\t\\u3000]{0,9}\\r?\\n[ \\t\\u3000]{0,9}(?=(?:有限)?公司)',
    '(?<=(?:有限|分|总|子)公)[ \\t\\u3000]{0,9}\\r?\\n[ \\t\\u3000]{0,9}(?=司)',
    '(?<=有限责)[ \\t\\u3000]{0,9}\\r?\\n[ \\t\\u3000]{0,9}(?=任公司)',
    '(?<=\\d ?[万亿])[ \\t\\u3000]{0,9}\\r?\\n[ \\t\\u3000]{0,9}(?=元)',
    '(?<=\\d\\.|\\d,)\\r?\\n(?=\\d{2,3}(?:[,.]|万|元| ?万元| ?元))',
    '(?<=有)[ \\t\\u3000]{0,9}\\r?\\n[ \\t\\u3000]{0,9}(?=限(?:责任)?公司)',
    '(?<=20\\d\\d ?年 ?\\d{1,2})[ \\t\\u3000]{0,9}\\r?\\n[ \\t\\u3000]{0,9}(?=月 ?\\d{1,2} ?日)',
    '(?<=20\\d\\d ?年 ?\\d{1,2} ?月 ?\\d{1,2})[ \\t\\u3000]{0,9}\\r?\\n[ \\t\\u3000]{0,9}(?=日)',
    '(?<=\\d ?[时点:：])[ \\t\\u3000]{0,9}\\r?\\n[ \\t\\u3000]{0,9}(?=[0-5]\\d(?!\\d))',
    '(?<=20\\d\\d ?年)[ \\t\\u3000]{0,9}\\r?\\n[ \\t\\u3000]{0,9}(?=\\d{1,2} ?月)',
    '(?<=年 ?\\d{1,2} ?月)[ \\t\\u3000]{0,9}\\r?\\n[ \\t\\u3000]{0,9}(?=\\d{1,2} ?日)',
    `(?<=[2２][0０]${digit}{2})${lineBreak}(?=年)`,
    `(?<=[年月日时点]${lineBreak}${digit}{1,2})${lineBreak}(?=[月日时点分])`,
    `(?<=${digit}${lineBreak}[年月日时点])${lineBreak}(?=${digit}{1,2}[\\s\\u3000]{0,9}[月日时点分])`,
    '(?<=[A-Za-z0-9]-)\\r?\\n(?=[A-Za-z0-9])',
    '(?<=[A-Z0-9])\\r?\\n(?=-[A-Z0-9])',
  ].join('|'),
  'g',
)

const addBlanks = (offsets: Set<number>, source: string, start: number, end: number): void => {
  for (let i = start; i < end; i++) if (isBlankCode(source.charCodeAt(i))) offsets.add(i)
}

/** A line of single characters with single blanks between: "招 标 编 号 ： J T 2 0 2 6". */
const isSpreadOut = (line: string): boolean => {
  if (line.length < 24 || line.includes('\t') || / {2}/.test(line)) return false
  let blanks = 0
  for (let i = 1; i < line.length; i += 1) if (line[i] === ' ') blanks++
  return blanks > (line.length - blanks) * 0.6
}

const widthOf = (line: string): number => {
  let width = 0
  for (let i = 0; i < line.length; i++) width += line.charCodeAt(i) > 0x2000 ? 2 : 1
  return width
}

type Line = { start: number; end: number; width: number }

const linesOf = (source: string): Line[] => {
  const lines: Line[] = []
  for (let start = 0; start <= source.length; ) {
    const next = source.indexOf('\n', start)
    const end = next < 0 ? source.length : next
    const isBounded = end - start <= 200
    lines.push({ start, end, width: isBounded ? widthOf(source.slice(start, end).trimEnd()) : Number.POSITIVE_INFINITY })
    start = end + 1
  }
  return lines
}

/** Display widths (a Chinese character is two) a page of running text may be set to. */
const narrowest = 40
const widest = 130
const startsAnew = /^\s*(?:[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}(?:\.\d{1,2})*(?:[、.．\s]|(?=[\u4e00-\u9fff]))|[（(][一二三四五六七八九十\d]{1,2}[）)]|第[一二三四五六七八九十\d]+[章包]|[★▲●]|[^：:，。\n]{2,16}[：:]|附件|注)/
const isComplete = /[。；;：:！？]\s*$|\t|\|/

/** Text copied from a page of fixed width: many lines reach the same width and none goes past it. Those lines go on in the next. */
const wrapped = (source: string, lines: readonly Line[]): Line[] => {
  const most = Math.max(...lines.slice(0, 5000).map(({ width }) => width))
  if (most < narrowest || most > widest || lines.length > 5000) return []
  const full = lines.filter(({ width }) => width >= most - 3)
  if (full.length < 5 || full.length < lines.filter(({ width }) => width > 10).length * 0.2) return []
  const isExact = full.filter(({ width }) => width >= most - 1).length >= full.length * 0.9
  return full.filter(({ start, end, width }) => {
    if (end >= source.length || isComplete.test(source.slice(start, end))) return false
    // Where every long line is cut at the very same width, what follows goes on whatever it looks like.
    return (isExact && width >= most - 1) || !startsAnew.test(source.slice(end + 1, end + 60))
  })
}

/** A label a line's end broke in two: "最高投标限⏎价：". Not where the second half is a label of its own. */
const brokenLabels = (source: string, lines: readonly Line[]): Line[] =>
  lines.filter(({ end }) => {
    const rest = /^[ \u3000]{0,9}([\u4e00-\u9fff]{1,8})\s?[：:]/.exec(source.slice(end + 1, end + 30))?.[1]
    const first = source.slice(Math.max(0, end - 12), end).trimEnd()
    if (rest === undefined || kindOfLabel(rest) !== undefined || !/[\u4e00-\u9fff]$/.test(first)) return false
    return [3, 4, 5, 6, 7, 8, 9, 10, 2, 1].some((length) => length <= first.length && length + rest.length >= 4 && kindOfLabel(first.slice(-length) + rest) !== undefined)
  })

/** Offsets of all blanks of a source that part nothing. Linear in the text. */
export const strayBlanks = (source: string): Set<number> => {
  const offsets = new Set<number>()
  for (const match of source.matchAll(spacedLabel)) if (match[0].length <= 60) addBlanks(offsets, source, match.index, match.index + match[0].length)
  for (const match of source.matchAll(brokenValue)) addBlanks(offsets, source, match.index, match.index + match[0].length)
  const lines = linesOf(source)
  for (const { start, end } of lines) if (isSpreadOut(source.slice(start, Math.min(end, start + 2000)).trim())) addBlanks(offsets, source, start, end)
  for (const { start, end } of [...wrapped(source, lines), ...brokenLabels(source, lines)]) addBlanks(offsets, source, start + source.slice(start, end).trimEnd().length, end + 1)
  return offsets
}
