import type { Clause } from '#shared/requirements/clauses.ts'

/** `passes` marks a standard that is met or not (形式、资格、响应性评审) rather than one that earns points. */
export type ScoringItem = { factor: string; points: string | null; criteria: string; clauseNo: string | null; start: number; end: number; passes?: boolean }

const number = '(\\d{1,3}(?:\\.\\d{1,2})?)'
/** "项目总体理解（13 分）", "报价(0-30分)", "类似业绩（满分10分）": the name and the most it can earn. */
const named = new RegExp(`^([^（(。；;：:]{2,40}?)\\s?[（(]\\s?(?:满分|共计?|总分|总计|最高|分值|权重|计)?[：:]?\\s?(?:0?\\s?[-~—–至]\\s?)?${number}\\s?分?\\s?[）)]`)
/** "进度安排 10分", "现场演示，20分：…": the points bare behind the name. */
const bare = new RegExp(`^([^（(。；;：:，,\\d]{2,30}?)[\\s，,：:]{0,2}${number}\\s?分(?:[：:，,。；;]|$)`)
/** How the points are shared out, and what they add up to. */
const sums = /^(?:分值构成|分值分配|总分|合计|总计)/
const isCriterion = /[得扣加减计每优良差]|一般|不足|合格/

/** "业绩：…满分10分", "分值：5分" inside the criteria. */
const stated = new RegExp(`(?:满分(?:为)?|最高(?:得|可得|不超过|为)?|最多(?:得)?|共计?|合计|总分|分值)[：:]?\\s?${number}\\s?分`, 'g')
const cellPoints = new RegExp(`^(?:0\\s?[-~—–至]\\s?)?${number}\\s?分?$`)

const columns = {
  points: /^(?:分值|满分|分数|得分|权重|最高分|标准分|分值权重)(?:[（(].{0,8}[）)])?$/,
  criteria: /标准|细则|评分办法|评审办法|评分说明|评分依据|评分要求|评审要求|打分说明/,
  factor: /因素|评(?:分|审|价|标)(?:项目?|内容|指标|点|要素)|^(?:项目|内容|指标|评分项|分项)$/,
}

type Header = { width: number; factor: number; points: number; criteria: number; /** The heading of its first column. */ first: string; passes: boolean }

const headerOf = (cells: readonly string[]): Header | null => {
  const find = (pattern: RegExp) => cells.findLastIndex((cell) => pattern.test(cell) && cell.length <= 20)
  const points = find(columns.points)
  const criteria = find(columns.criteria)
  const factor = cells.findLastIndex((cell, i) => columns.factor.test(cell) && cell.length <= 20 && i !== criteria && i !== points)
  const isHeader = [points, criteria, factor].filter((column) => column >= 0).length >= 2
  const passes = points < 0 && cells[0] === '条款号' && /^(?:评审|审查)标准$/.test(cells[criteria] ?? '')
  return isHeader ? { width: cells.length, factor, points, criteria, first: cells[0] ?? '', passes } : null
}

const mostStated = (words: string): string | null => {
  const all = [...words.matchAll(stated)].map((match) => match[1] ?? '')
  return all.at(-1) ?? null
}

const pointsIn = (cell: string | undefined): string | null => cellPoints.exec(cell ?? '')?.[1] ?? named.exec(`项目${cell ?? ''}`)?.[2] ?? null

/** A row under a heading. Cells spanning several rows are missing on the left of the later ones. */
const itemOfRow = (row: Clause, header: Header, previous: ScoringItem | null): ScoringItem | null => {
  const missing = header.width - row.cells.length
  const at = (column: number) => (column < 0 ? '' : (row.cells[column - missing] ?? ''))
  const criteria = at(header.criteria)
  const heading = at(header.factor) || row.cells.slice(0, Math.max(0, header.criteria - missing)).findLast((cell) => cell !== '' && pointsIn(cell) === null && !/^\d+$/.test(cell)) || ''
  const inName = named.exec(heading)
  const factor = (inName?.[1] ?? heading) || previous?.factor || ''
  const words = criteria || row.words
  // "一 | 商务部分（20分）": a heading across the table, the sum of the rows below it.
  if ((criteria === '' || missing > 0) && named.exec(row.words)?.[0].length === row.words.length) return null
  if (factor === '' || words === '' || /^(?:合计|总分|总计|小计)/.test(factor)) return null
  const points = pointsIn(at(header.points)) ?? inName?.[2] ?? mostStated(words)
  return { factor: factor.slice(0, 300), points, criteria: words, clauseNo: row.no, start: row.start, end: row.end, passes: header.passes && points === null }
}

