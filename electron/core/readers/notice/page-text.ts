import { load } from 'cheerio'
import { type AnyNode, type Element, hasChildren, isTag, isText } from 'domhandler'
import { emptyCell } from '#shared/tenders/notice/tables.ts'

const unseen = new Set(['script', 'style', 'noscript', 'template', 'iframe', 'head', 'object', 'svg', 'select', 'button', 'nav', 'textarea'])
const blocks = new Set(['p', 'div', 'section', 'article', 'header', 'footer', 'main', 'aside', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'ul', 'ol', 'dl', 'dt', 'dd', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'caption', 'form', 'fieldset', 'blockquote', 'pre', 'center', 'hr', 'body'])

const isHidden = (element: Element): boolean => {
  const { style, hidden, type } = element.attribs
  return hidden !== undefined || (element.name === 'input' && type === 'hidden') || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style ?? '')
}

/** How many columns or rows a cell takes; a page that claims hundreds is not believed. */
const spanOf = (cell: Element, direction: 'colspan' | 'rowspan'): number => {
  const stated = /^\s*(\d{1,2})\s*$/.exec(cell.attribs[direction] ?? '')?.[1]
  return Math.max(1, Number(stated ?? 1))
}

/** Deeper than any real page; below it only the words are kept, so that no page can exhaust the stack. */
const deepest = 300

const flatText = (top: AnyNode): string => {
  const words: string[] = []
  const pending: AnyNode[] = [top]
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (isText(node)) words.push(node.data)
    else if (hasChildren(node) && !(isTag(node) && unseen.has(node.name))) pending.push(...node.children.toReversed())
  }
  return words.join(' ')
}

const holdersOf = (tables: readonly AnyNode[]): Set<AnyNode> => {
  const holders = new Set<AnyNode>()
  for (const table of tables) for (let node: AnyNode | null = table.parent; node && !holders.has(node); node = node.parent) holders.add(node)
  return holders
}

/** Text as a reader of the page sees it: a line per block, cells of a row parted by tabs. */
class PageWriter {
  readonly parts: string[] = []
  /** Elements that hold a table: a cell among them only serves the page's layout. */
  readonly layout: ReadonlySet<AnyNode>
  depth = 0
  /** Inside a cell, blocks part words, not rows. */
  cells = 0
  /** In the table being written: the columns that cells of rows above reach into, with how many rows more. */
  reaching = new Map<number, number>()

  constructor(layout: ReadonlySet<AnyNode>) {
    this.layout = layout
  }

  line() {
    this.parts.push(this.cells > 0 ? ' ' : '\n')
  }

  write(node: AnyNode) {
    if (isText(node)) this.parts.push(node.data.replace(/[\s\u00a0]+/g, ' '))
    else if (this.depth > deepest) this.parts.push(flatText(node))
    else if (isTag(node)) this.element(node)
    else if (hasChildren(node)) for (const child of node.children) this.write(child)
  }

  element(element: Element) {
    if (unseen.has(element.name) || isHidden(element)) return
    if (element.name === 'br') return this.line()
    if (element.name === 'tr') return this.row(element)
    const isBlock = blocks.has(element.name)
    if (isBlock) this.line()
    const outer = this.reaching
    if (element.name === 'table') this.reaching = new Map()
    this.depth++
    for (const child of element.children) this.write(child)
    this.depth--
    this.reaching = outer
    if (isBlock) this.line()
  }

  /** The columns at a place that cells above reach into stand empty, so that the row's own cells keep to their headings. */
  passReaching(column: number): number {
    let at = column
    for (let rows = this.reaching.get(at); rows !== undefined; rows = this.reaching.get(at)) {
      if (rows > 1) this.reaching.set(at, rows - 1)
      else this.reaching.delete(at)
      this.parts.push(at > 0 ? '\t' : '', emptyCell)
      at++
    }
    return at
  }

