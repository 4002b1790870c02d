import { parseTemplateText } from '#shared/documents/template.ts'

/**
 * The notation of text blocks: an empty line ends a paragraph, '# ' and '## ' begin a heading, '- ' and '1. ' an item of a
 * list, lines of '| a | b |' are a table whose first row is its head. `{{company.name}}` is a field of the bid.
 */
export type BodyPart =
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'item'; text: string }
  | { kind: 'table'; head: string[]; rows: string[][] }

const isRow = (line: string): boolean => line.startsWith('|')
const cellsOf = (line: string): string[] => line.replace(/^\|/, '').replace(/\|\s*$/, '').split('|').map((cell) => cell.trim())
/** The rule under the head that people type out of habit. */
const isRule = (cells: readonly string[]): boolean => cells.every((cell) => /^:?-{2,}:?$/.test(cell))

const tableOf = (lines: readonly string[]): BodyPart => {
  const [head = [], ...rows] = lines.map(cellsOf).filter((cells) => !isRule(cells))
  return { kind: 'table', head, rows }
}

const partOf = (line: string): BodyPart | null => {
  const heading = /^(#{1,2})\s+(.+)$/.exec(line)
  if (heading) return { kind: 'heading', level: heading[1] === '#' ? 1 : 2, text: heading[2] ?? '' }
  const bullet = /^[-•*]\s+(.+)$/.exec(line)
  if (bullet) return { kind: 'item', text: `•　${bullet[1] ?? ''}` }
  const number = /^(\d{1,2})[.、．]\s*(.+)$/.exec(line)
  return number ? { kind: 'item', text: `${number[1] ?? ''}．${number[2] ?? ''}` } : null
}

/** Reads the notation; what is none of it is a paragraph. */
export const bodyParts = (body: string): BodyPart[] => {
  const parts: BodyPart[] = []
  let table: string[] = []
  let paragraph = ''
  const flush = () => {
    if (table.length > 0) parts.push(tableOf(table))
    if (paragraph !== '') parts.push({ kind: 'paragraph', text: paragraph })
    table = []
    paragraph = ''
  }
  for (const raw of body.split(/\r?\n/)) {
    const line = raw.trim()
    const part = partOf(line)
    if (line === '' || part !== null || isRow(line) !== table.length > 0) flush()
    if (part !== null) parts.push(part)
    else if (isRow(line)) table.push(line)
    else if (line !== '') paragraph += paragraph !== '' && /[!-~]$/.test(paragraph) && /^[!-~]/.test(line) ? ` ${line}` : line
  }
  flush()
  return parts
}

const textsOf = (part: BodyPart): string[] => (part.kind === 'table' ? [...part.head, ...part.rows.flat()] : [part.text])

export type BodyProblem = { code: 'field-unknown' | 'table-uneven'; text: string }

/** What would not print: fields that do not exist, tables whose rows differ in length; each with the text it stands in. */
export const bodyProblems = (body: string): BodyProblem[] =>
  bodyParts(body).flatMap((part): BodyProblem[] => [
    ...textsOf(part).filter((text) => parseTemplateText(text) === null).map((text) => ({ code: 'field-unknown' as const, text })),
    ...(part.kind === 'table' && part.rows.some((row) => row.length !== part.head.length) ? [{ code: 'table-uneven' as const, text: part.head.join(' | ') }] : []),
  ])

export const isBodyReadable = (body: string): boolean => bodyProblems(body).length === 0
