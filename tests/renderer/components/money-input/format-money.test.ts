import { describe, expect, it } from 'vitest'
import { fieldText, formatDecimal, formatPercent, formatProbability, formatWan, formatYuan } from '#renderer/components/money-input/format-money.ts'

describe('writing an amount', () => {
  it('groups and signs by language', () => {
    expect([formatYuan('3980000', 'zh-CN'), formatYuan('-17850', 'en'), formatYuan('3980000.5', 'fr')]).toEqual([
      '¥3,980,000.00', '−¥17,850.00', '3\u202f980\u202f000,50\u202f¥',
    ])
  })

  it('rounds half up and never writes minus zero', () => {
    expect([formatDecimal('0.005', 'en', 2), formatDecimal('-0.004', 'en', 2), formatDecimal('999.995', 'en', 2)]).toEqual(['0.01', '0.00', '1,000.00'])
  })

  it('writes 万元 with two decimals', () => {
    expect([formatWan('3980000'), formatWan('178500'), formatWan('-178549.99')]).toEqual(['398.00', '17.85', '−17.85'])
  })

  it('shows in the field every decimal the amount has', () => {
    expect([fieldText('3980000', 'zh-CN', 'yuan'), fieldText('3980000.01', 'zh-CN', 'wan'), fieldText('0.000012', 'en', 'yuan')]).toEqual([
      '3,980,000.00', '398.000001', '0.000012',
    ])
  })

  it('writes percent with one decimal', () => {
    expect([formatPercent(0.79, 'zh-CN'), formatPercent('-0.0561', 'en'), formatPercent(0.79, 'fr')]).toEqual(['79.0%', '−5.6%', '79,0\u202f%'])
  })

  it('never claims certainty from a simulation', () => {
    expect([formatProbability(0, 'en'), formatProbability(1, 'en'), formatProbability(0.189, 'en')]).toEqual(['<0.1%', '>99.9%', '18.9%'])
  })
})
