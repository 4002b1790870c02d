import { z } from 'zod'

/** Where a rule was read: law text, a secondary source, a real notice, or from memory (to be checked by a person). */
export const Confidence = z.enum(['law', 'secondary', 'notice', 'memory'])
export type Confidence = z.infer<typeof Confidence>

/** The days a rule can count from: each a fact of the tender or of its result. */
export const Anchor = z.enum(['documentIssued', 'docSaleStart', 'docReceived', 'noticePublished', 'bidDeadline', 'reportReceived', 'candidatesPublished', 'candidatesPublicityEnd', 'resultPublished', 'challengeFiled', 'replyDue', 'knownDate', 'awardDecided', 'awardNotice', 'contractSigned'])
export type Anchor = z.infer<typeof Anchor>

export type DeadlineRule = {
  code: string
  tracks: readonly ('government_procurement' | 'tender_law_soe')[]
  /** Only for these purchase methods; null: all others. */
  methods: readonly Method[] | null
  from: Anchor
  /** Negative counts back from the anchor. */
  count: number
  unit: 'days' | 'workingDays'
  /** The day itself, the first or the last day on which something may happen. */
  meaning: 'earliest' | 'latest'
  /** A last day on a statutory holiday moves past it (民法典203条). */
  rolls: boolean
  article: string
  confidence: Confidence
}

export type Method = 'tender' | 'consultation' | 'negotiation' | 'inquiry'

const gp = ['government_procurement'] as const
const law = ['tender_law_soe'] as const
const both = [...gp, ...law] as const
const lively: readonly Method[] = ['negotiation', 'inquiry']

