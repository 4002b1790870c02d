import { Decimal } from '#shared/decimal.ts'
import type { KeyValueShape, LanguageModel } from '#shared/sizing/catalogue.ts'
import { acceleratorOf, languageModelOf, publishedThroughput } from '#shared/sizing/catalogues.ts'
import { growthFactor, loadSteps } from '#shared/sizing/load.ts'
import type { RouteItem, RouteResult } from '#shared/sizing/route.ts'
import type { Sizing, Stack } from '#shared/sizing/sizing.ts'
import { type Step, calculation, largest, wholeThings } from '#shared/sizing/step.ts'

/** 24 hours × 365 ÷ 12: servers run all the time. */
export const hoursPerMonth = 730

/** Values one token keeps in the cache over all layers. */
const cacheValuesPerToken = (shape: KeyValueShape): number => (shape.kind === 'grouped' ? 2 * shape.layers * shape.heads * shape.headSize : shape.layers * shape.latentSize)

/** A person's figure, else the catalogue's, else null. Published throughput is for the weights it was measured with. */
export const stackFigures = (stack: Stack, { modelId, bytesPerWeight }: Pick<Sizing['deployment'], 'modelId' | 'bytesPerWeight'>) => {
  const accelerator = acceleratorOf(stack.acceleratorId)
  const found = publishedThroughput(stack.acceleratorId, modelId)
  const published = found !== null && new Decimal(found.bytesPerWeight).eq(bytesPerWeight) ? found : null
  return {
    accelerator,
    published,
    memoryGb: stack.memoryGb ?? accelerator?.memoryGb ?? null,
    powerWatts: stack.powerWatts ?? accelerator?.powerWatts ?? null,
    inputTokensPerSecond: stack.inputTokensPerSecond ?? published?.inputTokensPerSecond ?? null,
    outputTokensPerSecond: stack.outputTokensPerSecond ?? published?.outputTokensPerSecond ?? null,
  }
}
type StackFigures = ReturnType<typeof stackFigures>

/** The busiest second of the busiest month. */
const peakSteps = ({ load, deployment, months }: Sizing, requestsPerMonth: Step) => {
  const growth = growthFactor(load)
  const factor = growth.greaterThan(1) ? growth.pow(months - 1).toDecimalPlaces(12) : new Decimal(1)
  const days = new Decimal(load.workingDays).isZero() ? '1' : load.workingDays
  const peakRequests = calculation('peakRequests', 'requests-per-second', ['', 'requestsPerMonth', requestsPerMonth.value], ['×', 'lastMonthFactor', factor], ['÷', 'workingDays', days], ['÷', 'hoursPerDay', deployment.hoursPerDay], ['÷', 'secondsPerHour', 3600], ['×', 'peakFactor', deployment.peakFactor])
  const peakInput = calculation('peakInput', 'tokens-per-second', ['', 'peakRequests', peakRequests.value], ['×', 'inputTokens', load.inputTokens], ['×', 'freshShare', new Decimal(1).minus(load.cacheShare)])
  const peakOutput = calculation('peakOutput', 'tokens-per-second', ['', 'peakRequests', peakRequests.value], ['×', 'outputTokens', load.outputTokens])
  return { peakRequests, peakInput, peakOutput }
}
type Peak = ReturnType<typeof peakSteps>

/** Reading the input and writing the output share the cards: what each needs is added before rounding up. */
const speedSteps = (peak: Peak, figures: StackFigures) => {
  const cardsForInput = calculation('cardsForInput', 'cards', ['', 'peakInput', peak.peakInput.value], ['÷', 'inputTokensPerSecond', figures.inputTokensPerSecond])
  const cardsForOutput = calculation('cardsForOutput', 'cards', ['', 'peakOutput', peak.peakOutput.value], ['÷', 'outputTokensPerSecond', figures.outputTokensPerSecond])
  const cardsForSpeed = wholeThings('cardsForSpeed', 'cards', ['', 'cardsForInput', cardsForInput.value], ['+', 'cardsForOutput', cardsForOutput.value])
  return { cardsForInput, cardsForOutput, cardsForSpeed }
}

/** The weights once per copy of the model, and the cache of the requests running at the peak. */
const memorySteps = ({ load, deployment }: Sizing, stack: Stack, model: LanguageModel | null, figures: StackFigures, peak: Peak, cardsForSpeed: Step) => {
  const parameters = model?.parametersB ?? null
  const perToken = model === null ? null : cacheValuesPerToken(model.keyValue)
  const weights = calculation('weights', 'gigabytes', ['', 'parametersB', parameters], ['×', 'bytesPerWeight', deployment.bytesPerWeight], ['×', 'overheadShare', new Decimal(deployment.overheadShare).plus(1)])
  const usableMemory = calculation('usableMemory', 'gigabytes', ['', 'memoryGb', figures.memoryGb], ['×', 'usableShare', stack.usableShare])
  const cardsPerCopy = wholeThings('cardsPerCopy', 'cards', ['', 'weights', weights.value], ['÷', 'usableMemory', usableMemory.value])
  const copies = wholeThings('copies', 'copies', ['', 'cardsForSpeed', cardsForSpeed.value === '0' ? '1' : cardsForSpeed.value], ['÷', 'cardsPerCopy', cardsPerCopy.value])
  const concurrent = calculation('concurrent', 'requests', ['', 'peakRequests', peak.peakRequests.value], ['×', 'secondsPerRequest', deployment.secondsPerRequest])
  const cachePerToken = calculation('cachePerToken', 'bytes', ['', 'cacheValuesPerToken', perToken], ['×', 'bytesPerCacheValue', deployment.bytesPerCacheValue])
  const context = new Decimal(load.inputTokens).plus(load.outputTokens)
  const cacheMemory = calculation('cacheMemory', 'gigabytes', ['', 'concurrent', concurrent.value], ['×', 'contextTokens', context], ['×', 'cachePerToken', cachePerToken.value], ['÷', 'giga', 1_000_000_000])
  const cardsForMemory = wholeThings('cardsForMemory', 'cards', ['', 'copies', copies.value], ['×', 'weights', weights.value], ['+', 'cacheMemory', cacheMemory.value], ['÷', 'usableMemory', usableMemory.value])
  return { weights, usableMemory, cardsPerCopy, copies, concurrent, cachePerToken, cacheMemory, cardsForMemory }
}

