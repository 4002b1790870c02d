import { describe, expect, test } from 'vitest'
import { bidTitle, ceilingOf } from '#shared/bids/new-bid.ts'

const lot = (no: string, name: string | null, ceiling: string | null = null) => ({ no, name, budget: null, ceiling })

describe('the title of a bid', () => {
  test.each([
    ['of the whole tender', [], null, '智能客服项目'],
    ['of its only lot', [lot('1', '智能客服项目')], lot('1', '智能客服项目'), '智能客服项目'],
    ['of one of several lots', [lot('1', '平台'), lot('2', '语料')], lot('2', '语料'), '智能客服项目 语料'],
    ['of a lot without a name', [lot('1', null), lot('2', null)], lot('2', null), '智能客服项目 2'],
  ])('%s', (_what, lots, chosen, title) => expect(bidTitle({ title: '智能客服项目', lots }, chosen)).toBe(title))
})

describe('the ceiling of a bid', () => {
  test.each([
    ['the lot’s own', [lot('1', null, '10.00'), lot('2', null, '20.00')], '2', '20.00'],
    ['the tender’s for its only lot', [lot('1', null)], '1', '99.00'],
    ['unknown for a lot that shares the tender’s', [lot('1', null), lot('2', null)], '1', null],
    ['the tender’s for the whole', [], null, '99.00'],
  ])('is %s', (_what, lots, no, ceiling) => expect(ceilingOf({ ceiling: '99.00', lots }, no)).toBe(ceiling))
})