  /** Writes a cell of a table and returns how many columns it takes. */
  cell(cell: Element, column: number): number {
    const before = this.parts.length
    const nested = this.layout.has(cell)
    if (!nested) this.cells++
    for (const child of cell.children) this.write(child)
    if (!nested) this.cells--
    if (!nested && this.parts.slice(before).every((part) => part.trim() === '')) this.parts.push(emptyCell)
    const width = spanOf(cell, 'colspan')
    const height = spanOf(cell, 'rowspan')
    for (let i = 1; i < width; i++) this.parts.push('\t', emptyCell)
    if (height > 1) for (let i = 0; i < width; i++) this.reaching.set(column + i, height - 1)
    return width
  }

  row(row: Element) {
    const cells = row.children.filter((child): child is Element => isTag(child) && (child.name === 'td' || child.name === 'th') && !isHidden(child))
    const isLayout = cells.length === 1 && this.reaching.size === 0
    this.parts.push('\n')
    let column = 0
    for (const cell of cells) {
      column = this.passReaching(column)
      if (column > 0) this.parts.push('\t')
      if (isLayout) for (const child of cell.children) this.write(child)
      else column += this.cell(cell, column)
    }
    this.passReaching(column)
    this.parts.push('\n')
  }
}

const tidy = (text: string): string =>
  text
    // Runs first: looking past one for what may follow would take a page of blanks the square of its length.
    .replace(/ {2,}/g, ' ')
    .replace(/ ?([\n\t]) ?/g, '$1')
    .replace(/\n\t+|(?<!\t)\t+\n/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim()

const stamp = /^20\d{2}[-/年.]\d{1,2}[-/月.]\d{1,2}/

/** Elements that need no end tag; leaving one open nests nothing. */
const openEnded = new Set(['p', 'li', 'td', 'th', 'tr', 'tbody', 'thead', 'dd', 'dt', 'option', 'br', 'hr', 'img', 'input', 'meta', 'link', 'col', 'area', 'base', 'embed', 'source', 'wbr', 'param'])

/** How deep the elements of a page nest, by its tags alone. */
const nesting = (html: string): number => {
  let depth = 0
  let most = 0
  for (const match of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,20})\b/gi)) {
    if (openEnded.has((match[2] ?? '').toLowerCase())) continue
    depth = Math.max(0, depth + (match[1] ? -1 : 1))
    most = Math.max(most, depth)
  }
  return most
}

/** Past this a parser's work grows with the square of the depth; no page people read comes near. */
const parseable = 3000

/** Whether a page can be handed to a parser. */
export const isParseable = (html: string): boolean => nesting(html) <= parseable

/** A saved page as plain text. Its heading comes first, and the date its head names when the body has none. */
export const pageText = (html: string): string => {
  if (!isParseable(html)) return tidy(html.replace(/<[^<>]{0,2000}>/g, '\n'))
  const $ = load(html)
  const writer = new PageWriter(holdersOf($('table').toArray()))
  for (const node of $.root().toArray()) writer.write(node)
  const body = tidy(writer.parts.join(''))
  const meta = (name: string) => $(`meta[name="${name}" i]`).attr('content')?.trim() ?? ''
  const heading = [meta('ArticleTitle'), ...['h2.tc', 'h1', 'title'].map((tag) => $(tag).get(0)).map((node) => (node ? flatText(node) : ''))].map((title) => title.replace(/\s+/g, ' ').trim()).find((title) => title.length >= 6) ?? ''
  const published = meta('PubDate')
  const lines: string[] = []
  if (heading && !body.startsWith(heading)) lines.push(heading)
  if (stamp.test(published) && !/发布时间|公告时间|发布日期/.test(body)) lines.push(`发布时间：${published}`)
  return [...lines, body].join('\n')
}

/** Whether text is a page or fragment of one. */
export const isMarkup = (text: string): boolean => {
  const head = text.slice(0, 3000)
  return /<(?:!doctype html|html|body|head)\b/i.test(head) || (head.match(/<\/?(?:div|p|span|table|tr|td|br|h[1-6])\b[^>]{0,500}>/gi)?.length ?? 0) >= 3
}
