import { open } from 'node:fs/promises'
import { extname } from 'node:path'
import { isFeedText } from '#core/readers/feed/is-feed.ts'
import { xlsxRows } from '#core/readers/table/xlsx-rows.ts'
import { decodeBytes, encodingOfHead } from '#core/readers/text-decoding.ts'
import { priceColumns } from '#shared/prices/lists/price-columns.ts'
import { isHeading } from '#shared/tenders/table/column-mapping.ts'

export type FileKind = 'ocds' | 'eforms' | 'notice' | 'table' | 'prices'

/** Enough for the entry names of a zip and the first members of a package. */
const headBytes = 64 * 1024

const eformsRoot = /<(?:[\w-]+:)?(?:ContractNotice|ContractAwardNotice|PriorInformationNotice|BusinessRegistrationInformationNotice)[\s>]/
const html = /<(?:!doctype\s+html|html|head|body|div|table|p|span|meta)[\s>/]/i
const ocdsMember = /"(?:ocid|releases|compiledRelease)"\s*:/
/** The answers of many a portal have "records" too. */
const recordPackage = /"records"\s*:[^]*"(?:uri|publisher|publishedDate)"\s*:|"(?:uri|publisher|publishedDate)"\s*:[^]*"records"\s*:|^\s*\{\s*"records"\s*:\s*\[\s*\]/
const priceMember = /"(?:input_cost_per_token|output_cost_per_token|pricing|price_history|price_usd_hour|price_per_hour|cost|vram_gb)"\s*:/
const listOfObjects = /(?:^|:)\s*\[\s*\{/
const priceToml = /^[ \t]*\[cost\]/m
const priceColumn = /acceleratorname|instancetype|spotprice|gpuinfo|price_usd|usd_per_|input_price|output_price|gpu[_ ]?model|每百万|tokens?价格/i
const noticeWords = /项目编号|招标编号|采购编号|项目名称|采购人|招标人|投标截止|开标时间|预算金额|采购公告|招标公告|中标公告|中标候选人|询价|比选/
/** A page with a table that has a column of prices. */
const pricePage = /^[ \t]*\|.*(?:价格|包年包月|tokens).*\|[ \t]*$/im
const tableExtensions = new Set(['.csv', '.tsv', '.xlsx', '.xlsm'])
const noticeExtensions = new Set(['.txt', '.html', '.htm', '.mht', '.docx', '.doc', '.pdf'])

function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte)
}

function kindOfBinary(head: Uint8Array, extension: string): FileKind | null | undefined {
  if (startsWith(head, [0x25, 0x50, 0x44, 0x46])) return 'notice'
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) return extension === '.doc' ? 'notice' : null
  if (!startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return undefined
  const names = Buffer.from(head.buffer, head.byteOffset, head.byteLength).toString('latin1')
  if (names.includes('word/')) return 'notice'
  if (names.includes('xl/')) return 'table'
  // The entry that tells may lie behind the first bytes.
  if (!names.includes('[Content_Types].xml')) return null
  return extension === '.docx' ? 'notice' : tableExtensions.has(extension) ? 'table' : null
}

/** The first line splits into the same number of cells as the second, at least two. */
function looksLikeTable(text: string): boolean {
  const [first = '', second = ''] = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  return [',', '\t', ';'].some((mark) => first.split(mark).length > 2 && second.split(mark).length >= first.split(mark).length)
}

/** A heading of a company's price list among the first lines, and none of a list of tenders. */
function hasPriceHeading(text: string): boolean {
  const lines = text.split(/\r?\n/).slice(0, 10)
  const rows = lines.flatMap((line) => [',', '\t', ';'].map((mark) => line.split(mark).map((cell) => cell.replace(/^\s*"|"\s*$/g, ''))))
  return rows.some((cells) => priceColumns(cells) !== null) && !rows.some(isHeading)
}

function kindOfText(text: string, extension: string): FileKind | null {
  if (text.startsWith('<')) {
    if (eformsRoot.test(text)) return 'eforms'
    if (isFeedText(text)) return 'notice'
    return html.test(text) || (noticeExtensions.has(extension) && noticeWords.test(text)) ? 'notice' : null
  }
  if (text.startsWith('{') || text.startsWith('[')) {
    if (ocdsMember.test(text) || recordPackage.test(text)) return 'ocds'
    if (priceMember.test(text)) return 'prices'
    if (listOfObjects.test(text)) return 'table'
    if (extension !== '.toml' && extension !== '.txt') return null
  }
  if (extension === '.md') return pricePage.test(text) ? 'prices' : null
  if (extension === '.toml') return priceToml.test(text) ? 'prices' : null
  const isTable = tableExtensions.has(extension) || (!noticeExtensions.has(extension) && looksLikeTable(text))
  if (isTable) return priceColumn.test(text.split('\n', 1)[0] ?? '') || hasPriceHeading(text) ? 'prices' : 'table'
  return noticeExtensions.has(extension) || noticeWords.test(text) ? 'notice' : null
}

/** What a file is by its first bytes (64 KB are enough), its name deciding only where the content can't; null: nothing we read. */
export function kindOfHead(path: string, head: Uint8Array): FileKind | null {
  const extension = extname(path).toLowerCase()
  if (head.length === 0) return null
  const binary = kindOfBinary(head, extension)
  if (binary !== undefined) return binary
  const encoding = encodingOfHead(head)
  if (encoding === null) return null
  const text = decodeBytes(head, encoding).trimStart()
  return text === '' ? null : kindOfText(text, extension)
}

const rowsLookedAt = 20

/** Whether the first rows of a workbook hold the heading of a price list before one of a list of tenders. */
async function isPriceWorkbook(path: string): Promise<boolean> {
  let seen = 0
  for await (const { cells } of xlsxRows(path)) {
    if (isHeading(cells)) return false
    if (priceColumns(cells) !== null) return true
    seen += 1
    if (seen === rowsLookedAt) return false
  }
  return false
}

/** What a file is; null where it is nothing we read, empty, or can't be read. */
export async function detectKind(path: string): Promise<FileKind | null> {
  try {
    const file = await open(path)
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
      const kind = kindOfHead(path, buffer.subarray(0, bytesRead))
      return kind === 'table' && startsWith(buffer, [0x50, 0x4b]) && (await isPriceWorkbook(path).catch(() => false)) ? 'prices' : kind
    } finally {
      await file.close()
    }
  } catch {
    return null
  }
}
