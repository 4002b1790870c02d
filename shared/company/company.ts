import { z } from 'zod'

const line = z.string().max(300).nullable()

/** Who bids: what the forms print about us. Null: not filled in yet. */
export const Company = z.object({
  name: line,
  creditCode: line,
  address: line,
  legalRepresentative: line,
  authorisedAgent: line,
  phone: line,
  email: line,
  bankName: line,
  bankAccount: line,
  isSmallBusiness: z.boolean().nullable(),
})
export type Company = z.infer<typeof Company>
