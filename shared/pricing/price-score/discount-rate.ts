import { Decimal } from '#shared/decimal.ts'

const paidShare = ['折扣率', '折扣', '费率', '折扣系数']
const takenOff = ['下浮率', '优惠率', '降幅', '下浮比例', '让利率', '降价率']

export type DiscountPrice = { ok: true; price: Decimal } | { ok: false; code: 'discount-label-unknown' | 'percent-out-of-range' }

/** A bid given as a percentage: 下浮率/优惠率/降幅 is taken off the base, 折扣率/费率 is the share paid (八五折 = 85 %). Percent 0–100. */
export function priceFromDiscount(base: string, label: string, percent: string): DiscountPrice {
  const share = new Decimal(percent).div(100)
  if (share.lt(0) || share.gt(1)) return { ok: false, code: 'percent-out-of-range' }
  if (takenOff.includes(label)) return { ok: true, price: new Decimal(base).times(new Decimal(1).minus(share)) }
  if (paidShare.includes(label)) return { ok: true, price: new Decimal(base).times(share) }
  return { ok: false, code: 'discount-label-unknown' }
}
