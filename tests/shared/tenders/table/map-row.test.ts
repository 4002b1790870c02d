import { isHeading, proposeMapping, repeatsHeading } from '#shared/tenders/table/column-mapping.ts'
import { mapRow } from '#shared/tenders/table/map-row.ts'
import { describe, expect, it } from 'vitest'

const scrape = ['project_title', 'project_number', 'tender_unit', 'tender_price', 'publish_time', 'article_url', 'bid_end_time', 'agency', 'bid_winner', 'win_bid_price', 'channel']
const tracker = ['序号', '项目名称*', '采购人', '预算金额（万元）', '最高限价(元)', '投标截止时间', '采购方式', '备注']

const read = (headings: string[], row: string[]) => mapRow(row, headings, proposeMapping(headings))
const fact = (headings: string[], row: string[]) => {
  const mapped = read(headings, row)
  return mapped.ok ? mapped.draft : { code: mapped.code, field: mapped.field }
}

describe('proposeMapping', () => {
  it('maps English and Chinese headings, and the units they name', () => {
    expect(proposeMapping(scrape)).toEqual({ columns: { title: 0, projectNo: 1, buyer: 2, budget: 3, publishedAt: 4, url: 5, bidDeadline: 6, agency: 7, supplier: 8, awardAmount: 9, noticeType: 10 }, units: {} })
    expect(proposeMapping(tracker)).toEqual({ columns: { title: 1, buyer: 2, budget: 3, ceiling: 4, bidDeadline: 5, method: 6 }, units: { budget: '万元', ceiling: '元' } })
  })

  it('prefers the surer of two columns for one field, wherever it stands', () => {
    expect(proposeMapping(['标题', '采购项目名称', '金额', '预算金额(万元)'])).toEqual({ columns: { noticeTitle: 0, title: 1, budget: 3 }, units: { budget: '万元' } })
  })

  it('tells headings from other rows, also where they are repeated', () => {
    expect([isHeading(tracker), isHeading(['2026 年投标台账']), isHeading(['1', 'A', 'B', '3']), isHeading(['项目名称'])]).toEqual([true, false, false, false])
    expect([repeatsHeading(tracker, tracker), repeatsHeading(['1', '智能问答', '国网', '30', '', '', '', ''], tracker), repeatsHeading([], tracker)]).toEqual([true, false, false])
  })
})

describe('mapRow', () => {
  it('maps a whole row', () => {
    expect(read(tracker, ['1', '智能问答系统采购项目', '国家电网', '150', '1,480,000', '2026-05-21 09:30', '公开招标', ''])).toEqual({
      ok: true,
      draft: {
        key: 'table:智能问答系统采购项目|国家电网',
        kind: 'table',
        noticeType: 'tender',
        projectNo: null,
        title: '智能问答系统采购项目',
        buyer: '国家电网',
        agency: null,
        method: '公开招标',
        budget: '1500000',
        ceiling: '1480000',
        currency: 'CNY',
        publishedAt: null,
        bidDeadline: '2026-05-21T01:30:00.000Z',
        openingTime: null,
        lots: [],
        awards: [],
        documents: [],
        amendments: [],
        description: null,
        url: null,
        text: null,
        evidence: {},
        confidence: {},
      },
    })
  })

  it('takes a unit that strayed into the buyer for the unit of the amounts, not for a buyer', () => {
    expect(fact(scrape, ['某竞争性谈判公告', 'N1', '万元', '75.959', '2021-12-19', '', '', '某代理公司'])).toMatchObject({ buyer: null, budget: '759590', agency: '某代理公司', key: 'table:N1' })
    expect(fact(scrape, ['某竞争性谈判公告', 'N1', '万元', '75.9590000 万元（人民币）'])).toMatchObject({ buyer: null, budget: '759590' })
  })

  it('puts an agency that stands in the buyer column where it belongs', () => {
    expect(fact(scrape, ['某废标公告', 'N1', '招标机构：北京中铁天瑞机械设备有限公司'])).toMatchObject({ buyer: null, agency: '北京中铁天瑞机械设备有限公司', noticeType: 'termination' })
    expect(fact(scrape, ['某废标公告', 'N1', '', '', '', '', '', '招标代理机构（盖章）：国信招标'])).toMatchObject({ agency: '国信招标' })
  })

  it('reads a winner and the amount won', () => {
    expect(fact(scrape, ['礼包中标公告', 'N2', '', '', '2021-12-19', '', '', '', '思源实业', '420.0000000（万元）', '采购公告'])).toMatchObject({ noticeType: 'award', awards: [{ supplier: '思源实业', amount: '4200000', lotNo: null }], currency: 'CNY' })
  })

  it.each([
    [['', 'N'], { code: 'field-missing', field: 'project_title' }],
    [['2026-01-01', 'N'], { code: 'field-invalid', field: 'project_title' }],
    [['A', 'N', '2021-12-19'], { code: 'field-invalid', field: 'tender_unit' }],
    [['A', 'N', 'B', '是'], { code: 'field-invalid', field: 'tender_price' }],
    [['A', 'N', 'B', '1', '0001-01-01'], { code: 'field-invalid', field: 'publish_time' }],
    [['A', 'N', 'B', '1', '', 'not an address'], { code: 'field-invalid', field: 'article_url' }],
    [['A', 'N', 'B', '1', '', '', 'tomorrow'], { code: 'field-invalid', field: 'bid_end_time' }],
    [['A', 'N', '', '', '', '', '', '', '', '3万元'], { code: 'field-missing', field: 'bid_winner' }],
    [['A', 'N', 'B'.repeat(501)], { code: 'field-invalid', field: 'tender_unit' }],
    [scrape, { code: 'not-a-notice', field: null }],
  ])('refuses row %# and names the column', (row, problem) => {
    expect(fact(scrape, row)).toEqual(problem)
  })

  it('says what a row is by its title, then by its own column', () => {
    const headings = ['项目名称', '采购人', '公告类型']
    const types = [['某项目中标公告', 'B', '采购公告'], ['某采购项目', 'B', '政采意向'], ['某采购项目', 'B', '更正公告'], ['某系统', 'B', '']].map((row) => fact(headings, row))
    expect(types.map((draft) => ('noticeType' in draft ? draft.noticeType : draft))).toEqual(['award', 'planning', 'correction', 'other'])
  })
})
