import type { FormTemplate, TableRows, TemplateBlock } from '#shared/documents/template.ts'

/** A list with one entry moved by one place. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const target = index + by
  if (target < 0 || target >= list.length) return [...list]
  return list.map((entry, at) => (at === index ? list[target] : at === target ? list[index] : entry) ?? entry)
}

export const replaced = <T,>(list: readonly T[], index: number, entry: T): T[] => list.map((before, at) => (at === index ? entry : before))
export const without = <T,>(list: readonly T[], index: number): T[] => list.filter((_entry, at) => at !== index)
export const inserted = <T,>(list: readonly T[], index: number, entry: T): T[] => [...list.slice(0, index), entry, ...list.slice(index)]

/** A condition that is gone leaves no trace in the file. */
export function withWhen<T extends { when?: FormTemplate['when'] }>(entry: T, when: FormTemplate['when']): T {
  const { when: _before, ...rest } = entry
  return when === undefined ? ({ ...entry, ...rest, when: undefined }) : { ...entry, when }
}

/** In the list of forms; no form can have this id. */
export const coverId = '#cover'

export type BlockKind = TemplateBlock['kind']
export const blockKinds = ['paragraph', 'heading', 'table', 'signature', 'image', 'spacer', 'pageBreak', 'texts', 'certificates', 'people', 'referenceFiles', 'priceTable'] as const satisfies readonly BlockKind[]

/** A block of a kind, as it begins. */
export function newBlock(kind: BlockKind): TemplateBlock {
  switch (kind) {
    case 'paragraph': return { kind, text: '', align: 'justify', indentEm: 2, isNote: false, isNumbered: false, keepWithNext: false }
    case 'heading': return { kind, text: '', level: 1 }
    case 'table': return { kind, dense: false, columns: [{ share: 20, align: 'center' }, { share: 80, align: 'left' }], head: ['序号', '内容'], rows: [{ cells: ['1', ''] }] }
    case 'signature': return { kind, seal: '（盖单位章处）', lines: [{ label: '投标人', value: '{{company.name}}', after: '（盖单位章）' }, { label: '法定代表人或其委托代理人', value: null, after: '（签字）' }, { label: '日期', value: '{{terms.signedOn}}', after: null }] }
    case 'image': return { kind, label: '复印件粘贴处', heightMm: 60 }
    case 'spacer': return { kind, heightMm: 8 }
    case 'pageBreak': return { kind }
    case 'texts': return { kind, topics: ['other'] }
    case 'certificates': return { kind, types: ['other'] }
    case 'people': return { kind }
    case 'referenceFiles': return { kind }
    case 'priceTable': return { kind, table: 'opening' }
  }
}

/** A form of one's own, with an id no other form has. */
export function newForm(title: string, taken: ReadonlySet<string>): FormTemplate {
  let number = 1
  while (taken.has(`own-${number}`)) number++
  return { id: `own-${number}`, title, orientation: 'portrait', isOff: false, skipEmpty: false, blocks: [newBlock('paragraph'), newBlock('signature')] }
}

export const rowKinds = ['cells', 'eachLine', 'eachRequirement', 'eachPerson', 'eachReference', 'eachCertificate', 'empty'] as const
export type RowKind = (typeof rowKinds)[number]

export function rowKindOf(rows: TableRows): RowKind {
  return rowKinds.find((kind) => kind in rows) ?? 'cells'
}

/** The texts of a row; null for rows that stay empty. */
export function cellsOf(rows: TableRows): readonly string[] | null {
  if ('cells' in rows) return rows.cells
  if ('eachLine' in rows) return rows.eachLine
  if ('eachRequirement' in rows) return rows.eachRequirement
  if ('eachPerson' in rows) return rows.eachPerson
  if ('eachReference' in rows) return rows.eachReference
  return 'eachCertificate' in rows ? rows.eachCertificate : null
}

/** A row of a kind with these texts; what the row had beside them is kept where the kind stays. */
export function rowWith(kind: RowKind, cells: string[], before: TableRows): TableRows {
  switch (kind) {
    case 'cells': return 'cells' in before ? { ...before, cells } : { cells }
    case 'eachLine': return 'eachLine' in before ? { ...before, eachLine: cells } : { eachLine: cells }
    case 'eachRequirement': return 'eachRequirement' in before ? { ...before, eachRequirement: cells } : { eachRequirement: cells, of: ['technical'] }
    case 'eachPerson': return { eachPerson: cells }
    case 'eachReference': return { eachReference: cells }
    case 'eachCertificate': return 'eachCertificate' in before ? { ...before, eachCertificate: cells } : { eachCertificate: cells }
    case 'empty': return 'empty' in before ? before : { empty: 1 }
  }
}

type Table = Extract<TemplateBlock, { kind: 'table' }>

/** A table with a column more at its end, or without the last one. */
export function withColumns(table: Table, by: -1 | 1): Table {
  if (by < 0 && table.columns.length < 2) return table
  const change = (texts: readonly string[]): string[] => (by > 0 ? [...texts, ''] : texts.slice(0, -1))
  return {
    ...table,
    columns: by > 0 ? [...table.columns, { share: 20, align: 'left' }] : table.columns.slice(0, -1),
    head: table.head.length === 0 ? [] : change(table.head),
    rows: table.rows.map((rows) => {
      const cells = cellsOf(rows)
      return cells === null ? rows : rowWith(rowKindOf(rows), change(cells), rows)
    }),
  }
}
