import { m } from '#renderer/paraglide/messages.js'
import type { CostCategory } from '#shared/estimate/estimate.ts'

export function categoryName(category: CostCategory): string {
  switch (category) {
    case 'people': return m.category_people()
    case 'inference': return m.category_inference()
    case 'compute': return m.category_compute()
    case 'hardware': return m.category_hardware()
    case 'licence': return m.category_licence()
    case 'data': return m.category_data()
    case 'travel': return m.category_travel()
    case 'subcontract': return m.category_subcontract()
    case 'fee': return m.category_fee()
    case 'other': return m.category_other()
  }
}
