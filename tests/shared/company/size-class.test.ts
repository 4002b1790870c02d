import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sizeClass } from '#shared/company/size-class.ts'

const software = '软件和信息技术服务业'
const order = ['micro', 'small', 'medium', 'large']

describe('the size of a company', () => {
  test('both limits of a class must be met', () => {
    const sizes = [['300', '10000'], ['300', '9999.99'], ['299', '99999'], ['100', '1000'], ['9', '100000'], ['10', '49.99']] as const
    expect(sizes.map(([staff, revenue]) => sizeClass(software, staff, revenue))).toEqual(['large', 'medium', 'medium', 'medium', 'micro', 'micro'].map((size) => ({ ok: true, size })))
  })

  test('more staff or revenue never makes a company smaller', () => {
    const figure = fc.integer({ min: 0, max: 20_000 })
    const rankOf = (staff: number, revenue: number) => {
      const found = sizeClass(software, String(staff), String(revenue))
      return found.ok ? order.indexOf(found.size) : -1
    }
    fc.assert(
      fc.property(figure, figure, figure, figure, (staff, revenue, moreStaff, moreRevenue) => {
        expect(rankOf(staff + moreStaff, revenue + moreRevenue)).toBeGreaterThanOrEqual(rankOf(staff, revenue))
      }),
    )
  })

  test('an industry whose limits were not read, or half a person, is not classified', () => {
    expect(sizeClass('建筑业', '10', '50')).toEqual({ ok: false, code: 'industry-unsupported' })
    expect(sizeClass(software, '1.5', '50')).toEqual({ ok: false, code: 'figures-invalid' })
  })
})
