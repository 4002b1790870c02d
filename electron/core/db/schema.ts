import type { ColumnType, Generated } from 'kysely'

/** Row types of the workspace. Portable on purpose: text ids, ISO instants, decimal text, JSON as text, 0/1 flags. */
export type TenderTable = {
  seq: Generated<number>
  id: string
  version: number
  createdAt: string
  updatedAt: string
  sourceKey: string
  projectNo: string | null
  title: string
  buyer: string | null
  agency: string | null
  method: string | null
  budget: string | null
  ceiling: string | null
  currency: string | null
  publishedAt: string | null
  bidDeadline: string | null
  openingTime: string | null
  lots: string
  stage: string
  useCase: string | null
  sourceKind: string
  sourceName: string
  sourceUrl: string | null
  /** Ceiling, else budget, else the sum of either over the lots: for ordering and ranges only. */
  sortValue: number | null
  isSample: number
  owner: Generated<string | null>
  region: string | null
  track: Generated<string | null>
  decision: Generated<string | null>
  score: Generated<number | null>
  isMuted: Generated<number>
}

/** What the person set for the workspace, by key. */
export type SettingTable = { key: string; data: string; updatedAt: string }
export type SavedSearchTable = { id: string; position: number; data: string }
/** What a change of many tenders found before it: one row a tender. */
export type UndoEntryTable = { undoId: string; position: number; at: string; data: string }

export type TenderScoreTable = { tenderId: string; scores: string; updatedAt: string }
export type TenderDecisionTable = { id: string; tenderId: string; at: string; by: string; decision: string; reason: string; scorecard: string; scores: string; score: number | null }
export type TenderDatesTable = { tenderId: string; data: string; updatedAt: string }
/** Reminders a person has seen; `lead` in minutes before the deadline, 0 for "passed". */
export type ReminderShownTable = { tenderId: string; deadline: string; lead: number; at: string }

export type TenderTextTable = { tenderId: string; description: string | null; searchText: string }

/** Tenders the text index has yet to take in; searches look through their text meanwhile. */
export type SearchBacklogTable = { seq: number }

export type TableMappingTable = { headings: string; data: string; updatedAt: string }

export type FeedTable = { id: string; kind: string; address: string; settings: string; isOn: number; state: string; nextRunAt: string | null; createdAt: string }
export type FeedFileTable = { feedId: string; path: string; mark: string }

export type TenderMergeTable = { id: string; keptId: string; mergedId: string; sourceKey: string; title: string; at: string; snapshot: string }
export type MergeArrivalTable = { mergeId: string; noticeId: string }
export type NotDuplicateTable = { first: string; second: string; at: string }

export type ImportRunTable = { id: string; startedAt: string; endedAt: string | null; feedId: string | null; added: number; updated: number; unchanged: number; rejected: number }
export type ImportIssueTable = { runId: string; position: number; path: string; sheet: string | null; row: number | null; field: string | null; found: string | null; code: string; message: string }

export type NoticeTable = {
  id: string
  tenderId: string
  contentHash: string
  type: string
  title: string
  publishedAt: string | null
  readAt: string
  sourceName: string
  url: string | null
  text: string | null
  evidence: string
  confidence: string
  awards: string
  documents: string
  amendments: string
  changes: string
}

export type BidTable = {
  id: string
  version: number
  createdAt: string
  updatedAt: string
  tenderId: string
  lotNo: string | null
  title: string
  stage: string
  estimate: string
  terms: string
  assessment: string | null
  isSample: number
}

/** Frozen states of bids: triggers refuse every change. */
export type BidVersionTable = { id: string; bidId: string; no: number; frozenAt: string; by: string; note: string; estimate: string; terms: string; assessment: string }

export type BidResponseTable = { bidId: string; requirementId: string; version: number; data: string; updatedAt: string }

export type CompanyTable = { id: number; data: string; isSample: number; updatedAt: string }

/** Append-only: triggers refuse every change. */
export type AuditLogTable = { position: number; at: string; by: string; event: string; body: string; previous: string; hash: string }
export type FrozenVersionTable = { hash: string; bidId: string; content: string }

export type OutcomeTable = { bidId: string; data: string; updatedAt: string }

export type BidContestTable = { bidId: string; version: number; data: string; updatedAt: string }

export type TenderDocumentTable = { id: string; tenderId: string; contentHash: string; name: string; readAt: string; text: string; pages: string }

