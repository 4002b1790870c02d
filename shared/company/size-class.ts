import { Decimal } from '#shared/decimal.ts'

export type SizeClass = 'large' | 'medium' | 'small' | 'micro'
export type SizeResult = { ok: true; size: SizeClass } | { ok: false; code: 'industry-unsupported' | 'figures-invalid' }

/** Lower limits per class: staff and yearly revenue in 万元; both must be met, else the next class. */
type Limits = readonly { size: SizeClass; staff: number; revenueWan: number }[]

const software: Limits = [
  { size: 'large', staff: 300, revenueWan: 10_000 },
  { size: 'medium', staff: 100, revenueWan: 1000 },
  { size: 'small', staff: 10, revenueWan: 50 },
]
/** Only industries whose text was read; another one must be looked up by a person. */
const limitsByIndustry: Record<string, Limits> = { 软件和信息技术服务业: software }

/** How the declaration form names a class. */
export const sizeClassNames = { large: '大型', medium: '中型', small: '小型', micro: '微型' } as const satisfies Record<SizeClass, string>

/** The class as the declaration prints it, from what a company typed; null while a figure is missing or the industry is not one we know. */
export function statedSize(industry: string | null, employees: string | null, revenueWan: string | null): SizeClass | null {
  const figure = /^\d{1,12}(\.\d{1,6})?$/
  if (industry === null || employees === null || revenueWan === null || !figure.test(employees) || !figure.test(revenueWan)) return null
  const result = sizeClass(industry, employees, revenueWan)
  return result.ok ? result.size : null
}

/** Size of a firm by last year's staff and revenue (万元): 工信部联企业〔2011〕300号 四(十二). */
export function sizeClass(industry: string, employees: string, revenueWan: string): SizeResult {
  const limits = limitsByIndustry[industry]
  if (limits === undefined) return { ok: false, code: 'industry-unsupported' }
  const [staff, revenue] = [new Decimal(employees), new Decimal(revenueWan)]
  if (staff.lt(0) || revenue.lt(0) || !staff.isInteger()) return { ok: false, code: 'figures-invalid' }
  const met = limits.find((limit) => staff.gte(limit.staff) && revenue.gte(limit.revenueWan))
  return { ok: true, size: met?.size ?? 'micro' }
}
