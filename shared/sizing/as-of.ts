import type { Provenance } from '#shared/estimate/provenance.ts'
import type { Sizing } from '#shared/sizing/sizing.ts'

const isPast = (taken: Provenance | null | undefined, today: string): boolean => taken?.validUntil !== null && taken?.validUntil !== undefined && taken.validUntil < today

/** The sizing as it can be calculated with on `today`: a price of the book past its last day is unknown. */
export const asOf = (sizing: Sizing, today: string): Sizing => {
  const { api, stacks } = sizing
  return {
    ...sizing,
    api: {
      ...api,
      inputPrice: isPast(api.taken?.input, today) ? null : api.inputPrice,
      cachedPrice: isPast(api.taken?.cached, today) ? null : api.cachedPrice,
      outputPrice: isPast(api.taken?.output, today) ? null : api.outputPrice,
    },
    stacks: stacks.map((stack) => (isPast(stack.taken, today) ? { ...stack, serverPrice: stack.supply === 'buy' ? null : stack.serverPrice, rentPerCard: stack.supply === 'rent' ? null : stack.rentPerCard } : stack)),
  }
}
