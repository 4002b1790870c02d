import { normalOfWord, zSteps } from '#shared/estimate/normal.ts'
import { tablePosition } from '#shared/estimate/pert.ts'
import type { SamplePlan, UncertainInput } from '#shared/estimate/sample-plan.ts'
import { sobolSequence } from '#shared/estimate/sobol.ts'

/** Draws the next sample into `values` (uncertain places only) and `happens` (1 where a risk occurs). */
export type Sampler = { draw(): void; values: Float64Array; happens: Float64Array }

type Assigned = { common: number; inputs: { input: UncertainInput; dimension: number }[]; risks: { index: number; threshold: number; dimension: number }[]; dimensions: number }

/** The common factor gets the first dimension, then the widest inputs and risks: Sobol' points are most even in the first ones. */
const assignDimensions = ({ inputs, risks, correlation }: SamplePlan): Assigned => {
  const hasCommon = correlation > 0 && inputs.length > 0
  const wanted = [
    ...inputs.map((input) => ({ spread: input.spread, input, index: -1, threshold: 0 })),
    ...risks.map(({ spread, threshold }, index) => ({ spread, input: null, index, threshold })),
  ].sort((a, b) => b.spread - a.spread)
  const numbered = wanted.map((want, order) => ({ ...want, dimension: order + (hasCommon ? 1 : 0) }))
  return {
    common: hasCommon ? 0 : -1,
    inputs: numbered.flatMap(({ input, dimension }) => (input === null ? [] : [{ input, dimension }])),
    risks: numbered.flatMap(({ input, index, threshold, dimension }) => (input === null ? [{ index, threshold, dimension }] : [])),
    dimensions: numbered.length + (hasCommon ? 1 : 0),
  }
}

/** The assigned inputs as flat arrays: the inner loop runs millions of times. */
const flatten = ({ inputs }: Assigned) => {
  const width = zSteps + 1
  const tables = new Float64Array(inputs.length * width)
  inputs.forEach(({ input }, i) => tables.set(input.table, i * width))
  return { tables, width, places: Int32Array.from(inputs, ({ input }) => input.value), dimensions: Int32Array.from(inputs, ({ dimension }) => dimension) }
}

/** zᵢ = √ρ·Z + √(1−ρ)·εᵢ for every uncertain input, xᵢ its PERT quantile at Φ(zᵢ); risks happen independently. Seeded. */
export const createSampler = (plan: SamplePlan, seed: number): Sampler => {
  const assigned = assignDimensions(plan)
  const { common, risks } = assigned
  const { tables, width, places, dimensions } = flatten(assigned)
  const nextPoint = sobolSequence(Math.max(1, assigned.dimensions), seed)
  const point = new Uint32Array(Math.max(1, assigned.dimensions))
  const values = plan.values.slice()
  const happens = new Float64Array(plan.risks.length)
  const shared = common < 0 ? 0 : Math.sqrt(plan.correlation)
  const own = common < 0 ? 1 : Math.sqrt(1 - plan.correlation)
  return {
    values,
    happens,
    draw() {
      nextPoint(point)
      const factor = common < 0 ? 0 : shared * normalOfWord(point[common]!)
      for (let i = 0; i < places.length; i += 1) {
        const position = tablePosition(factor + own * normalOfWord(point[dimensions[i]!]!))
        const node = position | 0
        const at = i * width + node
        const from = tables[at]!
        values[places[i]!] = from + (tables[at + 1]! - from) * (position - node)
      }
      for (let i = 0; i < risks.length; i += 1) {
        const { index, threshold, dimension } = risks[i]!
        happens[index] = point[dimension]! < threshold ? 1 : 0
      }
    },
  }
}
