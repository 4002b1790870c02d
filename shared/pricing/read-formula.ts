import { formulaPresets, type PriceFormula } from '#shared/pricing/price-score/formula.ts'

export type FormulaFact = 'method' | 'kind' | 'points' | 'lowering' | 'above' | 'below' | 'decimals'
/** Where a part of the formula was found: `text` is exactly source.slice(start, end). */
export type FormulaEvidence = { fact: FormulaFact; text: string; start: number; end: number }

export type FormulaReading = {
  /** `lowest-wins`: no points are given (最低评标价法). null: not stated. */
  method: 'scored' | 'lowest-wins' | null
  kind: 'lowest-price' | 'mean-deviation' | null
  /** Price points of 100. */
  points: string | null
  /** Fraction the mean is lowered by. */
  lowering: string | null
  abovePerPercent: string | null
  belowPerPercent: string | null
  decimals: number | null
  found: FormulaEvidence[]
}

type Hit = { match: RegExpExecArray; value: string }

/** Few blanks part the words of a pattern: with any number of them, a text of blanks would be tried in every way there is. */
const scored = /综合评分法|综合评估法|综合评审法|综合评标法|综合打分法/
const lowestWins = /经评审的最低(?:投标)?价法|最低评标价法|最低评审价法|最低价(?:中标|成交|中选)法?/
const lowestKind = /低价优先法?|(?:报价|价格)最低的?[^。；;]{0,16}(?:为|作为)[^。；;]{0,8}基准价|最低(?:投标|评标|评审|磋商|有效)?(?:报价|价格?)[^。；;]{0,14}(?:为|作为)[^。；;]{0,8}基准价|基准价\s{0,4}[/／÷]\s{0,4}(?:最后|最终)?(?:投标|磋商|响应|评标|评审)?(?:报价|价)/
const meanLowered = /(?:平均(?:值|价|报价)?|均值)[^。；;]{0,24}?(?:下浮|(?:[×xX*]\s{0,4})?[（(]\s{0,4}1\s{0,4}[-－−—]\s{0,4})(\d{1,2}(?:\.\d+)?)\s{0,4}[%％]/
const meanKind = /(?:算术平均|平均(?:值|价|报价)|均值)[^。；;]{0,18}(?:为|作为)[^。；;]{0,10}基准价|均值下浮/
const pointsPatterns = [
  /价格(?:评分|得分|部分|分)?(?:的?(?:分值|权重|权值|满分|比重))?(?:占|为)?\s{0,4}[：:（(]?\s{0,4}(?:满分|共)?\s{0,4}(\d{1,3}(?:\.\d+)?)\s{0,4}(?:分|[%％])/,
  /(?:投标|磋商|响应)?报价(?:部分|得分|评分|分)(?:的?(?:分值|权重|满分))?(?:占|为)?\s{0,4}[：:（(]?\s{0,4}(?:满分)?\s{0,4}(\d{1,3}(?:\.\d+)?)\s{0,4}(?:分|[%％])/,
  /(?:投标|磋商|响应|最后|最终)报价\s{0,4}[（(]\s{0,4}(?:满分)?\s{0,4}(\d{1,3}(?:\.\d+)?)\s{0,4}分/,
  /基准价\s{0,4}[/／÷]\s{0,4}[^。；;×xX*]{2,14}[）)]?\s{0,4}[×xX*]\s{0,4}(\d{1,3}(?:\.\d+)?)\s{0,4}(?:[%％]|分|(?=[。；;\s]|$))/,
]
const abovePerPercent = /每(?:高于?|高出|上浮|增加|超过)[^。；;，,]{0,16}?1\s{0,4}(?:[%％]|个百分点)[^。；;，,]{0,4}[，,]?\s{0,4}扣(?:减|除)?\s{0,4}(\d{1,2}(?:\.\d+)?)\s{0,4}分/
const belowPerPercent = /每(?:低于?|低出|下浮|减少)[^。；;，,]{0,16}?1\s{0,4}(?:[%％]|个百分点)[^。；;，,]{0,4}[，,]?\s{0,4}扣(?:减|除)?\s{0,4}(\d{1,2}(?:\.\d+)?)\s{0,4}分/
const decimalsPattern = /(?:得分|分值|计算结果)[^。；;]{0,12}保留(?:小数点后)?\s{0,4}([一两二三四1-4])\s{0,4}位/

/** What a notice or tender document states of its price formula, with the places. Nothing is guessed: unsaid is null. */
export function readFormula(source: string): FormulaReading {
  const found: FormulaEvidence[] = []
  const note = (fact: FormulaFact, hit: Hit | null): string | null => {
    if (hit === null) return null
    const { match } = hit
    found.push({ fact, text: match[0], start: match.index, end: match.index + match[0].length })
    return hit.value
  }
  const isScored = note('method', first(scored, source))
  const isLowest = isScored === null ? note('method', first(lowestWins, source)) : null
  const lowered = first(meanLowered, source)
  const isMean = lowered === null ? note('kind', first(meanKind, source)) !== null : true
  const isLowestPrice = !isMean && note('kind', first(lowestKind, source)) !== null
  const lowering = note('lowering', lowered)
  return {
    method: isScored === null ? (isLowest === null ? null : 'lowest-wins') : 'scored',
    kind: isMean ? 'mean-deviation' : isLowestPrice ? 'lowest-price' : null,
    points: note('points', pointsOf(source)),
    lowering: lowering === null ? null : percent(lowering),
    abovePerPercent: note('above', first(abovePerPercent, source)),
    belowPerPercent: note('below', first(belowPerPercent, source)),
    decimals: decimalsOf(note('decimals', first(decimalsPattern, source))),
    found,
  }
}

function first(pattern: RegExp, source: string): Hit | null {
  const match = pattern.exec(source)
  return match === null ? null : { match, value: match[1] ?? match[0] }
}

/** Points of 100; a figure outside 1–100 is no weight and is passed over. */
function pointsOf(source: string): Hit | null {
  const hits = pointsPatterns.map((pattern) => first(pattern, source)).filter((hit) => hit !== null)
  return hits.find(({ value }) => Number(value) >= 1 && Number(value) <= 100) ?? null
}

function percent(text: string): string {
  const [whole = '0', part = ''] = text.split('.')
  const digits = whole.padStart(3, '0')
  return `${digits.slice(0, -2).replace(/^0+(?=\d)/, '')}.${digits.slice(-2)}${part}`
}

const numerals: Record<string, number> = { 一: 1, 两: 2, 二: 2, 三: 3, 四: 4 }

function decimalsOf(text: string | null): number | null {
  return text === null ? null : (numerals[text] ?? Number(text))
}

/** `document`: kind and points are stated. `partly`: one of them is. `pack`: the pack's usual formula. */
export type ProposedFormula = { formula: PriceFormula; from: 'document' | 'partly' | 'pack' }

/** The formula to start from: what the document states, completed by the rule pack's usual one; null when there is neither. */
export function proposeFormula(reading: FormulaReading, packDefault: PriceFormula | null): ProposedFormula | null {
  const usualPoints = packDefault !== null && 'points' in packDefault ? packDefault.points : formulaPresets['lowest-price'].points
  const decimals = reading.decimals ?? 2
  if (reading.method === 'lowest-wins') return { formula: { kind: 'lowest-evaluated', decimals }, from: 'document' }
  const points = reading.points ?? usualPoints
  if (reading.kind === 'mean-deviation') return { formula: meanFormula(reading, points, decimals), from: reading.points === null || reading.abovePerPercent === null ? 'partly' : 'document' }
  if (reading.kind === 'lowest-price') return { formula: { kind: 'lowest-price', points, decimals }, from: reading.points === null ? 'partly' : 'document' }
  if (packDefault === null) return null
  if (reading.points === null || !('points' in packDefault)) return { formula: packDefault, from: 'pack' }
  return { formula: { ...packDefault, points: reading.points, decimals: reading.decimals ?? packDefault.decimals }, from: 'partly' }
}

function meanFormula(reading: FormulaReading, points: string, decimals: number): PriceFormula {
  const usual = formulaPresets['mean-deviation']
  const above = reading.abovePerPercent ?? usual.abovePerPercent
  return { ...usual, points, decimals, k: reading.lowering ?? '0', abovePerPercent: above, belowPerPercent: reading.belowPerPercent ?? usual.belowPerPercent, trim: usual.trim.map((band) => ({ ...band })) }
}
