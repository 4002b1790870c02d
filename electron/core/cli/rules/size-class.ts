import { z } from 'zod'
import { type Actual, failure, rule } from '#core/cli/rules/vector.ts'
import { sizeClass, sizeClassNames } from '#shared/company/size-class.ts'
import { DecimalText } from '#shared/decimal.ts'

export const sizeClassRule = rule(z.object({ industry: z.string(), employees: DecimalText, revenue_wan: DecimalText }), (inputs): Actual => {
  const found = sizeClass(inputs.industry, inputs.employees, inputs.revenue_wan)
  return found.ok ? { size: sizeClassNames[found.size] } : failure(found.code, inputs.industry)
})