/** Time limits of rules §3 as data; the start day is never counted (民法典201条). */
export const deadlineRules: readonly DeadlineRule[] = [
  { code: 'earliest-bid-deadline', tracks: both, methods: ['tender'], from: 'documentIssued', count: 20, unit: 'days', meaning: 'earliest', rolls: false, article: '招标投标法24条；政府采购法35条', confidence: 'law' },
  { code: 'earliest-bid-deadline', tracks: gp, methods: ['consultation'], from: 'documentIssued', count: 10, unit: 'days', meaning: 'earliest', rolls: false, article: '财库〔2014〕214号10条', confidence: 'secondary' },
  { code: 'earliest-bid-deadline', tracks: gp, methods: lively, from: 'documentIssued', count: 3, unit: 'workingDays', meaning: 'earliest', rolls: false, article: '财政部令第74号29、45条', confidence: 'secondary' },
  { code: 'earliest-doc-sale-end', tracks: gp, methods: null, from: 'docSaleStart', count: 5, unit: 'workingDays', meaning: 'earliest', rolls: false, article: '政府采购法实施条例31条', confidence: 'law' },
  { code: 'earliest-doc-sale-end', tracks: law, methods: null, from: 'docSaleStart', count: 5, unit: 'days', meaning: 'earliest', rolls: false, article: '招标投标法实施条例16条', confidence: 'law' },
  { code: 'notice-period-end', tracks: gp, methods: ['tender'], from: 'noticePublished', count: 5, unit: 'workingDays', meaning: 'latest', rolls: false, article: '财办库〔2020〕50号', confidence: 'notice' },
  { code: 'notice-period-end', tracks: gp, methods: ['consultation', ...lively], from: 'noticePublished', count: 3, unit: 'workingDays', meaning: 'latest', rolls: false, article: '财办库〔2020〕50号', confidence: 'notice' },
  { code: 'latest-clarification', tracks: both, methods: ['tender'], from: 'bidDeadline', count: -15, unit: 'days', meaning: 'latest', rolls: false, article: '政府采购法实施条例31条；招标投标法23条, 实施条例21条', confidence: 'law' },
  { code: 'latest-clarification', tracks: gp, methods: ['consultation'], from: 'bidDeadline', count: -5, unit: 'days', meaning: 'latest', rolls: false, article: '财库〔2014〕214号', confidence: 'memory' },
  { code: 'latest-clarification', tracks: gp, methods: lively, from: 'bidDeadline', count: -3, unit: 'workingDays', meaning: 'latest', rolls: false, article: '财政部令第74号', confidence: 'memory' },
  { code: 'latest-document-objection', tracks: law, methods: null, from: 'bidDeadline', count: -10, unit: 'days', meaning: 'latest', rolls: false, article: '招标投标法实施条例22条', confidence: 'law' },
  { code: 'latest-document-challenge', tracks: gp, methods: null, from: 'docReceived', count: 7, unit: 'workingDays', meaning: 'latest', rolls: false, article: '政府采购法52条', confidence: 'law' },
  { code: 'latest-candidates-publicity', tracks: law, methods: null, from: 'reportReceived', count: 3, unit: 'days', meaning: 'latest', rolls: false, article: '招标投标法实施条例54条', confidence: 'law' },
  { code: 'earliest-candidates-publicity-end', tracks: law, methods: null, from: 'candidatesPublished', count: 3, unit: 'days', meaning: 'earliest', rolls: false, article: '招标投标法实施条例54条', confidence: 'law' },
  { code: 'latest-result-objection', tracks: law, methods: null, from: 'candidatesPublicityEnd', count: 0, unit: 'days', meaning: 'latest', rolls: false, article: '招标投标法实施条例54条', confidence: 'law' },
  { code: 'result-publicity-end', tracks: gp, methods: null, from: 'resultPublished', count: 1, unit: 'workingDays', meaning: 'latest', rolls: false, article: '财办库〔2020〕50号', confidence: 'notice' },
  { code: 'latest-result-challenge', tracks: gp, methods: null, from: 'resultPublished', count: 8, unit: 'workingDays', meaning: 'latest', rolls: false, article: '政府采购法52条；实施条例53条（三）；公告期限1个工作日', confidence: 'law' },
  { code: 'latest-challenge-reply', tracks: gp, methods: null, from: 'challengeFiled', count: 7, unit: 'workingDays', meaning: 'latest', rolls: false, article: '政府采购法53条', confidence: 'law' },
  { code: 'latest-complaint', tracks: gp, methods: null, from: 'replyDue', count: 15, unit: 'workingDays', meaning: 'latest', rolls: false, article: '政府采购法55条', confidence: 'law' },
  { code: 'latest-complaint', tracks: law, methods: null, from: 'knownDate', count: 10, unit: 'days', meaning: 'latest', rolls: false, article: '招标投标法实施条例60条', confidence: 'law' },
  { code: 'latest-result-publication', tracks: gp, methods: null, from: 'awardDecided', count: 2, unit: 'workingDays', meaning: 'latest', rolls: false, article: '政府采购法实施条例43条', confidence: 'law' },
  { code: 'latest-contract', tracks: both, methods: null, from: 'awardNotice', count: 30, unit: 'days', meaning: 'latest', rolls: true, article: '招标投标法46条；政府采购法46条；民法典203条', confidence: 'law' },
  { code: 'latest-bond-refund-loser', tracks: gp, methods: null, from: 'awardNotice', count: 5, unit: 'workingDays', meaning: 'latest', rolls: false, article: '政府采购法实施条例33条', confidence: 'law' },
  { code: 'latest-bond-refund-winner', tracks: gp, methods: null, from: 'contractSigned', count: 5, unit: 'workingDays', meaning: 'latest', rolls: false, article: '政府采购法实施条例33条', confidence: 'law' },
  { code: 'latest-bond-refund', tracks: law, methods: null, from: 'contractSigned', count: 5, unit: 'days', meaning: 'latest', rolls: false, article: '招标投标法实施条例57条', confidence: 'law' },
  { code: 'latest-contract-publication', tracks: gp, methods: null, from: 'contractSigned', count: 2, unit: 'workingDays', meaning: 'latest', rolls: false, article: '政府采购法实施条例50条', confidence: 'law' },
  { code: 'latest-contract-filing', tracks: gp, methods: null, from: 'contractSigned', count: 7, unit: 'workingDays', meaning: 'latest', rolls: false, article: '政府采购法47条', confidence: 'law' },
]
