import { expect, it } from 'vitest'
import { asOf } from '#shared/sizing/as-of.ts'
import { newSizing } from '#shared/sizing/new-sizing.ts'

let made = 0
const fresh = newSizing(() => `stack-${(made += 1)}`)
const until = (validUntil: string | null) => ({ validUntil })

it.each([
  ['the day before its last', '2026-11-23', '2', '1480000'],
  ['its last day', '2026-11-24', '2', '1480000'],
  ['the day after', '2026-11-25', null, null],
])('a price of the book counts on %s as it should', (_, today, input, server) => {
  const sizing = { ...fresh, api: { ...fresh.api, inputPrice: '2', outputPrice: '8', taken: { input: until('2026-11-24'), output: until(null) } }, stacks: fresh.stacks.map((stack) => ({ ...stack, supply: 'buy' as const, serverPrice: '1480000', taken: until('2026-11-24') })) }
  const { api, stacks } = asOf(sizing, today)
  expect([api.inputPrice, stacks[0]?.serverPrice]).toEqual([input, server])
  expect(api.outputPrice).toBe('8')
})

it('leaves a price typed by hand alone', () => {
  const sizing = { ...fresh, api: { ...fresh.api, inputPrice: '2', taken: null } }
  expect(asOf(sizing, '2099-01-01').api.inputPrice).toBe('2')
})
