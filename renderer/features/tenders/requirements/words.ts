import { z } from 'zod'
import { m } from '#renderer/paraglide/messages.js'
import { UnreadableReason } from '#shared/requirements/contract.ts'
import type { RequirementKind, RequirementMark } from '#shared/requirements/requirement.ts'

export const requirementKinds: readonly RequirementKind[] = ['qualification', 'business', 'technical', 'other']
export const requirementMarks: readonly RequirementMark[] = ['star', 'triangle', 'none']

export function requirementKindName(kind: RequirementKind): string {
  switch (kind) {
    case 'qualification':
      return m.requirement_qualification()
    case 'business':
      return m.requirement_business()
    case 'technical':
      return m.requirement_technical()
    case 'other':
      return m.requirement_other()
  }
}

export function markName(mark: RequirementMark): string {
  switch (mark) {
    case 'star':
      return m.requirement_star()
    case 'triangle':
      return m.requirement_triangle()
    case 'none':
      return m.requirement_unmarked()
  }
}

export const markSign: Record<RequirementMark, string> = { star: '★', triangle: '▲', none: '' }

const Unreadable = z.object({ reason: UnreadableReason })

/** Why a tender document could not be read, and what to do. */
export function unreadableText(data: unknown): string {
  const parsed = Unreadable.safeParse(data)
  switch (parsed.data?.reason) {
    case 'file-empty':
      return m.document_empty()
    case 'file-too-large':
      return m.document_too_large()
    case 'encoding-unknown':
      return m.document_not_text()
    default:
      return m.document_unreadable()
  }
}
