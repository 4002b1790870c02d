import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DocumentFiles } from '#core/documents/attachments.ts'
import { loadPapers } from '#core/documents/bid-papers.ts'
import type { PrintJob, RenderedPdf } from '#core/documents/print-job.ts'
import { readSheets } from '#core/documents/pdf-sheets.ts'
import { inFormat, printVolume } from '#core/documents/print-volume.ts'
import { formatOf, type Block, type Inline, type PrintDocument } from '#shared/documents/document.ts'
import { preparedDocument } from '#shared/documents/numbering.ts'
import type { PrintableVolume } from '#shared/documents/volume.ts'
import { arranged } from '#shared/templates/arrangement.ts'
import { inspectPdf, missingPdfTools, squeezed } from '../../support/pdf-tools.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'
import { partsOf } from '../../support/zip-parts.ts'

type Printed = { document: PrintDocument; files: DocumentFiles; pdf: RenderedPdf; word: RenderedPdf; body: string }

let core: TestCore
let bidId = ''
const printed = new Map<PrintableVolume, Printed>()

const print = async (volume: PrintableVolume): Promise<Printed> => {
  const papers = await loadPapers(bidId, core.context)
  if (papers === null) throw new Error('the sample has no such bid')
  let job: PrintJob | null = null as PrintJob | null
  const context = { ...core.context, renderPdf: (given: PrintJob, signal?: AbortSignal) => core.context.renderPdf((job = given), signal) }
  const [pdf, word] = [(await printVolume(volume, papers, inFormat(context, 'pdf'))).rendered, (await printVolume(volume, papers, inFormat(context, 'word'))).rendered]
  const { document, files = new Map() } = job ?? { document: null }
  if (document === null) throw new Error('nothing was printed')
  return { document: preparedDocument(document), files, pdf, word, body: partsOf(Buffer.from(word.bytes)).get('word/document.xml') ?? '' }
}

const volumes: PrintableVolume[] = ['business', 'technical', 'price', 'book']
const of = (volume: PrintableVolume): Printed => {
  const found = printed.get(volume)
  if (found === undefined) throw new Error(`${volume} was not printed`)
  return found
}

beforeAll(async () => {
  core = openTestCore()
  await core.client.workspace.loadSample()
  bidId = (await core.client.bids.list()).find(({ title }) => title.includes('大模型智能客服'))?.id ?? ''
  for (const volume of volumes.slice(0, 3)) printed.set(volume, await print(volume))
  const { template } = await core.client.templates.ofBid({ bidId })
  await core.client.templates.change({ bidId, template: arranged(template, { isBook: true, isBlind: false }) })
  printed.set('book', await print('book'))
}, 240_000)
afterAll(() => core.close())

const unescaped = (xml: string): string => xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&')
/** The words of a piece of the file, fields as they show; an instruction is none. */
const textOf = (xml: string): string => squeezed(unescaped(xml.replaceAll(/<w:instrText[^>]*>[^<]*<\/w:instrText>|<[^>]+>/g, '')))
const paragraphsOf = (body: string, style: string): string[][] => [...body.matchAll(new RegExp(`<w:p>(?:(?!</w:p>).)*?<w:pStyle w:val="${style}(\\d)"/>.*?</w:p>`, 'gs'))].map(([xml, level = '']) => [level, textOf(xml)])
const rowsOf = (body: string): string[] => [...body.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => textOf(cell)).join('|'))

const inlineOf = (text: Inline, { anchors }: RenderedPdf): string => squeezed(typeof text === 'string' ? text : text.map((span) => (span.pageOf === undefined ? span.text : String(anchors[span.pageOf]))).join(''))

/** The rows a block comes to in Word: those of a table; a place to sign or to paste is a table of one row. */
const blockRows = (block: Block, pdf: RenderedPdf): string[] => {
  // A cell over several rows is written once and continued by empty ones.
  if (block.kind === 'table') return [...block.head, ...block.rows].map((row) => row.map(({ text }) => inlineOf(text, pdf)).join('|'))
  if (block.kind === 'signature') return [`|${squeezed(block.seal ?? '')}|${squeezed(block.lines.map(({ label, value, after }) => `${label}：${value ?? ''}${after ?? ''}`).join(''))}`]
  return block.kind === 'imagePlaceholder' ? [squeezed(block.label)] : []
}

const refsOf = (block: Block): string[] => {
  const texts = block.kind === 'paragraph' ? [block.text] : block.kind === 'table' ? [...block.head, ...block.rows].flat().map(({ text }) => text) : []
  return texts.flatMap((text) => (typeof text === 'string' ? [] : text.flatMap(({ pageOf }) => pageOf ?? [])))
}

