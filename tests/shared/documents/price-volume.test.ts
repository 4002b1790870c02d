import { describe, expect, it } from 'vitest'
import type { BuyerBid } from '#shared/documents/buyer-bid.ts'
import { buyerBidOf } from '#shared/documents/buyer-bid.ts'
import { documentTexts } from '#shared/documents/document.ts'
import type { Section, Table } from '#shared/documents/document.ts'
import { priceVolume } from '../../support/volumes.ts'
import { chineseDay, exact, ordinal, rateText } from '#shared/documents/wording.ts'
import { sampleBid, sampleCompany, sampleLine, sampleTender } from '../../support/sample-bid.ts'

const bid = buyerBidOf(sampleBid(), sampleTender, sampleCompany)
const tablesOf = (section: Section | undefined): Table[] => (section?.blocks ?? []).filter((block) => block.kind === 'table')
const rowTexts = (table: Table | undefined): string[][] => (table?.rows ?? []).map((row) => row.map(({ text }) => (typeof text === 'string' ? text : text.map((span) => span.text).join(''))))

describe('the price volume', () => {
  it('has letter, opening form and itemised prices, with the project in the header and only our name in the properties', () => {
    const volume = priceVolume(bid)
    expect(volume.sections.map(({ title, orientation }) => [title, orientation])).toEqual([
      ['一、投标函', 'portrait'],
      ['二、开标一览表', 'portrait'],
      ['三、投标分项报价表', 'landscape'],
    ])
    expect({ info: volume.info, header: volume.header, watermark: volume.watermark }).toEqual({
      info: { title: '大模型智能客服平台建设项目 投标文件（报价部分）', author: '启衡智能科技（杭州）有限公司' },
      header: { left: '大模型智能客服平台建设项目　投标文件（报价部分）', right: 'YCNY-2026-0187' },
      watermark: null,
    })
  })

  it('prints unit prices and quantities with their own decimals, amounts with two, and tax per line', () => {
    const rows = rowTexts(tablesOf(priceVolume(bid).sections[2])[0])
    expect(rows[2]).toEqual(['3', '算力资源租赁', '', '月', '12', '63,166.666667', '758,000.00', '13%', '670,796.46', '87,203.54', '国产加速卡 16 张'])
    expect(rows[5]).toEqual(['合　计', '3,980,000.00', '', '3,710,419.11', '269,580.89', ''])
    expect(rows[6]).toEqual(['合计（大写）', '人民币叁佰玖拾捌万元整'])
  })

  it('lists the lines on the opening form only while they leave room for the signature', () => {
    const many = buyerBidOf(sampleBid({}, Array.from({ length: 9 }, (_, index) => sampleLine(String(index), '服务', '1', '项', '1'))), sampleTender, sampleCompany)
    expect([tablesOf(priceVolume(bid).sections[1]).length, tablesOf(priceVolume(many).sections[1]).length]).toEqual([2, 1])
  })

  it('names lot and agency only where there are any, and the small-business statement only for a small business', () => {
    const withLot: BuyerBid = { ...bid, project: { ...bid.project, lotNo: '02', lotName: '模型服务' } }
    const texts = (changed: BuyerBid): string => documentTexts(priceVolume(changed)).join('\n')
    expect(texts(withLot)).toContain('包号：02（模型服务）')
    expect(texts(bid)).not.toContain('包号')
    expect(texts(bid)).toContain('我方属于中小企业')
    expect(texts({ ...bid, company: { ...bid.company, isSmallBusiness: null } })).not.toContain('中小企业')
    expect(texts({ ...bid, terms: { ...bid.terms, bondForm: 'none', bondAmount: null } })).not.toContain('提交投标保证金')
  })

  it('speaks of a response where the method is not a tender, and leaves what was typed alone', () => {
    const inquiry: BuyerBid = { ...bid, project: { ...bid.project, method: '公开询比', agency: null, title: '招标与投标管理平台' } }
    const volume = priceVolume(inquiry)
    expect(volume.sections.map(({ title }) => title)).toEqual(['一、响应函', '二、报价一览表', '三、分项报价表'])
    expect(volume.info.title).toBe('招标与投标管理平台 响应文件（报价部分）')
    const texts = documentTexts(volume).join('\n').replaceAll('招标与投标管理平台', '')
    for (const phrase of ['供应商', '响应总价', '采购文件', '成交通知书', '响应有效期', '响应保证金', '供\u2002应\u2002商', '响 应 文 件', '没有相互串通，']) expect(texts).toContain(phrase)
    expect(texts).not.toMatch(/[招投]标|中标|开标|评标/)
    for (const method of [null, '公开招标', '邀请招标']) expect(priceVolume({ ...bid, project: { ...bid.project, method } }).sections[0]?.title).toBe('一、投标函')
  })

  it('cannot be built from the estimate itself', () => {
    const whole = sampleBid()
    // @ts-expect-error a bid carries its estimate, with every cost
    const leaked: BuyerBid = { ...bid, estimate: whole.estimate }
    // @ts-expect-error an offer line of the estimate carries its commercial price
    const lines: BuyerBid['lines'] = whole.estimate.offerLines
    expect([leaked.estimate === undefined, lines.length]).toEqual([false, 5])
  })

  it('numbers forms and writes days and rates as Chinese documents do', () => {
    expect([1, 9, 10, 11, 20, 21].map(ordinal)).toEqual(['一', '九', '十', '十一', '二十', '二十一'])
    expect([exact('1234567.1234567891'), exact('1000', 2), exact('0.5', 2), exact('-0.5')]).toEqual(['1,234,567.1234567891', '1,000.00', '0.50', '-0.5'])
    expect([chineseDay('2026-10-05'), rateText('0.06'), rateText('0.065'), rateText('0')]).toEqual(['2026年10月5日', '6%', '6.5%', '0%'])
  })
})
