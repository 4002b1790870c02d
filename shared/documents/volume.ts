import { z } from 'zod'

/** A part of a bid that is printed and uploaded apart; `internal` never leaves the company. */
export const Volume = z.enum(['business', 'technical', 'price', 'internal'])
export type Volume = z.infer<typeof Volume>

/** The volumes a buyer gets. */
export type BuyerVolume = Exclude<Volume, 'internal'>