const blocksOf = ({ cover, sections }: PrintDocument): Block[] => [...cover, ...sections.flatMap(({ blocks }) => blocks)]
const withoutEmpty = (row: string): string => row.replaceAll(/\|+/g, '|').replaceAll(/^\||\|$/g, '')

describe.each(volumes)('the Word file of the %s volume', (volume) => {
  it('has every heading of the PDF with its number, in its order and level', () => {
    const { pdf, body } = of(volume)
    expect(paragraphsOf(body, 'Heading')).toEqual(pdf.outline.slice(1).map(({ title, level }) => [String(level + 1), squeezed(title)]))
  })

  it('has the table of contents and every page reference of the PDF', () => {
    const { document, pdf, body } = of(volume)
    const { contentsDepth } = formatOf(document)
    expect(paragraphsOf(body, 'TOC').map(([, text]) => text)).toEqual(pdf.outline.slice(1).filter(({ level }) => level < contentsDepth).map(({ title, page }) => `${squeezed(title)}${page}`))
    const shown = [...body.matchAll(/PAGEREF ref_\d+.*?"separate"\/>.*?<w:t[^>]*>(\d+)<\/w:t>/gs)].map(([, page]) => Number(page))
    expect(shown).toEqual(blocksOf(document).flatMap(refsOf).map((anchor) => pdf.anchors[anchor]))
    for (const [, bookmark] of body.matchAll(/PAGEREF (\w+)/g)) expect(body).toContain(`<w:bookmarkStart w:name="${bookmark}"`)
  })

  it('has every row of every table, and every place to sign', () => {
    const { document, pdf, body } = of(volume)
    expect(rowsOf(body).map(withoutEmpty)).toEqual(blocksOf(document).flatMap((block) => blockRows(block, pdf)).map(withoutEmpty))
  })

  it('shows every picture and every page of other files', async () => {
    const { document, files, body } = of(volume)
    const shown = blocksOf(document).map(async (block) => (block.kind === 'pdfPages' ? (await readSheets(files.get(block.file) ?? new Uint8Array(0))).length : block.kind === 'picture' || block.kind === 'drawing' ? 1 : 0))
    expect(body.match(/<pic:pic /g)?.length ?? 0).toBe((await Promise.all(shown)).reduce((sum, count) => sum + count, 0))
  })

  it.skipIf(missingPdfTools.length > 0)(`has the amounts of the PDF, in figures and in capitals (needs ${missingPdfTools.join(', ') || 'poppler, qpdf'})`, () => {
    const { files, pdf, body } = of(volume)
    const amounts = (text: string): string[] => [...new Set(text.match(/\d[\d,]*\.\d{2}(?!\d)|[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+[元圆][零壹贰叁肆伍陆柒捌玖角分整]+/g))].toSorted((a, b) => a.localeCompare(b))
    const ofPdf = amounts(inspectPdf(pdf.bytes).pages.map((page) => page.replaceAll(/[^\S\n]+/g, ' ')).join('\n'))
    const ofWord = amounts(unescaped(body.replaceAll(/<\/w:p>/g, '\n').replaceAll(/<[^>]+>/g, '')))
    // What stands on a page of another file is on its picture.
    const onPictures = new Set(Array.from(files.values(), (bytes) => (bytes.length > 4 && Buffer.from(bytes.subarray(0, 5)).toString() === '%PDF-' ? amounts(execFileSync('pdftotext', ['-layout', '-', '-'], { input: bytes, encoding: 'utf8' })) : [])).flat())
    expect(ofWord).toEqual(ofPdf.filter((amount) => !onPictures.has(amount) || ofWord.includes(amount)))
  })
})

const hasOffice = spawnSync('soffice', ['--version']).error === undefined

/** The pages LibreOffice makes of a Word file, as text. */
const officePages = (word: Uint8Array): string[] => {
  const folder = mkdtempSync(join(tmpdir(), 'bid-word-'))
  try {
    writeFileSync(join(folder, 'bid.docx'), word)
    execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'bid.docx')], { stdio: 'ignore' })
    return inspectPdf(readFileSync(join(folder, 'bid.pdf'))).pages.map(squeezed)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe.skipIf(!hasOffice || missingPdfTools.length > 0)(`the pages another program makes of it (needs ${hasOffice ? '' : 'soffice '}${missingPdfTools.join(', ') || 'poppler, qpdf'})`, () => {
  it.each(volumes)('of the %s volume: every form begins on its page', (volume) => {
    const { pdf, word } = of(volume)
    const pages = officePages(word.bytes)
    expect(pages).toHaveLength(pdf.pages)
    for (const { title, page } of pdf.outline.filter(({ level }) => level === 0).slice(1)) expect({ title, isThere: pages[page - 1]?.includes(squeezed(title)) }).toEqual({ title, isThere: true })
  }, 180_000)
})
