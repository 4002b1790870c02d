import { describe, expect, it } from 'vitest'
import { extractNotice } from '#shared/tenders/notice/extract-notice.ts'

const notice = (line: string, kind = '招标公告'): string => `示例智能平台建设项目${kind}\n一、概况\n${line}\n其他事项：无\n`

type Field = 'projectNo' | 'buyer' | 'agency' | 'bidDeadline' | 'openingTime' | 'budgetYuan' | 'ceilingYuan' | 'publishedAt' | 'method'

/** Labels portals write beside the usual ones; each with a colon, in a table cell and numbered. */
const variants: [Field, string, string, string][] = [
  ['projectNo', '招标（采购）编号 招标项目代码 寻源编码 寻源公告编号 批次编号 招采编号 遴选编号 标书号 公告号 磋商项目编号 交易项目编号', 'YL-2026-118', 'YL-2026-118'],
  ['buyer', '发包单位 招标方 询价方 比选单位 遴选单位 采购实施单位 项目建设单位 购买主体 采购（招标）人 征集单位 招租方 业主名称 用户单位 委托单位', '示例市数据中心', '示例市数据中心'],
  ['agency', '招标代理公司 集采机构 招标代理人 受委托代理机构 采购（招标）代理机构 政府采购代理机构 招采代理机构 磋商代理机构', '示例咨询有限公司', '示例咨询有限公司'],
  ['bidDeadline', '投标截止 截标日期 投标截止（开标）时间 报价（响应）截止时间 询价截止时间 应答截止 竞标截止时间 响应文件送达时间 开标时间（投标截止时间）', '2026年9月18日9时30分', '2026-09-18T09:30:00+08:00'],
  ['openingTime', '开标会时间 开评标时间 开标时间（投标截止时间）', '2026年9月18日9时30分', '2026-09-18T09:30:00+08:00'],
  ['budgetYuan', '项目估算价 预估价 预算额 采购项目预算金额 项目采购预算金额 采购估价 计划金额 项目经费', '120万元', '1200000.00'],
  ['ceilingYuan', '响应报价上限 采购最高价 报价限额', '120万元', '1200000.00'],
  ['publishedAt', '发文日期 挂网时间 网上发布时间 发布于', '2026年9月1日', '2026-09-01'],
  ['method', '采购方式', '两阶段招标', '两阶段招标'],
  ['method', '采购方式', '议标', '议标'],
  ['method', '招标采购方式 采购（招标）方式 寻源方式 交易方式 遴选方式', '竞争性磋商', '竞争性磋商'],
]

const kinds: [string, string][] = [
  ['tender', '采购邀请 再次公告 竞标公告 邀标公告 竞选公告 议价公告 选聘公告'],
  ['candidates', '拟中标公示 拟成交公示 预成交公示'],
  ['correction', '招标公告更正 勘误公告 更改公告 变更公告第1号 变更公告2'],
  ['termination', '取消招标公告 取消公告 撤回公告'],
]

describe('headings of many portals', () => {
  it.each(kinds.flatMap(([type, headings]) => headings.split(' ').map((heading) => [heading, type] as const)))('%s heads a notice of the kind %s', (heading, noticeType) => {
    expect(extractNotice(`示例智能平台建设项目${heading}\n项目编号：YL-2026-118\n采购人：示例大学\n`)).toMatchObject({ noticeType, title: `示例智能平台建设项目${heading}`, confidence: { noticeType: expect.closeTo(0.925, 1) } })
  })
})

describe('columns of many portals', () => {
  it.each(['中标厂商', '供应商全称', '拟中标人', '入围服务商'])('%s holds the winners', (head) => {
    expect(extractNotice(`示例平台结果公告\n序号\t${head}\t成交金额（元）\n1\t甲岭科技有限公司\t1200000.00\n2\t乙岭科技有限公司\t1300000.00\n`).awards.map(({ supplier }) => supplier)).toEqual(['甲岭科技有限公司', '乙岭科技有限公司'])
  })
})

describe('labels of many portals', () => {
  it('do not begin inside a longer one', () => {
    expect(extractNotice(notice('项目最高限价：本项目不含税总价限价为930,000.00元'))).toMatchObject({ ceilingYuan: '930000.00', confidence: { ceilingYuan: 0.95 } })
    expect(extractNotice(notice('项目估算投资：500万元')).budgetYuan).toBe('5000000.00')
  })

  it.each(variants.flatMap(([field, labels, words, value]) => labels.split(' ').map((label) => [label, field, words, value] as const)))('%s states the %s', (label, field, words, value) => {
    for (const line of [`${label}：${words}`, `${label}\t${words}`, `3、${label}:${words}`]) expect(extractNotice(notice(line))[field]).toBe(value)
  })

  it.each('中标方 成交方 入选供应商 中标/成交供应商 拟中标供应商 拟定的唯一供应商名称 单一来源供应商 成交供应商全称 中选企业 推荐成交供应商 承接单位 中标服务商'.split(' '))('%s names the winner', (label) => {
    expect(extractNotice(notice(`${label}：示例甲科技有限公司\n中标金额：120万元`, '结果公告')).awards).toEqual([{ supplier: '示例甲科技有限公司', amountYuan: '1200000.00' }])
  })

  it.each('合同价款 含税总价 中标含税金额 定标价格 最终价格 总价 总报价'.split(' '))('%s is the price of the only winner', (label) => {
    expect(extractNotice(notice(`中标人：示例甲科技有限公司\n${label}：120万元`, '结果公告')).awards).toEqual([{ supplier: '示例甲科技有限公司', amountYuan: '1200000.00' }])
  })

  it.each(['无锡示例科技有限公司', '应急示例局', '对外示例大学', '和县示例医院', '本溪示例公安局', '不二示例机械有限公司', '支付宝示例网络技术有限公司', '91000部队', '示例县纪委监委', '示例市政协', '示例监狱'])('%s is a name', (name) => {
    expect(extractNotice(notice(`采购人：${name}`)).buyer).toBe(name)
    expect(extractNotice(notice(`中标人：${name}\n中标金额：12万元`, '结果公告')).awards[0]?.supplier).toBe(name)
  })

  it.each(['由采购人确定', '本公司', '应为独立法人的公司', '在中国境内注册的公司', '不少于3家公司', '无不良记录的公司', '和代理机构', '以采购文件为准', '无'])('%s is no name', (words) => {
    expect(extractNotice(notice(`采购人：${words}`)).buyer).toBeNull()
    expect(extractNotice(notice(`中标人：${words}`, '结果公告')).awards).toEqual([])
  })
})
