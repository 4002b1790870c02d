import { describe, expect, it } from 'vitest'
import { extractNotice } from '#shared/tenders/notice/extract-notice.ts'
import type { NoticeReading } from '#shared/tenders/notice/notice-reading.ts'

const cases: [string, string, Partial<NoticeReading>][] = [
  [
    'reads a telecom notice with blanks inside its words',
    `示例分公司2026年大模型应用开发服务采购项目询比公告
本采购项目为示例分公司大模型应用开发服务采购项目（项目编号： SLBXWJ20260811015 ）， 采购人 为 示例股份有限公司示例分公司 ，采购代理机构为 示例通服咨询有限公司 。
1.2 采购预算： 320万元 （不含增值税）。
1.3 本项目设置最高响应限价，最高响应限价为 ： 3,000,000.00元（不含税）。
2.1 业绩要求：合同金额不低于50万元。
3.1 获取时间：2026年08月11日17时00分至2026年08月17日08时00分
4.1 响应文件递 交 截止时间（即响应截止时间）： 2026年08月25日 15时00分0秒 。
5.1 开启时间：同响应文件递交截止时间。`,
    { projectNo: 'SLBXWJ20260811015', buyer: '示例股份有限公司示例分公司', agency: '示例通服咨询有限公司', method: '询比', budgetYuan: '3200000.00', ceilingYuan: '3000000.00', bidDeadline: '2026-08-25T15:00:00+08:00', openingTime: '2026-08-25T15:00:00+08:00' },
  ],
  [
    'takes the new values from a table of corrections',
    `示例平台采购项目更正公告
原公告的采购项目编号：SL-2026-0091
序号\t更正项\t更正前内容\t更正后内容
1\t提交投标文件截止时间\t2026年03月25日 09:30\t2026年04月02日 10:00
2\t开标时间\t2026年03月25日 09:30\t2026年04月02日 10:00
3\t预算金额（元）\t1200000\t1350000
更正日期：2026年03月12日`,
    { noticeType: 'correction', projectNo: 'SL-2026-0091', budgetYuan: '1350000.00', bidDeadline: '2026-04-02T10:00:00+08:00', openingTime: '2026-04-02T10:00:00+08:00', publishedAt: null },
  ],
  [
    'takes the new time of a postponement told in a sentence',
    '示例医院智能影像系统采购项目延期公告\n投标截止时间及开标时间由原2026年5月8日9时30分延期至2026年5月20日9时30分，其他内容不变。\n招标人：示例医院\n2026年5月6日',
    { noticeType: 'correction', bidDeadline: '2026-05-20T09:30:00+08:00', openingTime: '2026-05-20T09:30:00+08:00', buyer: '示例医院', publishedAt: '2026-05-06' },
  ],
  [
    'tells the sums of lots on one line from the total',
    '示例智慧运维平台公开招标公告\n预算金额：第1包：120万元；第2包：80万元\n最高限价：第1包：118万元；第2包：78万元\n项目预算总额：200万元',
    { budgetYuan: '2000000.00', ceilingYuan: null, lots: [{ no: '1', name: null, budgetYuan: '1200000.00', ceilingYuan: '1180000.00' }, { no: '2', name: null, budgetYuan: '800000.00', ceilingYuan: '780000.00' }] },
  ],
  [
    'does not take a question, sale or publicity period for the deadline',
    '示例称重系统询价公告\n询问截止时间：2021-11-11 10:00:00\n回复截止时间：2021-11-12 10:00:00\n获取采购文件截止时间：2021-11-10 17:00\n公示截止时间：2021-11-20 17:00\n报价截止时间：2021-11-12 15:00:00',
    { bidDeadline: '2021-11-12T15:00:00+08:00', openingTime: null },
  ],
  [
    'leaves the deadline open when only other periods are named',
    '示例项目单一来源采购公示\n公示截止时间：2021-10-31 15:00:00\n质疑截止时间：2021-10-30 15:00:00',
    { noticeType: 'singleSource', bidDeadline: null },
  ],
  [
    'does not take fees, bonds, thresholds or unit prices for the budget',
    '示例项目招标公告\n投标保证金：5万元\n代理服务费：1.2万元\n招标文件售价：500元\n业绩要求：单项合同金额不低于100万元\n注册资本500万元\n单价最高限价：35万元/台',
    { budgetYuan: null, ceilingYuan: null },
  ],
  [
    'reads winners whose price stands in the cell with its own words, and keeps a rate out',
    `示例项目中标结果公告
三、采购结果
标项一
序号\t中标（成交）金额(元)\t中标供应商名称
1\t最终报价:2,680,000(元)\t示例云视科技股份有限公司
标项二
序号\t中标（成交）金额(元)\t中标供应商名称
1\t最终报价:97(%)\t示例运维服务有限公司
四、主要标的信息
序号\t供应商名称\t单价(元)
1\t示例云视科技股份有限公司\t100`,
    { noticeType: 'award', awards: [{ supplier: '示例云视科技股份有限公司', amountYuan: '2680000.00' }, { supplier: '示例运维服务有限公司', amountYuan: null }] },
  ],
  [
    'reads candidates set across the table, prices in the unit of the row',
    '示例项目中标候选人公示\n中标候选人\t第一中标候选人\t第二中标候选人\n单位名称\t示例甲有限公司\t示例乙有限公司\n投标价（万元）\t388.38258\t395.36874\n综合得分\t92.57\t91.29',
    { noticeType: 'candidates', awards: [{ supplier: '示例甲有限公司', amountYuan: '3883825.80' }, { supplier: '示例乙有限公司', amountYuan: '3953687.40' }] },
  ],
  [
    'reads a table that lost every mark between its cells',
    '示例项目成交公告\n中标信息序号标项名称总价(元)中标供应商名称中标供应商地址1150800.00济宁示例信息技术有限公司山东省济宁市',
    { awards: [{ supplier: '济宁示例信息技术有限公司', amountYuan: '150800.00' }] },
  ],
  [
    'reads winners told in a sentence',
    '示例项目成交公告\n经评审，确定示例甲有限公司为本项目成交供应商，成交金额120万元。',
    { awards: [{ supplier: '示例甲有限公司', amountYuan: '1200000.00' }] },
  ],
  [
    'reads candidates side by side, each with the price to its right',
    '示例项目中标候选人公示\n标段\t第一中标候选人\t投标报价（万元）\t第二中标候选人\t投标报价（万元）\n一标段\t示例甲有限公司\t100\t示例乙有限公司\t102\n',
    { awards: [{ supplier: '示例甲有限公司', amountYuan: '1000000.00' }, { supplier: '示例乙有限公司', amountYuan: '1020000.00' }] },
  ],
  [
    'takes the winner, not everybody who bid',
    '示例项目成交公告\n序号\t供应商名称\t报价（元）\t排名\n1\t示例甲有限公司\t1200000\t1\n2\t示例乙有限公司\t1250000\t2\n成交供应商：示例甲有限公司\n',
    { awards: [{ supplier: '示例甲有限公司', amountYuan: '1200000.00' }] },
  ],
  [
    'keeps the partners of a joint bid together with their one price',
    '示例项目中标候选人公示\n第一中标候选人：示例甲有限公司、示例乙有限公司联合体\n投标报价：826031600.00元（其中建安费：818041600.00元，设计费：7990000.00元）\n',
    { awards: [{ supplier: '示例甲有限公司、示例乙有限公司联合体', amountYuan: '826031600.00' }] },
  ],
  [
    'reads a list of suppliers, one to a numbered line',
    '示例项目入围结果公告\n入围供应商：\n1、示例甲有限公司\n2、示例乙有限公司\n联系人：王',
    { awards: [{ supplier: '示例甲有限公司', amountYuan: null }, { supplier: '示例乙有限公司', amountYuan: null }] },
  ],
  [
    'tells buyer, agency and contact apart by the heading over the same label, even where a telephone number runs into it',
    '示例废标公告\n1.采购人信息名  称：示例区卫生健康局地  址：公益路14号联系方式：020-399494042.采购代理机构信息名  称：示例招标集团股份有限公司地  址：东风路3.项目联系方式项目联系人：裴示例',
    { buyer: '示例区卫生健康局', agency: '示例招标集团股份有限公司' },
  ],
  [
    'reads a plan from its table though a merged cell shifts the row',
    '示例社区改造项目监理、施工招标计划公告\n序号\t项目名称\t建设单位（招标人）\t招标方式\t投资额或合同估算价（万元）\t预计招标时间\n1\t示例社区改造项目\t监理\t示例国有资产投资集团有限公司\t公开招标\t约156万元\t2026年5月\n',
    { noticeType: 'planning', buyer: '示例国有资产投资集团有限公司', method: '公开招标', budgetYuan: '1560000.00' },
  ],
  [
    'calls a notice of results without a winner a termination',
    '示例项目公开招标结果公告\n项目编号：A-2026-1\n三、采购结果\n废标理由：有效供应商不足三家',
    { noticeType: 'termination', awards: [] },
  ],
  [
    'takes the number from the brackets before the name',
    '[GXTC-C-21120087]【示例管道控制系统采购（二次）】招标公告\n招标方式\t公开招标\n投标时间\t开始：2021-07-26 10:00\n结束：2021-08-17 10:00\n',
    { projectNo: 'GXTC-C-21120087', title: '示例管道控制系统采购（二次）招标公告', method: '公开招标', bidDeadline: '2021-08-17T10:00:00+08:00' },
  ],
  ['keeps a day without an hour a day', '示例项目招标公告\n提交投标文件截止时间\n2026年04月21日\n', { bidDeadline: '2026-04-21' }],
  [
    'reads lots told in sentences and rows, each with its own sums',
    '示例项目招标公告\n预算金额：200万元\n第一包 平台 预算：150万元\n第二包 运维 预算：50万元，最高限价：48万元\n',
    { budgetYuan: '2000000.00', lots: [{ no: '1', name: '平台', budgetYuan: '1500000.00', ceilingYuan: null }, { no: '2', name: '运维', budgetYuan: '500000.00', ceilingYuan: '480000.00' }] },
  ],
  [
    'reads names of lots that begin like words for nothing',
    '采购内容：\n包1：无人机教学平台，预算金额：100万元\n包2：自动化实训平台，预算金额：200万元\n包3：无特殊要求',
    { lots: [{ no: '1', name: '无人机教学平台', budgetYuan: '1000000.00', ceilingYuan: null }, { no: '2', name: '自动化实训平台', budgetYuan: '2000000.00', ceilingYuan: null }, { no: '3', name: null, budgetYuan: null, ceilingYuan: null }] },
  ],
  [
    'reads lots that bear their number before the word',
    '示例项目招标公告\n分包情况：\n01包：大模型平台，预算120万元\n02包：运维，预算30万元\n',
    { budgetYuan: null, lots: [{ no: '1', name: '大模型平台', budgetYuan: '1200000.00', ceilingYuan: null }, { no: '2', name: '运维', budgetYuan: '300000.00', ceilingYuan: null }] },
  ],
  ['refuses to sum the parts', '示例项目招标公告\n采购包1（平台）：\n采购包预算金额：100万元\n采购包2（运维）：\n采购包预算金额：50万元\n', { budgetYuan: null }],
]

describe('the fields of a notice', () => {
  it.each(cases)('%s', (_name, text, expected) => {
    expect(extractNotice(text)).toMatchObject(expected)
  })

  it('invents nothing for an empty text', () => {
    expect(extractNotice('')).toEqual({ noticeType: 'other', projectNo: null, title: null, projectName: null, buyer: null, agency: null, method: null, budgetYuan: null, ceilingYuan: null, bidDeadline: null, openingTime: null, publishedAt: null, lots: [], awards: [], evidence: {}, confidence: { noticeType: 0.3 } })
  })

  it.each(['预算金额：1万元', '序号\n', 'a\t', '包1：\n联系方式\n', '供应商名称：示例公司\n', '报价（元）'])('comes to an end on a megabyte of %j', { timeout: 120_000 }, (piece) => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length))
    expect(extractNotice(text).awards.length).toBeLessThan(text.length)
  })
})
