import { choose } from './ocds-sample.ts'
import type { TenderRecord } from '#core/tenders/tender-store.ts'
import { TenderStage } from '#shared/tenders/tender.ts'

const trade = ['智能客服', '知识助手', '数据分析', '代码生成', '光伏', '污水处理', '输电线路', '港口调度', '档案', '审计', '检修', '信贷', '私有化部署', '大模型', '国产算力', '语料治理', '运维', '平台', '建设', '服务']
const signs = '安保报备采产场成程出传储单登电调动发方复改工公管规国核环火机基计技监检建交节结经开控类理量路煤能品评气区全设生施时市水台体通统图网维文物系线项信修研验仪营用源运质智制治中筑专装资自综'
const places = ['北京', '江苏', '浙江', '广东', '四川', '湖北', '山东', '河南', '陕西', '辽宁']

/** Some six thousand words; the known ones stand among made-up pairs, and a word's rank decides how often it comes, as in real text. */
const words = Array.from({ length: 6000 }, (_, i) => (i % 300 === 170 ? (trade[(i / 300) | 0] ?? '') : `${signs[choose(i * 7 + 1, signs.length)]}${signs[choose(i * 13 + 5, signs.length)]}`))
const wordOf = (seed: number) => words[Math.floor(words.length ** (choose(seed, 100_003) / 100_003)) - 1] ?? ''
const text = (seed: number, length: number) => Array.from({ length }, (_, i) => wordOf(seed * 31 + i * 7)).join('')

const instant = (day: number, minute: number) => new Date(Date.UTC(2026, 9, 1, 0, minute) + day * 86_400_000).toISOString()

/** The i-th tender of a workspace as large as years of the market: a title of about twenty characters, two thirds with closing times past. */
export function sampleTender(i: number): TenderRecord {
  const published = instant(choose(i, 80), 0).slice(0, 10)
  return {
    id: `t${i}`, version: 1, createdAt: instant(0, 0), updatedAt: instant(choose(i * 3, 50), i % 1440), sourceKey: `bench:${i}`, projectNo: `ZB-2026-${i}`,
    title: `${text(i, 8)}项目`, buyer: `${places[i % 10]}${text(i % 977, 2)}集团有限公司`, agency: `${text(i % 97, 2)}招标代理`, method: '公开招标',
    budget: `${100_000 + choose(i, 9_000_000)}.00`, ceiling: null, currency: 'CNY', publishedAt: published, bidDeadline: i % 50 === 0 ? null : instant(choose(i * 5, 120), choose(i, 600)), openingTime: null, lots: [],
    stage: i % 500 === 0 ? 'bidding' : i % 100 === 0 ? 'watching' : (TenderStage.options[choose(i * 11, 9)] ?? 'new'), useCase: null, description: text(i + 13, 300), source: { kind: 'manual', name: '', url: null }, isSample: false,
  }
}
