import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Poppler and qpdf look at our files with other people's eyes; without them these tests are skipped. */
export const missingPdfTools = ['pdftotext', 'pdffonts', 'pdfinfo', 'qpdf'].filter((tool) => spawnSync(tool, ['--version']).error !== undefined)

export type PdfReport = {
  /** Text of each page, in reading order. */
  pages: string[]
  fonts: { type: string; isEmbedded: boolean; isSubset: boolean; hasUnicode: boolean }[]
  info: Record<string, string>
  check: string
  /** The whole file with its streams decompressed, byte for byte as Latin-1. */
  plain: string
}

const run = (command: string, ...args: string[]): string => execFileSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28 })

const fontRow = (row: string): PdfReport['fonts'][number] => {
  const match = /\s{2,}(.+?)\s{2,}\S+\s+(yes|no)\s+(yes|no)\s+(yes|no)/.exec(row.replace(/^\S+/, '  '))
  return { type: match?.[1] ?? row, isEmbedded: match?.[2] === 'yes', isSubset: match?.[3] === 'yes', hasUnicode: match?.[4] === 'yes' }
}

/** What poppler and qpdf say about a file. */
export const inspectPdf = (bytes: Uint8Array): PdfReport => {
  const directory = mkdtempSync(join(tmpdir(), 'bid-pdf-'))
  try {
    const file = join(directory, 'bid.pdf')
    writeFileSync(file, bytes)
    const info = run('pdfinfo', file).split('\n').filter((line) => line.includes(':'))
    return {
      pages: run('pdftotext', '-layout', file, '-').split('\f').slice(0, -1),
      fonts: run('pdffonts', file).trim().split('\n').slice(2).map(fontRow),
      info: Object.fromEntries(info.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()])),
      check: run('qpdf', '--check', file),
      plain: execFileSync('qpdf', ['--qdf', '--stream-data=uncompress', file, '-'], { encoding: 'latin1', maxBuffer: 1 << 28 }),
    }
  } finally {
    rmSync(directory, { recursive: true })
  }
}

/** Text as typed: without the spaces and line ends of the layout. */
export const squeezed = (text: string): string => text.replaceAll(/\s/g, '')
