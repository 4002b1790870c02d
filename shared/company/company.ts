import { z } from 'zod'

const line = z.string().max(300).nullable()

/** What single forms ask beside: identity of the signatories, and last year's figures for the declaration of size. */
export const CompanyDetails = z.object({
  unitKind: line,
  founded: line,
  term: line,
  legalGender: line,
  legalAge: line,
  legalPost: line,
  agentPost: line,
  agentIdentity: line,
  industry: line,
  employees: line,
  /** 万元, of last year. */
  revenueWan: line,
  assetsWan: line,
})
export type CompanyDetails = z.infer<typeof CompanyDetails>

export const noDetails: CompanyDetails = { unitKind: null, founded: null, term: null, legalGender: null, legalAge: null, legalPost: null, agentPost: null, agentIdentity: null, industry: null, employees: null, revenueWan: null, assetsWan: null }

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
  details: CompanyDetails.default(noDetails),
})
export type Company = z.infer<typeof Company>

/** As the window fills it in: nothing left out. */
export const CompanyFacts = Company.extend({ details: CompanyDetails })
export type CompanyFacts = z.infer<typeof CompanyFacts>
