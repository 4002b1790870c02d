const words = ['智能客服', '知识助手', '数据分析', '代码生成', '光伏', '污水处理', '输电线路', '港口调度', '档案', '审计', '检修', '信贷', '私有化部署', '大模型', '国产算力', '语料治理', '运维', '平台', '建设', '服务']

/** Repeatable choices without Math.random, so that every run measures the same rows. */
export const choose = (seed: number, count: number) => (Math.imul(seed, 2_654_435_761) >>> 7) % count
export const sampleText = (seed: number, length: number) => Array.from({ length }, (_, i) => words[choose(seed * 31 + i * 7, words.length)]).join('')

const organization = (seed: number, roles: string[]) => ({
  id: `CN-USCC-9131${String(seed).padStart(14, '0')}`,
  name: `${sampleText(seed, 3)}集团有限公司`,
  roles,
  identifier: { scheme: 'CN-USCC', id: `9131${String(seed).padStart(14, '0')}`, legalName: `${sampleText(seed, 3)}集团有限公司` },
  address: { streetAddress: `示例路${seed}号`, locality: '上海', postalCode: '200000', countryName: '中国' },
  contactPoint: { name: '采购部', email: `office${seed}@example.invalid`, telephone: '+86 21 0000 0000' },
})

const item = (seed: number) => ({ id: String(seed), description: sampleText(seed, 6), classification: { scheme: 'CPV', id: '72000000', description: 'IT services' }, quantity: 1 + (seed % 9), unit: { name: '项', value: { amount: 1000 + seed, currency: 'CNY' } } })

const paper = (seed: number) => ({ id: `doc-${seed}`, documentType: 'biddingDocuments', title: `${sampleText(seed, 3)}采购文件`, url: `https://example.invalid/documents/${seed}`, datePublished: '2026-11-01T00:00:00Z', format: 'application/pdf', language: 'zh' })

/** One release as publishers write them: parties, lots, items and documents; about 4 KB. */
export function sampleRelease(i: number) {
  const value = { amount: 100_000 + i, currency: 'CNY' }
  return {
    ocid: `ocds-bench-${i}`,
    id: `ocds-bench-${i}-01`,
    date: '2026-11-01T00:00:00Z',
    tag: ['tender'],
    initiationType: 'tender',
    language: 'zh',
    parties: [organization(i % 977, ['buyer']), organization(1000 + (i % 97), ['procuringEntity'])],
    buyer: { id: `CN-USCC-9131${String(i % 977).padStart(14, '0')}`, name: `${sampleText(i % 977, 3)}集团有限公司` },
    planning: { budget: { id: `b${i}`, description: sampleText(i, 4), amount: value } },
    tender: {
      id: `ZB-2026-${i}`,
      title: `${sampleText(i, 4)}项目`,
      description: sampleText(i + 13, 30),
      status: 'active',
      value,
      procurementMethod: 'open',
      procurementMethodDetails: '公开招标',
      tenderPeriod: { startDate: '2026-11-01T00:00:00Z', endDate: `2026-12-${String(1 + (i % 28)).padStart(2, '0')}T01:30:00Z` },
      procuringEntity: { id: `CN-USCC-9131${String(1000 + (i % 97)).padStart(14, '0')}`, name: `${sampleText(1000 + (i % 97), 3)}集团有限公司` },
      lots: [1, 2].map((no) => ({ id: `lot-${no}`, title: `${sampleText(i + no, 3)}包`, value: { amount: 50_000 + no, currency: 'CNY' } })),
      items: [item(i), item(i + 1)],
      documents: [paper(i), paper(i + 1)],
    },
  }
}
