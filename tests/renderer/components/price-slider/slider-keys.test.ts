import { describe, expect, it } from 'vitest'
import { keyTarget, snap } from '#renderer/components/price-slider/slider-keys.ts'

const range = { min: 2_000_000, max: 5_000_000, step: 1000, bigStep: 10_000, stops: [2_160_000, 3_588_765.43, 4_800_000] }
const press = (key: string, more: { shiftKey?: boolean; ctrlKey?: boolean } = {}) => ({ key, shiftKey: false, ctrlKey: false, ...more })

describe('keys on the price slider', () => {
  it.each([
    ['ArrowRight', {}, 3_981_000],
    ['ArrowUp', {}, 3_981_000],
    ['ArrowLeft', {}, 3_979_000],
    ['ArrowRight', { shiftKey: true }, 3_990_000],
    ['ArrowLeft', { shiftKey: true }, 3_970_000],
    ['PageUp', {}, 3_990_000],
    ['ArrowRight', { ctrlKey: true }, 4_800_000],
    ['ArrowLeft', { ctrlKey: true }, 3_588_765.43],
    ['Home', {}, 2_000_000],
    ['End', {}, 5_000_000],
  ])('%s %o goes from 3,980,000 to %d', (key, more, target) => {
    expect(keyTarget(3_980_000, press(key, more), range)).toBe(target)
  })

  it('steps onto round prices from an odd one', () => {
    expect([keyTarget(3_588_765.43, press('ArrowRight'), range), keyTarget(3_588_765.43, press('ArrowLeft'), range)]).toEqual([3_589_000, 3_588_000])
    expect(keyTarget(3_588_765.43, press('ArrowLeft', { shiftKey: true }), range)).toBe(3_580_000)
  })

  it('leaves the last threshold and the ends where they are', () => {
    expect(keyTarget(4_800_000, press('ArrowRight', { ctrlKey: true }), range)).toBe(4_800_000)
    expect(keyTarget(5_000_000, press('ArrowRight'), range)).toBe(5_000_000)
  })

  it('walks on from a threshold it stands on', () => {
    expect(keyTarget(3_588_765.43, press('ArrowLeft', { ctrlKey: true }), range)).toBe(2_160_000)
  })

  it('is not interested in other keys', () => {
    expect([keyTarget(3_980_000, press('Tab'), range), keyTarget(3_980_000, press('a'), range)]).toEqual([null, null])
  })

  it('snaps a drag to the step', () => {
    expect([snap(3_980_499, range), snap(3_980_500, range), snap(9e9, range)]).toEqual([3_980_000, 3_981_000, 5_000_000])
  })
})
