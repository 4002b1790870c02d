import type { TextItem } from 'pdfjs-dist/types/src/display/api.d.ts'

/** A notice is a few pages; a tender document begins with its notice. */
const noticePages = 60

type Line = { y: number; left: number; right: number; height: number; words: string }

const isLatin = (char: string | undefined): boolean => char !== undefined && /[!-~]/.test(char)

/** Puts the pieces of a page into lines; a wide gap parts cells. */
const linesOf = (items: readonly TextItem[]): Line[] => {
  const lines: Line[] = []
  for (const item of items) {
    if (item.str.trim() === '') continue
    const [x, y] = [Number(item.transform[4]), Number(item.transform[5])]
    const height = item.height || Math.abs(Number(item.transform[3])) || 10
    const line = lines.at(-1)
    if (!line || Math.abs(line.y - y) > height * 0.5 || x < line.left - height) {
      lines.push({ y, left: x, right: x + item.width, height, words: item.str })
      continue
    }
    const gap = x - line.right
    const separator = gap > height * 1.5 ? '\t' : gap > height * 0.2 && isLatin(line.words.at(-1)) && isLatin(item.str[0]) ? ' ' : ''
    line.words += separator + item.str
    line.right = Math.max(line.right, x + item.width)
  }
  return lines
}

const startsItem = /^\s*(?:[★▲△]|[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}(?:\.\d{1,2})*[、.．\s]|[（(][一二三四五六七八九十\d]{1,2}[）)]|第[一二三四五六七八九十]+章|[^：:，。]{2,14}[：:]|附件|注)/
const pageFurniture = /^[\s\d\-—/]{1,8}$|^第?\s?\d+\s?页|\.{6,}|…{3,}/

/** Joins lines a paragraph was broken into at the right margin. */
const paragraphs = (lines: readonly Line[]): string[] => {
  const margin = Math.max(0, ...lines.map((line) => line.right))
  const out: string[] = []
  let open: Line | null = null
  for (const line of lines) {
    const isFull: boolean = open !== null && open.right > margin - open.height * 2.2 && !open.words.includes('\t')
    if (isFull && !line.words.includes('\t') && !startsItem.test(line.words)) out[out.length - 1] += isLatin(out.at(-1)?.at(-1)) && isLatin(line.words[0]) ? ` ${line.words}` : line.words
    else out.push(line.words)
    open = line
  }
  return out
}

/** Lines that stand on several pages are headers and footers. */
const withoutRunningHeads = (pages: Line[][]): Line[][] => {
  const counts = new Map<string, number>()
  for (const page of pages) for (const words of new Set(page.map((line) => line.words))) counts.set(words, (counts.get(words) ?? 0) + 1)
  return pages.map((page) => page.filter((line) => !pageFurniture.test(line.words) && (counts.get(line.words) ?? 0) < 3))
}

/** The library wants these where there is neither a page nor a worker. */
export const loadPdfjs = async () => {
  if (!('DOMMatrix' in globalThis)) Object.assign(globalThis, { DOMMatrix: Object })
  // In Electron's utility process it takes itself to be in a page and asks for its platform.
  if (!('navigator' in globalThis)) Object.assign(globalThis, { navigator: { platform: '', userAgent: '' } })
  if (!('pdfjsWorker' in globalThis)) Object.assign(globalThis, { pdfjsWorker: await import('pdfjs-dist/legacy/build/pdf.worker.mjs') })
  return import('pdfjs-dist/legacy/build/pdf.mjs')
}

export type PdfText = { text: string; /** Where each page starts in `text`. */ pages: number[] }

/** The text of a PDF and its pages, a line per paragraph; empty for a scan. Rejects when the file is broken or locked. */
export const pdfPages = async (bytes: Uint8Array, mostPages: number, signal?: AbortSignal): Promise<PdfText> => {
  const { getDocument } = await loadPdfjs()
  const task = getDocument({ data: new Uint8Array(bytes), disableFontFace: true, useSystemFonts: false, isEvalSupported: false, verbosity: 0 })
  try {
    const document = await task.promise
    const pages: Line[][] = []
    for (let number = 1; number <= Math.min(document.numPages, mostPages); number++) {
      signal?.throwIfAborted()
      const content = await (await document.getPage(number)).getTextContent()
      pages.push(linesOf(content.items.filter((item) => 'str' in item)))
    }
    return joinPages(withoutRunningHeads(pages).map((lines) => paragraphs(lines).join('\n')))
  } finally {
    await task.destroy()
  }
}

const joinPages = (pages: readonly string[]): PdfText => {
  const starts: number[] = []
  let length = 0
  for (const page of pages) {
    starts.push(length)
    length += page.length + 1
  }
  return { text: pages.join('\n'), pages: starts }
}

/** The text of a notice in PDF. */
export const pdfText = async (bytes: Uint8Array): Promise<string> => (await pdfPages(bytes, noticePages)).text.replace(/\n{2,}/g, '\n').trim()