type Head = { factor: string; points: string; rest: string }

const headIn = (clause: Clause): Head | null => {
  const last = clause.cells.length > 1 ? clause.cells.at(-1) : undefined
  const words = clause.words
  const match = named.exec(words)
  if (match?.[1] && match[2] && match[0].includes('分') && !match[1].endsWith('得')) return { factor: match[1].trim(), points: match[2], rest: words.slice(match[0].length).replace(/^[：:]\s?/, '') }
  const plain = clause.no === null ? null : bare.exec(words)
  if (plain?.[1] && plain[2] && !isCriterion.test(plain[1])) return { factor: plain[1].trim(), points: plain[2], rest: words.slice(plain[0].length) }
  const points = (last !== undefined && last.endsWith('分') ? pointsIn(last) : null) ?? (clause.no === null ? null : mostStated(words))
  const factor = /^[^：:，,。；;（(]{2,40}/.exec(words)?.[0].trim()
  return points === null || factor === undefined || /得\s?\d/.test(factor) ? null : { factor, points, rest: words }
}

type Open = ScoringItem & { level: number; isBare: boolean }

const opening = (clause: Clause, factor: string, points: string | null, criteria: string): Open => ({ factor: factor.slice(0, 300), points, criteria, clauseNo: clause.no, start: clause.start, end: clause.end, level: clause.level, isBare: criteria === '' })

/** A numbered name without points: "1.供应商业绩：", whose criteria tell them. */
const bareName = ({ no, words, level }: Clause): string | null => (no !== null && level > 0 && /^[^。；;，,]{2,30}[：:]?$/.test(words) ? words.replace(/[：:]$/, '') : null)

/** A heading with points and nothing but finer factors below it is their sum. */
const isSumOf = (open: Open, level: number): boolean => open.isBare && (level > open.level || /(?:部分|评审|评分|因素|类)$/.test(open.factor))

/** Reads the scoring table or list of a document, clause by clause, into `found`. */
export function scoringReader(found: ScoringItem[]) {
  let header: Header | null = null
  let open: Open | null = null
  const close = () => {
    if (open === null) return
    const { level: _level, isBare: _isBare, ...item }: Open = open
    const points = item.points ?? mostStated(item.criteria)
    if (points !== null) found.push({ ...item, points, criteria: item.criteria || item.factor })
    open = null
  }
  const start = (next: Open) => {
    if (open !== null && !isSumOf(open, next.level)) close()
    open = next
  }
  const list = (clause: Clause) => {
    const head = sums.test(clause.words) ? null : headIn(clause)
    const isInner = open !== null && !open.isBare && clause.level > open.level
    if (head !== null && (!isInner || named.test(clause.words))) return start(opening(clause, head.factor, head.points, head.rest))
    const name = bareName(clause)
    if (name !== null && (open === null || isSumOf(open, clause.level) || clause.level === open.level)) return start(opening(clause, name, null, ''))
    if (open === null) return
    open.criteria = open.criteria === '' ? clause.words : `${open.criteria}\n${clause.no ?? ''}${clause.words}`
    open.end = clause.end
    open.isBare = false
  }
  return {
    read(clause: Clause) {
      if (clause.cells.length < 2) header = null
      else {
        const heading = headerOf(clause.cells)
        if (heading !== null) {
          close()
          header = heading
          return
        }
        // The same first heading over other columns: another table begins.
        if (header !== null && clause.cells[0] === header.first) header = null
        if (header !== null && clause.cells.length <= header.width) {
          const item = itemOfRow(clause, header, found.at(-1) ?? null)
          if (item !== null) found.push(item)
          return
        }
      }
      list(clause)
    },
    /** The chapter is over. */
    end() {
      close()
      header = null
    },
  }
}
