import { z } from 'zod'

/** What the table can show and an export can hold, in their first order. */
export const TenderColumn = z.enum(['projectNo', 'title', 'buyer', 'deadline', 'value', 'stage', 'owner', 'verdict', 'published', 'agency', 'region', 'method', 'useCase', 'decision', 'score', 'budget', 'ceiling', 'openingTime', 'lots', 'offer', 'margin', 'source', 'updated'])
export type TenderColumn = z.infer<typeof TenderColumn>

/** Before anybody chose: what fits the smallest window. */
export const firstColumns: readonly TenderColumn[] = ['projectNo', 'title', 'buyer', 'deadline', 'value', 'stage', 'owner', 'verdict']
