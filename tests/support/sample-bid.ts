import type { Bid } from '#shared/bids/bid.ts'
import { noDetails, type Company } from '#shared/company/company.ts'
import { Estimate } from '#shared/estimate/estimate.ts'
import type { OfferLine } from '#shared/estimate/estimate.ts'
import type { Tender } from '#shared/tenders/tender.ts'

const at = '2026-11-01T00:00:00.000Z'

export const sampleLine = (id: string, name: string, quantity: string, unit: string, unitPrice: string, more: Partial<OfferLine> = {}): OfferLine => ({
  id,
  name,
  quantity,
  unit,
  unitPrice,
  vatRate: '0.06',
  softwareVatRefund: false,
  ...more,
})

export const sampleLines: OfferLine[] = [
  sampleLine('1', '大模型智能客服平台软件（含三年许可）', '1', '套', '1680000', { remark: '含私有化部署', specification: '满足 GB/T 22239-2019 第三级要求；并发不低于 500 QPS，单轮响应不超过 800 ms' }),
  sampleLine('2', '行业语料治理与模型调优', '1', '项', '920000', { remark: '6 个月' }),
  sampleLine('3', '算力资源租赁', '12', '月', '63166.666667', { remark: '国产加速卡 16 张', vatRate: '0.13' }),
  sampleLine('4', '系统集成与接口开发', '1', '项', '412000', { remark: '对接 5 个系统' }),
  sampleLine('5', '驻场运维服务', '12', '月', '17500', { remark: '2 人' }),
]

export const sampleTender: Tender = {
  id: 't1',
  version: 1,
  createdAt: at,
  updatedAt: at,
  projectNo: 'YCNY-2026-0187',
  title: '大模型智能客服平台建设项目',
  buyer: '远川能源集团有限公司',
  agency: '中岭招标代理有限公司',
  method: '公开招标',
  budget: '5000000.00',
  ceiling: '4800000.00',
  currency: 'CNY',
  publishedAt: '2026-11-05',
  bidDeadline: '2026-12-03T01:30:00.000Z',
  openingTime: null,
  lots: [],
  stage: 'bidding',
  useCase: 'knowledge-assistant',
  description: null,
  source: { kind: 'sample', name: 'sample', url: null },
  isSample: true,
}

export const sampleCompany: Company = {
  name: '启衡智能科技（杭州）有限公司',
  creditCode: '91330100MA0000000X',
  address: '浙江省杭州市示例路 88 号 3 幢 1201 室',
  legalRepresentative: '周启衡',
  authorisedAgent: '李明远',
  phone: '0571-00000000',
  email: 'bid@example.invalid',
  bankName: '示例银行杭州分行营业部',
  bankAccount: '1202 0000 0000 0000 000',
  isSmallBusiness: true,
  details: noDetails,
}

/** A bid with figures that must stay in the house: cost 7777771.11, commercial price 8888882.22, margin floor 0.3131313. */
export const sampleBid = (change: Partial<Bid> = {}, offerLines: OfferLine[] = sampleLines): Bid => ({
  id: 'b1',
  version: 1,
  createdAt: at,
  updatedAt: at,
  tenderId: 't1',
  lotNo: null,
  title: '内部代号：保本价方案',
  stage: 'draft',
  estimate: Estimate.parse({
    offerLines: offerLines.map((line) => ({ ...line, commercialUnitPrice: '8888882.22', commercialPrice: { source: '毛利测算表', priceDate: '2026-10-01' } })),
    costLines: [
      {
        id: 'c1',
        name: '亏损底价成本项',
        category: 'people',
        quantity: { low: '1', likely: '1', high: '1' },
        unitCost: { low: '7777771.11', likely: '7777771.11', high: '7777771.11' },
        inputVatRate: '0',
        startMonth: 0,
        months: 12,
      },
    ],
    policy: { minMargin: '0.3131313' },
  }),
  terms: {
    deliveryPeriod: '合同签订后 120 日历天',
    warranty: '验收合格后 36 个月',
    validityDays: 90,
    bondAmount: '80000',
    bondForm: 'guarantee',
    signedOn: '2026-12-01',
    remark: null,
  },
  isSample: true,
  ...change,
})
