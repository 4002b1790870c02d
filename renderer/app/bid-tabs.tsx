import type { MountedBidTab } from '#renderer/app/bid-tab.ts'

/** The tabs of a bid that are features of their own, in order. */
export const bidTabs: readonly MountedBidTab[] = []
