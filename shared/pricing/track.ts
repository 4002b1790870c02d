import { z } from 'zod'

/** Which law a purchase follows; nearly every rule depends on it (rules §0). */
export const Track = z.enum(['government_procurement', 'tender_law_soe', 'soe_non_mandatory', 'eu', 'world_bank', 'poland', 'italy'])
export type Track = z.infer<typeof Track>
