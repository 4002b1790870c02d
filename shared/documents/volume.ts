import { z } from 'zod'

/** What the program can print for the buyer, in the order it is handed in: three volumes, or one book of all. */
export const PrintableVolume = z.enum(['business', 'technical', 'price', 'book'])
export type PrintableVolume = z.infer<typeof PrintableVolume>

/** A part of a bid that is printed and uploaded apart; `internal` never leaves the company. */
export const Volume = z.enum([...PrintableVolume.options, 'internal'])
export type Volume = z.infer<typeof Volume>

/** The volumes a buyer gets. */
export type BuyerVolume = Exclude<Volume, 'internal'>

/** A price may stand here and nowhere else. */
export const mayShowPrice = (volume: Volume): boolean => volume === 'price' || volume === 'book'
