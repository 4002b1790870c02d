import { describe, expect, it } from 'vitest'
import type { BuyerBid } from '#shared/documents/buyer-bid.ts'
import { documentTexts } from '#shared/documents/document.ts'
import { internalBidOf } from '#shared/documents/internal-bid.ts'
import type { InternalBid } from '#shared/documents/internal-bid.ts'
import { internalSheet } from '#shared/documents/internal-sheet.ts'
import { probabilityText, verdictNames } from '#shared/documents/internal-words.ts'
import { priceVolume } from '../../support/volumes.ts'
import { yuan } from '#shared/documents/wording.ts'
import type { Bid } from '#shared/bids/bid.ts'
import type { CostLine } from '#shared/estimate/estimate.ts'
import { sampleBid, sampleCompany, sampleTender } from '../../support/sample-bid.ts'

const settings = { today: '2026-11-23', lossProbability: 0.05 }
const withCosts = (change: (line: CostLine) => CostLine): Bid => {
  const bid = sampleBid()
  return { ...bid, estimate: { ...bid.estimate, costLines: bid.estimate.costLines.map(change) } }
}
const textsOf = (bid: Bid): string[] => documentTexts(internalSheet(internalBidOf(bid, sampleTender, sampleCompany, settings)))

describe('the internal sheet', () => {
  it('is marked 内部资料 in its title, on every page and in the header', () => {
    const sheet = internalSheet(internalBidOf(sampleBid(), sampleTender, sampleCompany, settings))
    expect({ volume: sheet.volume, watermark: sheet.watermark, header: sheet.header.left, title: sheet.info.title }).toEqual({
      volume: 'internal',
      watermark: '内部资料',
      header: '内部资料　不得对外提供　大模型智能客服平台建设项目',
      title: '内部资料 大模型智能客服平台建设项目 投标测算与审批表',
    })
  })

  it('states the loss in words and figures when cost is above revenue', () => {
    const texts = textsOf(sampleBid())
    for (const text of ['■ 亏损中标', '￥7,777,771.11', '−￥4,067,352.01', '7,777,771.11', '￥3,980,000.00']) expect(texts).toContain(text)
    expect(texts.some((text) => text.startsWith('不含税收入比新增支出少￥4,067,352.01，中标即亏损；保本价￥'))).toBe(true)
  })

  it('prints known cost as a minimum and no profit while a cost is unknown', () => {
    const texts = textsOf(withCosts((line) => ({ ...line, unitCost: null })))
    expect(texts).toContain('？ 无法判断')
    expect(texts).toContain('≥ ￥0.00')
    expect(texts).toContain('没有单位成本')
    expect(texts.filter((text) => text === '—').length).toBeGreaterThan(6)
  })

  it('names every verdict with a shape, so that black and white print tells them apart', () => {
    expect(Object.values(verdictNames).every((name) => /^[●▼■▲？◆◐✓] \S+$/.test(name))).toBe(true)
  })

  it('never prints a simulated probability as nothing or as certainty', () => {
    expect([0, 0.0004, 0.0312, 0.9999, 1, null].map(probabilityText)).toEqual(['＜0.1%', '＜0.1%', '3.1%', '＞99.9%', '＞99.9%', '未计算'])
    expect([yuan('-1234.5'), yuan('0')]).toEqual(['−￥1,234.50', '￥0.00'])
  })

  it('cannot be handed to a builder of a buyer volume', () => {
    const internal: InternalBid = internalBidOf(sampleBid(), sampleTender, sampleCompany, settings)
    // @ts-expect-error the internal input is not what a buyer may read
    const build = (): unknown => priceVolume(internal satisfies BuyerBid)
    expect(build).toThrow()
  })
})
