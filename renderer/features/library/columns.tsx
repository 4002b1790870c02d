import type { Column } from '#renderer/components/data-grid/column.ts'
import { formatWan, formatYuan, type Language } from '#renderer/components/money-input/format-money.ts'
import { projectKindName } from '#renderer/components/project-kind.ts'
import { certificateTypeName, topicName } from '#renderer/components/library/library-words.ts'
import { ValidityMark } from '#renderer/components/library/validity-mark.tsx'
import { m } from '#renderer/paraglide/messages.js'
import { attachmentsOf, type LibraryItem, type LibraryKind } from '#shared/library/item.ts'
import { lastDayOf } from '#shared/library/validity.ts'

export type LibraryColumn = Column<LibraryItem> & { value: (item: LibraryItem) => string | number | null }

type Look = { today: string; language: Language; isWan: boolean; isChanged: (item: LibraryItem) => boolean }

const pagesOf = (item: LibraryItem): number => attachmentsOf(item.data).reduce((sum, { file }) => sum + (file.pages ?? 1), 0)

const plain = (id: string, header: string, width: number, value: (item: LibraryItem) => string | number | null, grow?: number): LibraryColumn => ({
  id,
  header,
  width,
  sort: id,
  value,
  cell: (item) => value(item) ?? '—',
  ...(grow === undefined ? {} : { grow }),
})

/** The columns of one kind; the first names the item. */
export function columnsOf(kind: LibraryKind, { today, language, isWan, isChanged }: Look): LibraryColumn[] {
  const name: LibraryColumn = { ...plain('name', kind === 'person' ? m.lib_person_name() : kind === 'reference' ? m.lib_project() : m.lib_name(), 180, ({ data }) => data.name, 2), cell: (item) => <strong>{isChanged(item) ? '● ' : ''}{item.data.name}</strong> }
  const files: LibraryColumn = { ...plain('pages', m.lib_pages(), 64, pagesOf), isEnd: true, cell: (item) => (attachmentsOf(item.data).length === 0 ? '—' : pagesOf(item)) }
  const validity = (header: string): LibraryColumn => ({ ...plain('validity', header, 190, ({ data }) => lastDayOf(data)), cell: ({ data }) => <ValidityMark data={data} today={today} /> })
  switch (kind) {
    case 'certificate':
      return [name, plain('type', m.lib_type(), 130, ({ data }) => (data.kind === 'certificate' ? certificateTypeName(data.type) : null)), plain('number', m.lib_number(), 130, ({ data }) => (data.kind === 'certificate' ? data.number : null), 1), validity(m.lib_valid_until()), files]
    case 'person':
      return [name, plain('role', m.lib_role(), 120, ({ data }) => (data.kind === 'person' ? data.role : null), 1), plain('title', m.lib_title(), 110, ({ data }) => (data.kind === 'person' ? data.title : null), 1), { ...plain('years', m.lib_years(), 72, ({ data }) => (data.kind === 'person' ? data.years : null)), isEnd: true }, plain('insurance', m.lib_insurance_month(), 110, ({ data }) => (data.kind === 'person' ? data.socialInsuranceMonth : null)), files]
    case 'reference':
      return [
        name,
        plain('buyer', m.lib_buyer(), 130, ({ data }) => (data.kind === 'reference' ? data.buyer : null), 1),
        { ...plain('amount', isWan ? m.lib_amount_wan() : m.lib_amount(), 120, ({ data }) => (data.kind === 'reference' && data.amount !== null ? Number(data.amount) : null)), isEnd: true, cell: ({ data }) => (data.kind === 'reference' && data.amount !== null ? (isWan ? formatWan(data.amount) : formatYuan(data.amount, language)) : '—') },
        plain('signed', m.lib_signed(), 100, ({ data }) => (data.kind === 'reference' ? data.signedOn : null)),
        plain('useCase', m.lib_use_case(), 110, ({ data }) => (data.kind === 'reference' && data.useCase !== null ? projectKindName(data.useCase) : null)),
        files,
      ]
    case 'text':
      return [name, plain('topic', m.lib_topic(), 110, ({ data }) => (data.kind === 'text' ? topicName(data.topic) : null)), plain('useCase', m.lib_use_case(), 120, ({ data }) => (data.kind === 'text' && data.useCase !== null ? projectKindName(data.useCase) : null)), plain('owner', m.lib_owner(), 90, ({ data }) => (data.kind === 'text' ? data.owner : null)), validity(m.lib_review_on()), { ...plain('version', m.lib_version_short(), 64, ({ version }) => version), isEnd: true }]
  }
}

/** Rows by a column, empty values last. */
export function sorted(items: readonly LibraryItem[], column: LibraryColumn | undefined, isDescending: boolean): LibraryItem[] {
  if (column === undefined) return [...items]
  const direction = isDescending ? -1 : 1
  return items.toSorted((a, b) => {
    const [left, right] = [column.value(a), column.value(b)]
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1
    return direction * (typeof left === 'number' && typeof right === 'number' ? left - right : String(left).localeCompare(String(right), 'zh-CN'))
  })
}
