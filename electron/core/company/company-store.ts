import type { WorkspaceDb } from '#core/db/workspace.ts'
import { Company, noDetails } from '#shared/company/company.ts'

const nobodyYet: Company = {
  name: null,
  creditCode: null,
  address: null,
  legalRepresentative: null,
  authorisedAgent: null,
  phone: null,
  email: null,
  bankName: null,
  bankAccount: null,
  isSmallBusiness: null,
  details: noDetails,
}

export async function loadCompany(db: WorkspaceDb): Promise<Company> {
  const row = await db.selectFrom('company').select('data').where('id', '=', 1).executeTakeFirst()
  return row ? Company.parse(JSON.parse(row.data)) : nobodyYet
}

export async function saveCompany(db: WorkspaceDb, company: Company, at: string, isSample = false): Promise<void> {
  const values = { id: 1, data: JSON.stringify(company), isSample: isSample ? 1 : 0, updatedAt: at }
  await db.insertInto('company').values(values).onConflict((on) => on.column('id').doUpdateSet({ data: values.data, isSample: values.isSample, updatedAt: at })).execute()
}

export async function hasCompany(db: WorkspaceDb): Promise<boolean> {
  return (await db.selectFrom('company').select('id').executeTakeFirst()) !== undefined
}

/** Forgets the company if it is the sample's; the person's own stays. */
export async function deleteSampleCompany(db: WorkspaceDb): Promise<void> {
  await db.deleteFrom('company').where('isSample', '=', 1).execute()
}