export type RequirementTable = {
  id: string
  version: number
  createdAt: string
  updatedAt: string
  tenderId: string
  lotNo: string | null
  position: number
  clauseNo: string | null
  kind: string
  mark: string
  text: string
  isMandatory: number
  factor: string | null
  points: string | null
  source: string | null
  /** What it was read as, so that reading again finds it whatever a person made of it; null for what a person wrote. */
  foundAs: string | null
  isEdited: number
  isRemoved: number
}

/** The company's own rule packs. */
export type RulePackTable = { id: string; data: string; fileName: string; importedAt: string }

/** Content-addressed: `id` is the sha256 of the bytes. */
export type StoredFileTable = { id: string; mediaType: string; bytes: number; width: number | null; height: number | null; pages: number | null; addedAt: string }
/** Blobs are bound as views and come back as plain buffers. */
export type StoredFilePartTable = { fileId: string; no: number; content: ColumnType<ArrayBuffer, Uint8Array, Uint8Array> }
/** The price book: what lists and searches need in columns, the whole item in `data`. */
export type PriceItemTable = {
  id: string
  code: string
  version: number
  createdAt: string
  updatedAt: string
  kind: string
  category: string
  name: string
  isPriceKnown: number
  validFrom: string | null
  validUntil: string | null
  isDomestic: number | null
  origin: string
  searchText: string
  data: string
  isSample: number
}
/** Every state a price had; triggers refuse every change. */
export type PriceStateTable = { itemId: string; version: number; at: string; cause: string; data: string }
export type ExchangeRateTable = { currency: string; day: string; rate: string; source: string; updatedAt: string }

export type LibraryItemTable = {
  id: string
  version: number
  createdAt: string
  updatedAt: string
  kind: string
  name: string
  lastDay: string | null
  data: string
  isSample: number
  isRemoved: number
}
export type LibraryVersionTable = { itemId: string; version: number; savedAt: string; data: string }

/** Facts read with low confidence: `acceptedAt` null waits for a person. */
export type FactToReviewTable = { tenderId: string; field: string; confidence: number; acceptedAt: string | null }
/** Sources of subsidy; the whole record is in `data`. */
export type ProgrammeTable = { id: string; version: number; data: string; updatedAt: string }
/** Who changed what of a bid: triggers refuse every change. */
export type BidChangeTable = { seq: Generated<number>; bidId: string; version: number; at: string; by: string; changes: string }

export type BidMaterialsTable = { bidId: string; version: number; data: string; updatedAt: string }

export type DocumentTemplateTable = { id: string; name: string; data: string; updatedAt: string }
/** `data`: a copy changed for this bid alone. */
export type BidTemplateTable = { bidId: string; templateId: string; data: string | null; updatedAt: string }

export type WorkspaceTables = {
  tender: TenderTable
  tenderText: TenderTextTable
  tenderScore: TenderScoreTable
  tenderDecision: TenderDecisionTable
  tenderDates: TenderDatesTable
  reminderShown: ReminderShownTable
  setting: SettingTable
  savedSearch: SavedSearchTable
  undoEntry: UndoEntryTable
  searchBacklog: SearchBacklogTable
  importRun: ImportRunTable
  tenderMerge: TenderMergeTable
  mergeArrival: MergeArrivalTable
  notDuplicate: NotDuplicateTable
  feed: FeedTable
  feedFile: FeedFileTable
  tableMapping: TableMappingTable
  importIssue: ImportIssueTable
  notice: NoticeTable
  bid: BidTable
  bidContest: BidContestTable
  bidVersion: BidVersionTable
  company: CompanyTable
  auditLog: AuditLogTable
  frozenVersion: FrozenVersionTable
  outcome: OutcomeTable
  tenderDocument: TenderDocumentTable
  requirement: RequirementTable
  factToReview: FactToReviewTable
  bidResponse: BidResponseTable
  rulePack: RulePackTable
  bidMaterials: BidMaterialsTable
  documentTemplate: DocumentTemplateTable
  bidTemplate: BidTemplateTable
  libraryItem: LibraryItemTable
  libraryVersion: LibraryVersionTable
  storedFile: StoredFileTable
  storedFilePart: StoredFilePartTable
  priceItem: PriceItemTable
  priceState: PriceStateTable
  exchangeRate: ExchangeRateTable
  programme: ProgrammeTable
  bidChange: BidChangeTable
}
