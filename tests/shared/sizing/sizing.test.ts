import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyEstimate } from '#shared/bids/new-bid.ts'
import { Decimal } from '#shared/decimal.ts'
import { evaluate } from '#shared/estimate/evaluate.ts'
import { Estimate } from '#shared/estimate/estimate.ts'
import { apiRoute } from '#shared/sizing/api-route.ts'
import { accelerators, languageModels, throughputs } from '#shared/sizing/catalogues.ts'
import { type LineMaker, afterEditing, relinked, withSizing } from '#shared/sizing/cost-lines.ts'
import { afterReplacing } from '#shared/workbook/after-replacing.ts'
import { localisationOf } from '#shared/sizing/localisation.ts'
import { newSizing } from '#shared/sizing/new-sizing.ts'
import { privateRoute } from '#shared/sizing/private-route.ts'
import { Sizing, type Stack } from '#shared/sizing/sizing.ts'
import type { Step, StepKey } from '#shared/sizing/step.ts'

const ids = () => {
  let next = 0
  return () => `n${(next += 1)}`
}
const maker = (): LineMaker => ({ nameOf: (item) => `line ${item}`, unitOf: () => '', newId: ids() })

const stack: Stack = { id: 's1', acceleratorId: 'nvidia-a100-80g', memoryGb: null, powerWatts: null, inputTokensPerSecond: '8000', outputTokensPerSecond: '1000', usableShare: '0.9', cardsPerServer: 8, serverWatts: '1500', spareServers: 1, supply: 'buy', serverPrice: '900000', rentPerCard: '9000', source: null }

const sized = (): Sizing => {
  const sizing = newSizing(ids())
  return {
    ...sizing,
    load: { ...sizing.load, cacheShare: '0.4', monthlyGrowth: '0.05' },
    api: { ...sizing.api, model: 'DeepSeek-V3', isDomestic: true, inputPrice: '2', cachedPrice: '0.5', outputPrice: '8', monthlyDecline: '0.02' },
    deployment: { ...sizing.deployment, powerPrice: '0.8', hostingPerServer: '3000', people: '2', costPerPerson: '30000' },
    stacks: [stack],
  }
}

const valueOf = (steps: readonly Step[], key: StepKey): number | null => {
  const value = steps.find((step) => step.key === key)?.value ?? null
  return value === null ? null : Number(value)
}

describe('the API route', () => {
  it('adds up tokens and prices month by month', () => {
    const { load, api, months } = sized()
    let total = 0
    for (let month = 0; month < months; month++) {
      const requests = 1000 * 0.3 * 10 * 21 * 1.05 ** month
      const price = 0.98 ** month
      total += (requests * Number(load.inputTokens) / 1e6) * (0.6 * Number(api.inputPrice) + 0.4 * Number(api.cachedPrice)) * price + (requests * Number(load.outputTokens) / 1e6) * Number(api.outputPrice) * price
    }
    expect(Number(apiRoute(sized()).total)).toBeCloseTo(total, 6)
  })

  it('has no total while a price it needs is unknown, and needs none for tokens that do not occur', () => {
    const sizing = sized()
    expect(apiRoute({ ...sizing, api: { ...sizing.api, cachedPrice: null } }).total).toBeNull()
    expect(apiRoute({ ...sizing, load: { ...sizing.load, cacheShare: '0' }, api: { ...sizing.api, cachedPrice: null } }).total).not.toBeNull()
  })
})

describe('the private route', () => {
  it('takes the cards the slower of speed and memory asks for, whole servers and a spare one', () => {
    const { steps, servers } = privateRoute(sized(), stack)
    const peak = (1000 * 0.3 * 10 * 21 * 1.05 ** 11) / 21 / 8 / 3600 * 3
    expect(valueOf(steps, 'peakRequests')).toBeCloseTo(peak, 9)
    expect(valueOf(steps, 'cardsForSpeed')).toBe(Math.ceil((peak * 2000 * 0.6) / 8000 + (peak * 500) / 1000))
    expect(valueOf(steps, 'weights')).toBeCloseTo(32.8 * 1.1, 9)
    expect(valueOf(steps, 'cachePerToken')).toBe(2 * 64 * 8 * 128 * 2)
    expect(servers).toBe(String(Math.ceil(Number(valueOf(steps, 'cards')) / 8) + 1))
  })

  it('leaves what nobody measured unknown, and says so to the end', () => {
    const sizing = sized()
    const unmeasured = { ...stack, outputTokensPerSecond: null }
    const { steps, total, cards } = privateRoute(sizing, unmeasured)
    expect([cards, total, valueOf(steps, 'cardsForSpeed')]).toEqual([null, null, null])
    expect(valueOf(steps, 'weights')).not.toBeNull()
    expect(privateRoute(sizing, { ...stack, acceleratorId: 'cambricon-mlu590' }).total).toBeNull()
  })

  it('takes a published throughput only for the weights it was measured with', () => {
    const sizing = sized()
    const ascend = { ...stack, acceleratorId: 'ascend-910c', inputTokensPerSecond: null, outputTokensPerSecond: null, powerWatts: '500' }
    const deepseek = { ...sizing, deployment: { ...sizing.deployment, modelId: 'deepseek-v3' } }
    expect(privateRoute(deepseek, ascend).total).not.toBeNull()
    expect(privateRoute({ ...deepseek, deployment: { ...deepseek.deployment, bytesPerWeight: '2' } }, ascend).total).toBeNull()
  })

  it('rents cards with their power and hosting', () => {
    const { items, total } = privateRoute({ ...sized(), deployment: { ...sized().deployment, powerPrice: null, hostingPerServer: null } }, { ...stack, supply: 'rent' })
    expect(items.map(({ item }) => item)).toEqual(['rental', 'people'])
    expect(total).not.toBeNull()
  })
})

