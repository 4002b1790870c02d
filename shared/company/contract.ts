import { oc } from '@orpc/contract'
import { Company } from '#shared/company/company.ts'

export const companyContract = {
  get: oc.output(Company),
  save: oc.input(Company).output(Company),
}
