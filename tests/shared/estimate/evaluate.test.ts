import { describe, expect, it } from 'vitest'
import { evaluate } from '#shared/estimate/evaluate.ts'
import { vectors } from './vectors.ts'

describe('evaluate', () => {
  it.each(vectors)('gives every figure of $name to the cent', ({ input, expected }) => {
    const { simulation: _, ...figures } = expected
    expect(evaluate(input)).toEqual(figures)
  })
})
