import { m } from '#renderer/paraglide/messages.js'
import type { TableDoubt } from '#shared/tenders/table/table-preview.ts'
import { TableField } from '#shared/tenders/table/table-fields.ts'

const fieldNames: Record<TableField, () => string> = {
  projectNo: m.table_project_no,
  title: m.table_title,
  noticeTitle: m.table_notice_title,
  buyer: m.table_buyer,
  agency: m.table_agency,
  method: m.table_method,
  budget: m.table_budget,
  ceiling: m.table_ceiling,
  currency: m.table_currency,
  unit: m.table_unit,
  publishedAt: m.table_published,
  bidDeadline: m.table_deadline,
  openingTime: m.table_opening,
  description: m.table_description,
  url: m.table_url,
  noticeType: m.table_notice_type,
  supplier: m.table_supplier,
  awardAmount: m.table_award,
}

export const fieldName = (field: TableField): string => fieldNames[field]()

/** The field a fault names: one of ours, or the table's own heading. */
export function issueField(field: string): string {
  const known = TableField.safeParse(field)
  return known.success ? fieldName(known.data) : field
}

export function doubtText(doubt: TableDoubt): string {
  switch (doubt) {
    case 'no-headings':
      return m.mapping_doubt_no_headings()
    case 'few-columns':
      return m.mapping_doubt_few_columns()
    case 'unit-unknown':
      return m.mapping_doubt_unit()
    case 'date-order-unknown':
      return m.mapping_doubt_dates()
  }
}
