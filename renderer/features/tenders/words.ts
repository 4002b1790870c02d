import { m } from '#renderer/paraglide/messages.js'
import type { GoDecision } from '#shared/go-no-go/scorecard.ts'
import type { NoticeType, SourceKind, TenderField, TenderStage, UseCase } from '#shared/tenders/tender.ts'

export const stages: readonly TenderStage[] = ['new', 'watching', 'bidding', 'submitted', 'won', 'lost', 'dropped']

export function stageName(stage: TenderStage): string {
  switch (stage) {
    case 'new':
      return m.stage_new()
    case 'watching':
      return m.stage_watching()
    case 'bidding':
      return m.stage_bidding()
    case 'submitted':
      return m.stage_submitted()
    case 'won':
      return m.stage_won()
    case 'lost':
      return m.stage_lost()
    case 'dropped':
      return m.stage_dropped()
  }
}

export function noticeTypeName(type: NoticeType): string {
  switch (type) {
    case 'tender':
      return m.notice_tender()
    case 'correction':
      return m.notice_correction()
    case 'candidates':
      return m.notice_candidates()
    case 'award':
      return m.notice_award()
    case 'termination':
      return m.notice_termination()
    case 'planning':
      return m.notice_planning()
    case 'singleSource':
      return m.notice_single_source()
    case 'other':
      return m.notice_other()
  }
}

export function sourceName(kind: SourceKind): string {
  switch (kind) {
    case 'notice':
      return m.source_notice()
    case 'ocds':
      return 'OCDS'
    case 'eforms':
      return 'eForms'
    case 'table':
      return m.source_table()
    case 'manual':
      return m.source_manual()
    case 'sample':
      return m.source_sample()
  }
}

export const projectKinds: readonly UseCase[] = ['knowledge-assistant', 'code-generation', 'data-analysis', 'process-automation', 'other']

export function goDecisionName(decision: GoDecision): string {
  switch (decision) {
    case 'go':
      return m.decision_go()
    case 'conditional':
      return m.decision_conditional()
    case 'no-go':
      return m.decision_no_go()
  }
}

export function fieldName(field: TenderField): string {
  switch (field) {
    case 'projectNo':
      return m.field_project_no()
    case 'title':
      return m.field_title()
    case 'buyer':
      return m.field_buyer()
    case 'agency':
      return m.field_agency()
    case 'method':
      return m.field_method()
    case 'budget':
      return m.field_budget()
    case 'ceiling':
      return m.field_ceiling()
    case 'publishedAt':
      return m.field_published_at()
    case 'bidDeadline':
      return m.field_bid_deadline()
    case 'openingTime':
      return m.field_opening_time()
  }
}
