import { fieldName } from '#renderer/features/tenders/words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { TenderColumn } from '#shared/tenders/columns.ts'

export function columnName(column: TenderColumn): string {
  switch (column) {
    case 'projectNo': return m.column_project_no()
    case 'title': return m.column_title()
    case 'buyer': return m.column_buyer()
    case 'deadline': return m.column_deadline()
    case 'value': return m.column_value()
    case 'stage': return m.column_stage()
    case 'owner': return m.column_owner()
    case 'verdict': return m.column_verdict()
    case 'published': return m.column_published()
    case 'region': return m.column_region()
    case 'decision': return m.column_decision()
    case 'score': return m.column_score()
    case 'lots': return m.lots_title()
    case 'offer': return m.column_offer()
    case 'margin': return m.column_margin()
    case 'source': return m.column_source()
    case 'updated': return m.column_updated()
    case 'useCase': return m.field_use_case()
    case 'agency': case 'method': case 'budget': case 'ceiling': case 'openingTime': return fieldName(column)
  }
}