type Sized = { sizing: Sizing; stack: Stack; figures: StackFigures; servers: Step }

const boughtSteps = ({ sizing: { deployment, months }, stack, figures, servers }: Sized): { steps: Step[]; items: RouteItem[] } => {
  const serversCost = calculation('serversCost', 'cny', ['', 'servers', servers.value], ['×', 'serverPrice', stack.serverPrice])
  const power = calculation('power', 'kilowatts', ['', 'powerWatts', figures.powerWatts], ['×', 'cardsPerServer', stack.cardsPerServer], ['+', 'serverWatts', stack.serverWatts], ['×', 'servers', servers.value], ['÷', 'thousand', 1000])
  const energy = calculation('energy', 'kilowatt-hours', ['', 'power', power.value], ['×', 'pue', deployment.pue], ['×', 'hoursPerMonth', hoursPerMonth], ['×', 'months', months])
  const powerCost = calculation('powerCost', 'cny', ['', 'energy', energy.value], ['×', 'powerPrice', deployment.powerPrice])
  const serverMonths = servers.value === null ? null : new Decimal(servers.value).times(months).toFixed()
  const hostingCost = calculation('hostingCost', 'cny', ['', 'servers', servers.value], ['×', 'hostingPerServer', deployment.hostingPerServer], ['×', 'months', months])
  return {
    steps: [serversCost, power, energy, powerCost, hostingCost],
    items: [
      { item: 'servers', quantity: servers.value, cost: serversCost.value, isSpread: false },
      { item: 'power', quantity: energy.value, cost: powerCost.value, isSpread: true },
      { item: 'hosting', quantity: serverMonths, cost: hostingCost.value, isSpread: true },
    ],
  }
}

const rentedSteps = ({ sizing: { months }, stack, servers }: Sized): { steps: Step[]; items: RouteItem[] } => {
  const rentalCost = calculation('rentalCost', 'cny', ['', 'servers', servers.value], ['×', 'cardsPerServer', stack.cardsPerServer], ['×', 'rentPerCard', stack.rentPerCard], ['×', 'months', months])
  const cardMonths = servers.value === null ? null : new Decimal(servers.value).times(stack.cardsPerServer).times(months).toFixed()
  return { steps: [rentalCost], items: [{ item: 'rental', quantity: cardMonths, cost: rentalCost.value, isSpread: true }] }
}

/**
 * What serving the load on this hardware costs over all months, CNY without VAT. Cards follow from the measured
 * throughput and from what has to fit into memory, whichever asks for more; a figure nobody measured leaves all that
 * depends on it null. Rented cards come with their power and hosting.
 */
export const privateRoute = (sizing: Sizing, stack: Stack): RouteResult => {
  const { deployment, months } = sizing
  const load = loadSteps(sizing)
  const figures = stackFigures(stack, deployment)
  const peak = peakSteps(sizing, load.requestsPerMonth)
  const speed = speedSteps(peak, figures)
  const memory = memorySteps(sizing, stack, languageModelOf(deployment.modelId), figures, peak, speed.cardsForSpeed)
  const cards = largest('cards', 'cards', ['', 'cardsForSpeed', speed.cardsForSpeed.value], ['', 'cardsForMemory', memory.cardsForMemory.value])
  const servers = wholeThings('servers', 'servers', ['', 'cards', cards.value], ['÷', 'cardsPerServer', stack.cardsPerServer], ['+', 'spareServers', stack.spareServers])
  const sized = { sizing, stack, figures, servers }
  const supplied = stack.supply === 'buy' ? boughtSteps(sized) : rentedSteps(sized)
  const personMonths = new Decimal(deployment.people).times(months).toFixed()
  const costPerPerson = new Decimal(deployment.people).isZero() ? '0' : deployment.costPerPerson
  const peopleCost = calculation('peopleCost', 'cny', ['', 'people', deployment.people], ['×', 'costPerPerson', costPerPerson], ['×', 'months', months])
  const items: RouteItem[] = [...supplied.items, { item: 'people', quantity: personMonths, cost: peopleCost.value, isSpread: true }]
  const costs = [...supplied.steps, peopleCost].filter(({ key }) => key.endsWith('Cost'))
  const total = calculation('total', 'cny', ...costs.map(({ key, value }, index) => [index === 0 ? ('' as const) : ('+' as const), key, value] as const))
  const isDomestic = figures.accelerator?.isDomestic ?? null
  return {
    id: stack.id,
    isDomestic,
    steps: [...Object.values(load), ...Object.values(peak), ...Object.values(speed), ...Object.values(memory), cards, servers, ...supplied.steps, peopleCost, total],
    items,
    total: total.value,
    cards: cards.value,
    servers: servers.value,
  }
}