const decimal = (min: number, max: number) => fc.integer({ min: min * 1000, max: max * 1000 }).map((thousandths) => String(thousandths / 1000))
const anySizing = fc
  .record({
    users: decimal(0, 5000), activeShare: decimal(0, 1), requestsPerDay: decimal(0, 50), inputTokens: decimal(0, 8000), outputTokens: decimal(0, 2000), cacheShare: decimal(0, 1), monthlyGrowth: decimal(-0.2, 0.2), months: fc.integer({ min: 1, max: 36 }),
    modelId: fc.constantFrom('qwen3-8b', 'qwen3-32b', 'deepseek-v3'), bytesPerWeight: fc.constantFrom('0.5', '1', '2'), peakFactor: decimal(1, 6), secondsPerRequest: decimal(1, 60), supply: fc.constantFrom('buy', 'rent'),
  })
  .map(({ months, modelId, bytesPerWeight, peakFactor, secondsPerRequest, supply, ...load }): Sizing => {
    const sizing = sized()
    return Sizing.parse({ ...sizing, months, load: { ...sizing.load, ...load }, deployment: { ...sizing.deployment, modelId, bytesPerWeight, peakFactor, secondsPerRequest }, stacks: [{ ...stack, supply }] })
  })

const costs = (sizing: Sizing): number[] => [Number(apiRoute(sizing).total), ...sizing.stacks.map((one) => Number(privateRoute(sizing, one).total))]

describe('laws of the sizing', () => {
  it('more users never cost less', () => {
    fc.assert(fc.property(anySizing, decimal(1, 4), (sizing, factor) => {
      const more = { ...sizing, load: { ...sizing.load, users: new Decimal(sizing.load.users).times(factor).toFixed() } }
      const [few, many] = [costs(sizing), costs(more)]
      few.forEach((cost, index) => expect(many[index]).toBeGreaterThanOrEqual(cost - 1e-6))
    }), { numRuns: 150 })
  })

  it('a larger cached share never costs more, as long as cached input is cheaper', () => {
    fc.assert(fc.property(anySizing, decimal(0, 1), (sizing, share) => {
      const more = { ...sizing, load: { ...sizing.load, cacheShare: String(Math.max(Number(sizing.load.cacheShare), Number(share))) } }
      const [some, most] = [costs(sizing), costs(more)]
      some.forEach((cost, index) => expect(most[index]).toBeLessThanOrEqual(cost + 1e-6))
    }), { numRuns: 150 })
  })

  it('what has to be held fits into the memory of the cards', () => {
    fc.assert(fc.property(anySizing, (sizing) => {
      const { steps } = privateRoute(sizing, sizing.stacks[0]!)
      const of = (key: StepKey) => valueOf(steps, key) ?? Number.NaN
      expect(of('cards') * of('usableMemory')).toBeGreaterThanOrEqual(of('copies') * of('weights') + of('cacheMemory') - 1e-6)
      expect(of('cards')).toBeGreaterThanOrEqual(of('cardsPerCopy'))
    }), { numRuns: 150 })
  })

  it('every figure follows from the terms it shows', () => {
    fc.assert(fc.property(anySizing, (sizing) => {
      for (const { rule, terms, value } of [...apiRoute(sizing).steps, ...privateRoute(sizing, sizing.stacks[0]!).steps]) {
        const values = terms.map((term) => new Decimal(term.value ?? 0))
        const exact = rule === 'largest' ? Decimal.max(...values) : terms.reduce((sum, { operator }, index) => {
          const of = values[index]!
          return operator === '×' ? sum.times(of) : operator === '÷' ? sum.div(of) : operator === '+' ? sum.plus(of) : of
        }, new Decimal(0))
        expect(new Decimal(value ?? -1).minus(rule === 'up' ? exact.ceil() : exact).abs().toNumber()).toBeLessThan(1e-9)
      }
    }), { numRuns: 60 })
  })
})

