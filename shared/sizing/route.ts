import type { SizingItem } from '#shared/sizing/sizing.ts'
import type { Step } from '#shared/sizing/step.ts'

/** One thing a route buys: how much of it over all months and what that costs, CNY without VAT; null is unknown. `isSpread`: paid month by month, else once at the start. */
export type RouteItem = { item: SizingItem; quantity: string | null; cost: string | null; isSpread: boolean }

/** One way to serve the load, with every figure on the way. `isDomestic` null: not known. */
export type RouteResult = { id: string; isDomestic: boolean | null; steps: Step[]; items: RouteItem[]; total: string | null; cards: string | null; servers: string | null }
