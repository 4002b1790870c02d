import type { Sizing, Stack } from '#shared/sizing/sizing.ts'

/** A stack nobody has chosen a card for yet. */
export const emptyStack = (id: string, acceleratorId: string | null): Stack => ({
  id,
  acceleratorId,
  memoryGb: null,
  powerWatts: null,
  inputTokensPerSecond: null,
  outputTokensPerSecond: null,
  usableShare: '0.9',
  cardsPerServer: 8,
  serverWatts: '1500',
  spareServers: 0,
  supply: 'buy',
  serverPrice: null,
  rentPerCard: null,
  source: null,
})

/**
 * Where a sizing starts: an ordinary load to be replaced, no price that nobody gave, and two stacks to compare, one of
 * domestic cards and one of NVIDIA's.
 */
export const newSizing = (newId: () => string): Sizing => {
  const stacks = [emptyStack(newId(), 'ascend-910b'), emptyStack(newId(), 'nvidia-h20')]
  return {
    startMonth: 0,
    months: 12,
    load: { users: '1000', activeShare: '0.3', requestsPerDay: '10', workingDays: '21', inputTokens: '2000', outputTokens: '500', cacheShare: '0', monthlyGrowth: '0', rangeLow: '0.7', rangeHigh: '1.5' },
    api: { model: '', isDomestic: null, inputPrice: null, cachedPrice: null, outputPrice: null, monthlyDecline: '0', vatRate: '0.06', source: null },
    deployment: { modelId: 'qwen3-32b', bytesPerWeight: '1', bytesPerCacheValue: '2', overheadShare: '0.1', peakFactor: '3', hoursPerDay: '8', secondsPerRequest: '20', pue: '1.3', powerPrice: null, hostingPerServer: null, people: '0', costPerPerson: null },
    stacks,
    choice: 'api',
    isDomesticRequired: false,
    isLinked: false,
    left: [],
  }
}
