import type { PriceCategory, PriceKind, PriceUnit } from '#shared/prices/price-item.ts'

export type PriceField = 'code' | 'name' | 'vendor' | 'model' | 'category' | 'kind' | 'unit' | 'price' | 'currency' | 'vatIncluded' | 'vatRate' | 'region' | 'source' | 'url' | 'date' | 'validFrom' | 'validUntil' | 'domestic' | 'note'

/** Headings of price lists, in Chinese and English, the surer first. */
const headings: readonly (readonly [PriceField, RegExp])[] = [
  ['code', /^(编码|编号|代码|物料编码|货号|sku|code|item code)$/],
  ['vatIncluded', /^(是否含税|含税|vat included)$/],
  ['vatRate', /^(税率|增值税率|vat( rate)?|tax rate)(\(%\))?$/],
  ['validUntil', /^(有效期至?|有效至|失效日期|截止日期|valid (until|to)|expires?)$/],
  ['validFrom', /^(生效日期|生效|起始日期|valid from)$/],
  ['date', /^(报价日期|价格日期|日期|price date|date)$/],
  ['currency', /^(币种|货币|currency)$/],
  ['price', /^(不?含税|未税)?(单价|价格|报价|成本价?|采购价|目录价|列表价|(unit )?price|list price|unit cost|cost)( ?\((不含税|含税|未税|元|人民币|cny|usd|美元)[^)]*\))?(\/元)?$/],
  ['category', /^(类别|分类|品类|category)$/],
  ['kind', /^(价格类型|类型|kind|price type)$/],
  ['unit', /^(单位|计价单位|计量单位|unit|uom)$/],
  ['vendor', /^(供应商|厂商|厂家|品牌|vendor|supplier|brand)$/],
  ['model', /^(型号|规格型号|规格|model)$/],
  ['region', /^(地区|区域|地域|region)$/],
  ['url', /^(链接|网址|url|link)$/],
  ['source', /^(来源|价格来源|source)$/],
  ['domestic', /^(国产|是否国产|国产化|domestic)$/],
  ['note', /^(备注|说明|note|notes|remark)$/],
  ['name', /^(名称|品名|产品名称?|产品|项目|服务|商品名称|name|item|product|description)$/],
]

const plain = (cell: string): string => cell.normalize('NFKC').replaceAll(/[*\s]+/g, ' ').trim().toLowerCase()

export type PriceColumns = { at: Partial<Record<PriceField, number>>; /** What the price's own heading says. */ vatIncluded: boolean | null; currency: string | null }

/** Finds the columns of a price list by their headings; null: neither a name nor a price among them. */
export const priceColumns = (cells: readonly string[]): PriceColumns | null => {
  const at: Partial<Record<PriceField, number>> = {}
  for (const [index, cell] of cells.entries()) {
    const field = headings.find(([name, pattern]) => at[name] === undefined && pattern.test(plain(cell)))?.[0]
    if (field !== undefined) at[field] = index
  }
  if (at.name === undefined && at.model !== undefined) at.name = at.model
  if (at.name === undefined || at.price === undefined) return null
  const heading = plain(cells[at.price] ?? '')
  const vatIncluded = /不含税|未税/.test(heading) ? false : /含税/.test(heading) ? true : null
  return { at, vatIncluded, currency: /usd|美元/.test(heading) ? 'USD' : /元|人民币|cny/.test(heading) ? 'CNY' : null }
}

const units: readonly (readonly [RegExp, PriceUnit, string])[] = [
  [/^(元\/)?(百万|1?m|1,?000,?000)\s*(tokens?|词元)$/, 'token', '1000000'],
  [/^(元\/)?(千|1?k|1,?000)\s*(tokens?|词元)$/, 'token', '1000'],
  [/^(tokens?|词元)$/, 'token', '1'],
  [/^(卡|gpu|张)[·*/ ]?(小?时|hours?|h)$/, 'card-hour', '1'],
  [/^(卡|gpu|张)[·*/ ]?(月|months?)$/, 'card-month', '1'],
  [/^(台|机|server)[·*/ ]?(小?时|hours?|h)$/, 'server-hour', '1'],
  [/^(台|机|server)[·*/ ]?(月|months?)$/, 'server-month', '1'],
  [/^(台|server)$/, 'server', '1'],
  [/^(卡|张|块|颗|card|gpu)$/, 'card', '1'],
  [/^(机柜|柜|rack)[·*/ ]?(月|months?)$/, 'rack-month', '1'],
  [/^(度|千瓦时|kwh)$/, 'kwh', '1'],
  [/^(人[·*/ ]?[天日]|person-?days?|man-?days?)$/, 'person-day', '1'],
  [/^(人[·*/ ]?月|person-?months?|man-?months?)$/, 'person-month', '1'],
  [/^(用户|席位|seat|user)[·*/ ]?(年|years?)$/, 'seat-year', '1'],
  [/^(套|项|set|licen[cs]e)$/, 'set', '1'],
  [/^(年|years?)$/, 'year', '1'],
  [/^(次|calls?|requests?)$/, 'call', '1'],
]

/** The unit a word means, with the quantity the price is for; words not known stay as they are. */
export const readUnit = (text: string): { unit: PriceUnit; per: string; unitName: string | null } => {
  const word = plain(text)
  const known = units.find(([pattern]) => pattern.test(word))
  return known === undefined ? { unit: 'other', per: '1', unitName: text.trim().slice(0, 30) } : { unit: known[1], per: known[2], unitName: null }
}

const categories: readonly (readonly [RegExp, PriceCategory])[] = [
  [/缓存命中|cached/, 'tokens-cached'], [/缓存写入|cache.?write/, 'tokens-cache-write'], [/输出|tokens?-out|output/, 'tokens-out'], [/输入|tokens?-in|input/, 'tokens-in'],
  [/人天|人工|人力|人员|服务人|person|people|labou?r/, 'person-day'], [/托管|机房|机柜|电费|hosting|power/, 'hosting'], [/算力|显卡租|gpu.*(租|rent)|compute/, 'gpu-rental'], [/云主机|云服务器|server-rental/, 'server-rental'],
  [/服务器|硬件|设备|hardware|server/, 'server'], [/许可|授权|软件|licen[cs]e|software/, 'licence'], [/数据|语料|data/, 'data'], [/差旅|travel/, 'travel'], [/外包|分包|subcontract/, 'subcontract'], [/接口|调用|call/, 'model-call'],
]

const byUnit: Partial<Record<PriceUnit, PriceCategory>> = { token: 'tokens-in', 'card-hour': 'gpu-rental', 'card-month': 'gpu-rental', 'server-hour': 'server-rental', 'server-month': 'server-rental', server: 'server', card: 'server', 'rack-month': 'hosting', kwh: 'hosting', 'person-day': 'person-day', 'person-month': 'person-day', call: 'model-call', 'seat-year': 'licence' }

/** The category a word means; else the one its name, then its unit points to. */
export const readCategory = (text: string, name: string, unit: PriceUnit): PriceCategory => {
  const of = (words: string) => categories.find(([pattern]) => pattern.test(plain(words)))?.[1]
  return (text.trim() === '' ? undefined : of(text)) ?? (unit === 'token' ? of(name) : undefined) ?? byUnit[unit] ?? of(name) ?? 'other'
}

/** Commercial (what we sell for) or purchase; null: the word says neither. */
export const readKind = (text: string): PriceKind | null => (/商业|销售|目录|列表|对外|commercial|sell|list/.test(plain(text)) ? 'commercial' : /采购|成本|进价|purchase|cost|buy/.test(plain(text)) ? 'purchase' : null)
