import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareNumbers, nameSimilarity, sameName } from '#shared/tenders/same-tender.ts'

describe('project numbers', () => {
  it.each([
    ['HB-2026-031', 'HB-2026-031', 'same'],
    ['HB-2026-031（第二次）', 'HB-2026-031', 'same'],
    ['HB-2026-031(二次)', 'HB-2026-031（第三次）', 'same'],
    ['ＨＢ－２０２６－０３１', 'HB-2026-031', 'same'],
    ['GXTC-C-2128046/包3', 'GXTC-C-2128046', 'same'],
    ['CG2026-118-第1包', 'CG2026-118', 'same'],
    ['G1100000175062983001001', 'G1100000175062983001', 'lot'],
    ['XXGLB-20210014-2', 'XXGLB-20210014', 'lot'],
    ['HB-2026-031', 'HB-2026-032', 'other'],
    ['A-1', 'A-12', 'other'],
    ['G1100000175046423001', 'G1100000175046424001', 'other'],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(compareNumbers(a, b)).toBe(expected)
    expect(compareNumbers(b, a)).toBe(expected)
  })
})

describe('names of a purchase', () => {
  it.each([
    ['海川市数据局政务大模型平台采购项目', '海川市数据局政务大模型平台采购项目中标结果公告', true],
    ['云岭电力智能问答平台（第二次）', '云岭电力智能问答平台', true],
    ['海川市政务服务中心智能问答平台建设项目', '海川市政务服务中心智能问答平台项目', true],
    ['2025年储罐计量检定项目', '2026年储罐计量检定项目', false],
    ['计量校准装置（一）', '计量校准装置（二）', false],
    ['城市知识图谱一期', '城市知识图谱二期', false],
    ['客服机器人采购', '机房空调采购', false],
  ])('%s | %s', (a, b, isSame) => {
    expect(nameSimilarity(a, b) > sameName).toBe(isSame)
  })

  it('is symmetric, between 0 and 1, and 1 with itself', () => {
    const name = fc.stringMatching(/^[数据平台采购项目2026一二期（）]{1,20}$/)
    fc.assert(
      fc.property(name, name, (a, b) => {
        const likeness = nameSimilarity(a, b)
        expect(likeness).toBe(nameSimilarity(b, a))
        expect(likeness >= 0 && likeness <= 1).toBe(true)
      }),
    )
  })
})
