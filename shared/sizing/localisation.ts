import { type CostCategory, type CostLine, type Estimate } from '#shared/estimate/estimate.ts'
import { foreignLines } from '#shared/scenarios/foreign-lines.ts'
import { accelerators } from '#shared/sizing/catalogues.ts'
import { chosenRoute } from '#shared/sizing/routes.ts'

/** `not-applicable`: work, power, travel: nothing a localisation demand is about. */
export type Origin = 'domestic' | 'foreign' | 'unknown' | 'not-applicable'
export type LocalisedLine = { line: CostLine; origin: Origin; reason: 'stated' | 'sizing' | 'name' | 'currency' | 'none' }

const concerned: ReadonlySet<CostCategory> = new Set(['inference', 'compute', 'hardware', 'licence'])

const domesticNames = /昇腾|鲲鹏|海光|飞腾|龙芯|兆芯|申威|寒武纪|昆仑芯|沐曦|摩尔线程|麒麟|统信|openeuler|达梦|人大金仓|oceanbase|gaussdb|deepseek|深度求索|qwen|通义|kimi|moonshot|智谱|\bglm|豆包|minimax|文心|ernie|混元|百川/i

const ofLinked = (estimate: Estimate, line: CostLine): Origin | null => {
  const item = line.origin?.item
  const { sizing } = estimate
  if (item === undefined || sizing === null || sizing === undefined) return null
  if (item === 'power' || item === 'hosting' || item === 'people') return 'not-applicable'
  const isDomestic = item.startsWith('api-') ? sizing.api.isDomestic : chosenRoute(sizing).isDomestic
  return isDomestic === null ? 'unknown' : isDomestic ? 'domestic' : 'foreign'
}

const localised = (estimate: Estimate, line: CostLine): LocalisedLine => {
  if (line.isDomestic !== null && line.isDomestic !== undefined) return { line, origin: line.isDomestic ? 'domestic' : 'foreign', reason: 'stated' }
  const linked = ofLinked(estimate, line)
  if (linked !== null) return { line, origin: linked, reason: 'sizing' }
  const isForeignMoney = line.currency !== null && line.currency !== undefined && line.currency !== 'CNY'
  if (isForeignMoney) return { line, origin: 'foreign', reason: 'currency' }
  if (foreignLines([line]).length > 0) return { line, origin: 'foreign', reason: 'name' }
  if (!concerned.has(line.category)) return { line, origin: 'not-applicable', reason: 'none' }
  const isNamed = domesticNames.test(line.name) || accelerators.some(({ isDomestic, name }) => isDomestic && line.name.includes(name))
  return { line, origin: isNamed ? 'domestic' : 'unknown', reason: isNamed ? 'name' : 'none' }
}

/** Where each cost line's product is from: a person's word first, then the sizing's catalogue, then its name. A name is a hint, not proof. */
export const localisationOf = (estimate: Estimate): LocalisedLine[] => estimate.costLines.map((line) => localised(estimate, line))
