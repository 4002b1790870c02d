import { describe, expect, test } from 'vitest'
import { formulaPresets } from '#shared/pricing/price-score/formula.ts'
import { proposeFormula, readFormula } from '#shared/pricing/read-formula.ts'

const read = (text: string) => {
  const { found: _found, ...facts } = readFormula(text)
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null))
}

describe('a price formula is read from the words that state it', () => {
  test.each([
    ['评标办法：综合评分法，价格分30分。异常低价投标审查按财库〔2026〕2号执行。', { method: 'scored', points: '30' }],
    ['2.7 评标办法：综合评估法，价格分40分。', { method: 'scored', points: '40' }],
    ['三、价格部分（10 分）', { points: '10' }],
    ['2、综合评分法中的价格分统一采用低价优先法计算，即满足招标文件要求且\n报价最低的投标人的报价为评标基准价，其价格分为满分。\n报价得分=（评标基准价/投标报价）×10%×100\n3、报价得分保留两位小数。', { method: 'scored', kind: 'lowest-price', points: '10', decimals: 2 }],
    ['磋商报价得分=(磋商基准价/最后磋商报价)×30', { kind: 'lowest-price', points: '30' }],
    ['以有效投标报价的算术平均值下浮3%作为评标基准价，投标报价（40分）：每高于基准价1%扣1分，每低于基准价1%扣0.5分。', { kind: 'mean-deviation', points: '40', lowering: '0.03', abovePerPercent: '1', belowPerPercent: '0.5' }],
    ['价格权重40%；评标基准价=平均价×(1-2.5%)；与基准价相比，每高1%扣1.5分；每低1%扣0.8分', { kind: 'mean-deviation', points: '40', lowering: '0.025', abovePerPercent: '1.5', belowPerPercent: '0.8' }],
    ['有效报价的算术平均值作为评标基准价', { kind: 'mean-deviation' }],
    ['本项目采用经评审的最低投标价法', { method: 'lowest-wins' }],
    ['本项目采用最低评标价法', { method: 'lowest-wins' }],
    ['预算金额：1200000元。投标报价1200000元为无效投标。', {}],
    ['价格扣除10%', {}],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  test('every place is exactly the text it was read from', () => {
    const source = '前言。评标办法：综合评分法，价格分30分，采用低价优先法。'
    for (const { text, start, end } of readFormula(source).found) expect(source.slice(start, end)).toBe(text)
    expect(readFormula(source).found.map(({ fact, text }) => [fact, text])).toEqual([['method', '综合评分法'], ['kind', '低价优先法'], ['points', '价格分30分']])
  })
})

describe('the formula to start from', () => {
  const pack = formulaPresets['lowest-price']
  test('says whether the document states it, a part of it, or only the pack does', () => {
    expect(proposeFormula(readFormula('低价优先法，价格分20分'), pack)).toEqual({ formula: { kind: 'lowest-price', points: '20', decimals: 2 }, from: 'document' })
    expect(proposeFormula(readFormula('价格分20分'), pack)).toEqual({ formula: { kind: 'lowest-price', points: '20', decimals: 2 }, from: 'partly' })
    expect(proposeFormula(readFormula(''), pack)).toEqual({ formula: pack, from: 'pack' })
    expect(proposeFormula(readFormula(''), null)).toBeNull()
  })
  test('a lowered mean takes its numbers from the document', () => {
    const proposal = proposeFormula(readFormula('价格权重40%，均值下浮5%为评标基准价，每高于基准价1%扣1.2分，每低于基准价1%扣0.6分'), pack)
    expect(proposal).toMatchObject({ from: 'document', formula: { kind: 'mean-deviation', points: '40', k: '0.05', abovePerPercent: '1.2', belowPerPercent: '0.6' } })
  })
  test('where the lowest price simply wins, no points are given', () => {
    expect(proposeFormula(readFormula('最低评标价法'), pack)).toEqual({ formula: { kind: 'lowest-evaluated', decimals: 2 }, from: 'document' })
  })
})