describe('the cost lines of a sizing', () => {
  const linked = (sizing: Sizing = sized()) => withSizing(emptyEstimate(), { ...sizing, isLinked: true }, maker())

  it('come to what the sizing says', () => {
    for (const choice of ['api', 's1']) {
      const estimate = linked({ ...sized(), choice, load: { ...sized().load, rangeLow: '1', rangeHigh: '1' } })
      const total = choice === 'api' ? apiRoute(sized()).total : privateRoute(sized(), stack).total
      expect(Math.abs(Number(evaluate(estimate).direct) - Number(total))).toBeLessThan(0.011)
      expect(() => Estimate.parse(estimate)).not.toThrow()
    }
  })

  it('follow a change of it, but not where a person wrote something else', () => {
    const estimate = linked()
    const own = estimate.costLines.map((line) => (line.origin?.item === 'api-output' ? { ...line, unitCost: { low: '9', likely: '9', high: '9' } } : line))
    const edited = { ...estimate, ...afterEditing(estimate, own) }
    expect(edited.costLines.map(({ origin }) => [origin?.item, origin?.isOverridden])).toEqual([['api-input', false], ['api-cached', false], ['api-output', true]])
    const doubled = withSizing(edited, { ...edited.sizing!, load: { ...edited.sizing!.load, users: '2000' } }, maker())
    const [input, , output] = doubled.costLines
    expect(Number(input?.quantity.likely)).toBeCloseTo(2 * Number(estimate.costLines[0]?.quantity.likely), 6)
    expect(output).toEqual(edited.costLines[2])
    const back = relinked(doubled, 'api-output', maker()).costLines[2]
    expect(back?.origin).toEqual({ item: 'api-output', isOverridden: false })
    expect(Number(back?.unitCost?.likely)).toBeLessThan(9)
  })

  it('a changed name is no override, and a copy is a line of its own', () => {
    const estimate = linked()
    const [first] = estimate.costLines
    const lines = [{ ...first!, name: '其他名称' }, ...estimate.costLines.slice(1), { ...first!, id: 'copy' }]
    expect(afterEditing(estimate, lines).costLines.map(({ origin }) => origin?.isOverridden ?? null)).toEqual([false, false, false, null])
  })

  it('what was taken out stays out until it is asked back', () => {
    const estimate = linked()
    const without = { ...estimate, ...afterEditing(estimate, estimate.costLines.slice(1)) }
    const again = withSizing(without, { ...without.sizing!, months: 24 }, maker())
    expect(again.costLines.map(({ origin }) => origin?.item)).toEqual(['api-cached', 'api-output'])
    expect(relinked(again, 'api-input', maker()).costLines).toHaveLength(3)
  })

  it('another way brings its own lines and takes the old ones away', () => {
    const estimate = linked()
    const other = withSizing(estimate, { ...estimate.sizing!, choice: 's1' }, maker())
    expect(other.costLines.map(({ origin }) => origin?.item)).toEqual(['servers', 'power', 'hosting', 'people'])
  })

  it('an unknown price is an unknown cost, never 0', () => {
    const sizing = sized()
    const estimate = linked({ ...sizing, api: { ...sizing.api, outputPrice: null } })
    expect(estimate.costLines.find(({ origin }) => origin?.item === 'api-output')?.unitCost).toBeNull()
  })

  it('keep their link when the estimate comes back from a workbook', () => {
    const estimate = linked()
    const { sizing: _, ...rest } = estimate
    const back = afterReplacing(estimate, { ...rest, costLines: estimate.costLines.map(({ origin: __, ...line }, index) => (index === 0 ? { ...line, months: 3 } : line)) })
    expect(back.costLines.map(({ origin }) => origin?.isOverridden)).toEqual([true, false, false])
    expect(back.sizing).toEqual(estimate.sizing)
  })
})

describe('where the products are from', () => {
  it('asks a person first, then the catalogue, then the name', () => {
    const estimate = withSizing(emptyEstimate(), { ...sized(), choice: 's1', isLinked: true }, maker())
    const line = { ...estimate.costLines[0]!, id: 'x', origin: null }
    const more = [{ ...line, id: 'a', name: 'H20 推理服务器' }, { ...line, id: 'b', name: '昇腾服务器' }, { ...line, id: 'c', name: '交换机' }, { ...line, id: 'd', name: 'H20', isDomestic: true }, { ...line, id: 'e', name: '项目经理', category: 'people' as const }]
    const found = localisationOf({ ...estimate, costLines: [...estimate.costLines, ...more] })
    expect(found.map(({ origin }) => origin)).toEqual(['foreign', 'not-applicable', 'not-applicable', 'not-applicable', 'foreign', 'domestic', 'unknown', 'domestic', 'not-applicable'])
  })
})

describe('the catalogues', () => {
  it('give a source for every figure that is not marked unverified, and refer to each other', () => {
    expect([...accelerators, ...languageModels, ...throughputs].filter(({ source }) => source.confidence !== 'unverified' && source.url === null)).toEqual([])
    expect(new Set(accelerators.map(({ id }) => id)).size).toBe(accelerators.length)
    for (const { acceleratorId, modelId } of throughputs) expect([accelerators.some(({ id }) => id === acceleratorId), languageModels.some(({ id }) => id === modelId)]).toEqual([true, true])
    expect(accelerators.filter(({ isDomestic }) => isDomestic).length).toBeGreaterThanOrEqual(8)
  })
})
