import { z } from 'zod'
import { DecimalText } from '#shared/decimal.ts'
import { Instant } from '#shared/time.ts'

export const RequirementKind = z.enum(['qualification', 'business', 'technical', 'other'])
export type RequirementKind = z.infer<typeof RequirementKind>

/** How a tender document marks a clause: ★ is substantive (a deviation rejects the bid), ▲, △ or # weighs more in scoring. */
export const RequirementMark = z.enum(['star', 'triangle', 'none'])
export type RequirementMark = z.infer<typeof RequirementMark>

/** What earns points: the requirement's text holds the criteria. `points` is the most the factor can earn; null where it is not stated. */
export const Scoring = z.object({ factor: z.string().min(1).max(300), points: DecimalText.nullable() })
export type Scoring = z.infer<typeof Scoring>

/** Where a requirement was read: a notice or a tender document, and the place in its text (text.slice(start, end)). Pages count from 1. */
export const RequirementSource = z.object({
  kind: z.enum(['notice', 'document']),
  id: z.string(),
  name: z.string(),
  page: z.int().min(1).nullable(),
  start: z.int().min(0),
  end: z.int().min(0),
})
export type RequirementSource = z.infer<typeof RequirementSource>

/** What a person may write or change. */
export const RequirementFields = z.object({
  lotNo: z.string().max(100).nullable(),
  /** As printed: "3.2.1", "（二）"; null where the clause has none. */
  clauseNo: z.string().max(60).nullable(),
  kind: RequirementKind,
  mark: RequirementMark,
  text: z.string().trim().min(1).max(20_000),
  /** Not answering it makes the bid invalid, or the words say must (必须, 须, 应当, 不得 …). */
  isMandatory: z.boolean(),
  scoring: Scoring.nullable(),
})
export type RequirementFields = z.infer<typeof RequirementFields>

export const Requirement = RequirementFields.extend({
  id: z.string(),
  version: z.int(),
  createdAt: Instant,
  updatedAt: Instant,
  tenderId: z.string(),
  /** Rising within the tender. */
  order: z.int(),
  /** Null for what a person wrote. */
  source: RequirementSource.nullable(),
  /** A person wrote or changed it: reading again leaves it alone. */
  isEdited: z.boolean(),
})
export type Requirement = z.infer<typeof Requirement>

/** A requirement as read from a text, before it is stored. */
export type FoundRequirement = RequirementFields & { start: number; end: number }

const markRank: Record<RequirementMark, number> = { star: 0, triangle: 1, none: 2 }

/** ★ first, then ▲, then the others; within each as ordered. */
export const byImportance = (a: Requirement, b: Requirement): number => markRank[a.mark] - markRank[b.mark] || a.order - b.order

/** The same words, however they are set, are the same requirement of a lot. */
export const identityOf = ({ lotNo, text }: Pick<RequirementFields, 'lotNo' | 'text'>): string => `${lotNo ?? ''}|${text.normalize('NFKC').replace(/[\s★▲△]/g, '')}`
