import type { BuyerBid } from '#shared/documents/buyer-bid.ts'
import { known, phraseOf, yuan } from '#shared/documents/wording.ts'

const bondForms = { transfer: '银行转账', guarantee: '银行保函', cheque: '支票', none: '' } as const

/** '￥80,000.00（银行保函）', '不适用' where none is asked for. */
export const bondText = ({ terms }: BuyerBid): string => {
  if (terms.bondForm === 'none') return '不适用'
  const amount = terms.bondAmount === null ? known(null, '投标保证金金额') : yuan(terms.bondAmount)
  return `${amount}（${terms.bondForm === null ? known(null, '保证金形式') : bondForms[terms.bondForm]}）`
}

export const validityText = (bid: BuyerBid): string => `${phraseOf(bid)('自投标截止之日起')} ${bid.terms.validityDays ?? known(null, '投标有效期')} 日历天`
