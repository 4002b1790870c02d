import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { chartAmount } from '#renderer/components/charts/amounts.ts'
import { ChartScene, windowPalette } from '#renderer/components/charts/chart-scene.tsx'
import { cashFlowScene } from '#shared/charts/cash-flow.ts'
import { distributionScene } from '#shared/charts/distribution.ts'
import { belowShare, histogram } from '#shared/charts/histogram.ts'
import { tornadoScene } from '#shared/charts/tornado.ts'

const format = (value: number) => String(value)

describe('distribution of cost', () => {
  const quantiles = [100, 110, 120, 130, 140]

  it('gives every outcome to one bar', () => {
    const bars = histogram(quantiles, 7)
    expect(bars.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9)
    expect([bars[0]?.from, bars.at(-1)?.to]).toEqual([100, 140])
  })

  it('reads shares between quantiles, none below the first and all above the last', () => {
    expect([99, 100, 115, 140, 150].map((value) => belowShare(quantiles, value))).toEqual([0, 0, 0.375, 1, 1])
  })

  it('has nothing to draw when no cost is uncertain', () => {
    expect(histogram([100, 100, 100], 5)).toEqual([])
  })

  it('is drawn without a browser, named, with neither pattern nor clip path', () => {
    const svg = renderToStaticMarkup(<ChartScene label="成本分布" scene={distributionScene({ width: 500, height: 200, costs: quantiles, limit: 125, marks: [{ value: 110, name: 'P10', kind: 'quantile' }], format, unit: '万元' }, windowPalette)} />)
    expect(svg).toContain('role="img" aria-label="成本分布"')
    expect(svg).not.toMatch(/pattern|clip|NaN/i)
  })
})

describe('tornado and cash flow', () => {
  it('draws each driver from the mean to both ends', () => {
    const svg = renderToStaticMarkup(<ChartScene label="因素" scene={tornadoScene({ width: 300, rowHeight: 20, bars: [{ key: 'a', atLow: 60, atHigh: 20 }], base: 40, format, unit: '' }, windowPalette)} />)
    expect([...svg.matchAll(/<rect x="([\d.]+)"[^>]* width="([\d.]+)"/g)].map(([, x, width]) => [Number(x), Number(width)])).toEqual([[150, 116], [34, 116]])
  })

  it('stands on one month without dividing by zero', () => {
    const svg = renderToStaticMarkup(<ChartScene label="现金流" scene={cashFlowScene({ width: 300, height: 120, months: [{ month: 0, received: 0, out: 0, balance: 0 }], peakMonth: null, peakName: '', format, unit: '' }, windowPalette)} />)
    expect(svg).not.toMatch(/NaN|Infinity/)
  })

  it('writes amounts in 万 for Chinese and millions elsewhere, as fine as the range needs', () => {
    expect([chartAmount(3_512_200, 'zh-CN', 900_000), chartAmount(3_512_200, 'en', 900_000), chartAmount(3_512_200, 'fr', 90_000), chartAmount(-52_000, 'zh-CN', 60_000)]).toEqual(['351.2', '3.512', '3,5122', '−5.20'])
  })
})
