import { z } from 'zod'
import { Requirement } from '#shared/requirements/requirement.ts'

/** How our answer stands to what is asked: 无偏离, 正偏离 (we give more), 负偏离 (we give less). */
export const Deviation = z.enum(['none', 'positive', 'negative'])
export type Deviation = z.infer<typeof Deviation>

/** Where the proof stands: a place of the bid by its anchor, whose page is printed, or words of our own. */
export const EvidenceRef = z.union([z.object({ anchor: z.string().min(1).max(200) }), z.object({ words: z.string().trim().min(1).max(200) })])
export type EvidenceRef = z.infer<typeof EvidenceRef>

/** What a person says to one requirement (应答). Null: nothing said yet. */
export const ResponseFields = z.object({
  answer: z.string().trim().min(1).max(20_000).nullable(),
  deviation: Deviation.nullable(),
  note: z.string().trim().min(1).max(2000).nullable(),
  evidence: z.array(EvidenceRef).max(30),
  /** Who answers it. */
  owner: z.string().trim().min(1).max(100).nullable(),
})
export type ResponseFields = z.infer<typeof ResponseFields>

export const openResponse: ResponseFields = { answer: null, deviation: null, note: null, evidence: [], owner: null }

/** A requirement of the bid's lot with our answer; version 0 while there is none. */
export const ResponseRow = z.object({ requirement: Requirement, response: ResponseFields, version: z.int() })
export type ResponseRow = z.infer<typeof ResponseRow>

/**
 * `open`: nothing that would print; `empty-words`: it only says that it complies, where a concrete answer is asked for;
 * `unproven`: answered, without a place that proves it; `rejecting`: gives less than a ★ clause asks; `negative`: gives less elsewhere.
 */
export type ResponseState = 'open' | 'empty-words' | 'unproven' | 'rejecting' | 'negative' | 'done'

/** Words that promise without saying anything: panels ask for the concrete value (procurement-rules §6, form 12). */
const emptyWords = /^(?:我方|本公司|投标人|供应商)?(?:完全|全部|均|可以|能够|可)?(?:响应|满足|符合|同意|接受|无偏离|无)(?:招标文件|采购文件|磋商文件)?(?:的)?(?:本条)?(?:要求|规定|条款)?[。.！!]?$/

/** Where an answer stands. A scoring item is answered by where it is proven, a clause by words and a deviation. */
export function stateOf({ requirement, response }: Pick<ResponseRow, 'requirement' | 'response'>): ResponseState {
  const { answer, deviation, evidence } = response
  if (requirement.scoring !== null) return evidence.length > 0 ? 'done' : 'open'
  if (answer === null || deviation === null) return 'open'
  if (deviation === 'negative') return requirement.mark === 'star' ? 'rejecting' : 'negative'
  if (requirement.kind === 'technical' && emptyWords.test(answer.replaceAll(/\s/g, ''))) return 'empty-words'
  return requirement.mark === 'star' && evidence.length === 0 ? 'unproven' : 'done'
}

/** The requirement's own words as our promise: what a person then makes concrete. */
export function answerFromRequirement(text: string): string {
  return text.replace(/^[\s★▲△#*＊]+/, '').trim()
}

/** A bid answers what is asked of its lot and of all lots. */
export const isOfLot = ({ lotNo }: Pick<Requirement, 'lotNo'>, bidLotNo: string | null): boolean => lotNo === null || bidLotNo === null || lotNo === bidLotNo
