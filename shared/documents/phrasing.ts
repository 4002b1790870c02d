/**
 * Bids for a tender (招标) and responses to a consultation, negotiation, inquiry or comparison (磋商, 谈判, 询价, 询比, 比选)
 * say the same in different words; using the wrong ones looks like a form left over from another project.
 * Forms are written in the words of a tender.
 */
const responseMethod = /磋商|谈判|询价|询比|比选|比价|竞价|单一来源|直接采购|遴选/

/** Longer words first: the first that matches is replaced. */
const responseWords: readonly (readonly [string, string])[] = [
  ['参加本项目的投标', '参加本项目的采购活动'],
  ['的投标，', '的采购活动，'],
  ['投标分项报价表', '分项报价表'],
  ['开标一览表', '报价一览表'],
  ['评标委员会', '评审小组'],
  ['名义投标', '名义参加'],
  ['招标代理', '采购代理'],
  ['招标文件', '采购文件'],
  ['投标响应', '响应内容'],
  ['串通投标', '串通'],
  ['投 标 文 件', '响 应 文 件'],
  ['投\u2002标\u2002人', '供\u2002应\u2002商'],
  ['投标人', '供应商'],
  ['投标', '响应'],
  ['中标', '成交'],
]

const replacements = new Map(responseWords)
const pattern = new RegExp(responseWords.map(([word]) => word).join('|'), 'g')

/** Puts the fixed words of a form in the words of the procurement method; never applied to what a person typed. */
export type Phrase = (fixed: string) => string

/** `method` as the notice names it; unknown counts as a tender. */
export const phraseFor = (method: string | null): Phrase => {
  if (method === null || !responseMethod.test(method)) return (fixed) => fixed
  return (fixed) => fixed.replaceAll(pattern, (word) => replacements.get(word) ?? word)
}
