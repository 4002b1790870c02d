import { z } from 'zod'
import { Volume } from '#shared/documents/volume.ts'

/** How far the document in the printing thread is: 0 to 1 of its forms set and its pages drawn. The volumes a bid cites are set one after the other. */
export const PrintProgress = z.object({ volume: Volume, share: z.number().min(0).max(1) })
export type PrintProgress = z.infer<typeof PrintProgress>
