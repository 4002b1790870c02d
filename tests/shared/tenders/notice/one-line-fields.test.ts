import { describe, expect, it } from 'vitest'
import { extractNotice } from '#shared/tenders/notice/extract-notice.ts'
import type { NoticeReading } from '#shared/tenders/notice/notice-reading.ts'

const lines: [string, Partial<NoticeReading>][] = [
  ['预算金额：￥3,200,000（叁佰贰拾万元整）', { budgetYuan: '3200000.00' }],
  ['采购预算：人民币（大写）：叁佰万元整（小写：3000000元）', { budgetYuan: '3000000.00' }],
  ['预算金额：预算金额：45.0 万元（人民币）', { budgetYuan: '450000.00' }],
  ['预算金额：120.00（万元）', { budgetYuan: '1200000.00' }],
  ['采购预算金额（人民币/万元）\n120\n', { budgetYuan: '1200000.00' }],
  ['项目总预算：约200万元/三年', { budgetYuan: '2000000.00' }],
  ['预算金额：50', { budgetYuan: null }],
  ['项目预算（最高限价）：120万元', { budgetYuan: '1200000.00', ceilingYuan: '1200000.00' }],
  ['预算金额/最高限价：120万元', { budgetYuan: '1200000.00', ceilingYuan: '1200000.00' }],
  ['本项目控制价为714972.07元人民币。', { ceilingYuan: '714972.07' }],
  ['报价超过150000.00 元，报价视为无效', { ceilingYuan: '150000.00' }],
  ['最高限价：380万元/年', { ceilingYuan: null }],
  ['最高投标限价：采用下浮率报价，下浮率不低于5%', { ceilingYuan: null }],
  ['最高限价（如有）：/ 万元（人民币）', { ceilingYuan: null }],
  ['投标截止时间：北京时间2026年9月30日9：30前', { bidDeadline: '2026-09-30T09:30:00+08:00' }],
  ['递交投标文件的截止时间及地点：2026年9月30日下午2时整，地点：三楼', { bidDeadline: '2026-09-30T14:00:00+08:00' }],
  ['接收响应文件时间：2026年9月30日9:00至9:30；响应文件开启时间：2026年9月30日9:30', { bidDeadline: '2026-09-30T09:30:00+08:00', openingTime: '2026-09-30T09:30:00+08:00' }],
  ['投标文件递交起止时间：2026年9月29日9:00至2026年9月30日9:30', { bidDeadline: '2026-09-30T09:30:00+08:00' }],
  ['供应商应在平台获取文件，并于2026年9月30日 9点30分（北京时间）前提交响应文件。', { bidDeadline: '2026-09-30T09:30:00+08:00' }],
  ['招标文件购买截止时间：2026年9月30日9:30', { bidDeadline: null }],
  ['投标截止时间：已截止', { bidDeadline: null }],
  ['投标截止时间：2026年9月30日9:30\n开标时间：同投标截止时间', { openingTime: '2026-09-30T09:30:00+08:00' }],
  ['甲方（采购人）：示例研究所', { buyer: '示例研究所' }],
  ['采购人：李阳', { buyer: null }],
  ['采购代理机构全称：示例招标有限公司采购代理机构地址：示例路1号', { agency: '示例招标有限公司' }],
  ['示例招标有限公司（以下简称“采购代理机构”）受示例市公安局（以下简称“采购人”）的委托，就本项目进行采购', { buyer: '示例市公安局', agency: '示例招标有限公司' }],
  ['采购代理机构：无（自行采购）', { agency: null }],
  ['代理机构名称：详见公告正文\n2.采购代理机构信息\n名称：示例招标（集团）有限公司', { agency: '示例招标（集团）有限公司' }],
  ['一、项目编号：TS[2021]035（招标文件编号：TS[2021]035）', { projectNo: 'TS[2021]035' }],
  ['项目编号：示采招〔2026〕015号', { projectNo: '示采招〔2026〕015号' }],
  ['采购计划编号：2026-JH-01\n项目编号：HN-2026-9', { projectNo: 'HN-2026-9' }],
  ['合同编号：HT-2026-01', { projectNo: null }],
  ['【信息时间：2026/9/1 阅读次数：123】', { publishedAt: '2026-09-01' }],
  ['首次公告日期：2026年9月1日', { publishedAt: null }],
]

describe('a line of a notice', () => {
  it.each(lines)('%s', (line, expected) => {
    expect(extractNotice(`示例项目公开招标公告\n${line}`)).toMatchObject(expected)
  })
})
