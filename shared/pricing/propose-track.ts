import type { Track } from '#shared/pricing/track.ts'

export type TrackReason = {
  track: Track
  /** How strongly it speaks for the track; negative speaks against it. */
  weight: number
  code: 'law-cited' | 'label' | 'method' | 'buyer-is-company' | 'buyer-is-public'
  /** The words it was found in: `text` is exactly source.slice(start, end); a buyer given as a fact has no place in the text. */
  text: string
  start: number | null
  end: number | null
}

export type TrackProposal = {
  /** null: no sign, or signs that contradict each other: a person must say. */
  track: Track | null
  reasons: TrackReason[]
}

type Sign = { track: Track; weight: number; code: TrackReason['code']; pattern: RegExp }

/** Words of rules §0: government tenders, tender law, free purchases of SOEs, and the regimes abroad. */
const signs: readonly Sign[] = [
  { track: 'government_procurement', weight: 4, code: 'law-cited', pattern: /政府采购法/ },
  { track: 'government_procurement', weight: 3, code: 'law-cited', pattern: /财政部令第?\s*(?:87|74|110)\s*号|财库〔20\d\d〕\d+号/ },
  { track: 'government_procurement', weight: 2, code: 'label', pattern: /政府采购(?!法)/ },
  { track: 'government_procurement', weight: 1, code: 'label', pattern: /质\s*疑/ },
  { track: 'government_procurement', weight: 1, code: 'label', pattern: /预算金额/ },
  { track: 'government_procurement', weight: 1, code: 'label', pattern: /采购人信息|采购单位/ },
  { track: 'government_procurement', weight: 1, code: 'method', pattern: /竞争性磋商|竞争性谈判/ },
  { track: 'tender_law_soe', weight: 3, code: 'law-cited', pattern: /招标投标法/ },
  { track: 'tender_law_soe', weight: 3, code: 'label', pattern: /招标条件/ },
  { track: 'tender_law_soe', weight: 2, code: 'label', pattern: /招\s*标\s*人(?!员)/ },
  { track: 'tender_law_soe', weight: 2, code: 'label', pattern: /中标候选人/ },
  { track: 'tender_law_soe', weight: 2, code: 'label', pattern: /最高投标限价|招标控制价/ },
  { track: 'tender_law_soe', weight: 1, code: 'label', pattern: /异\s*议/ },
  { track: 'soe_non_mandatory', weight: 4, code: 'method', pattern: /比选|询比|竞价采购|直接采购|谈判采购/ },
  { track: 'soe_non_mandatory', weight: 3, code: 'label', pattern: /应答人|响应人|最高应答限价|最高响应限价/ },
  { track: 'soe_non_mandatory', weight: 2, code: 'label', pattern: /中选/ },
  { track: 'world_bank', weight: 5, code: 'law-cited', pattern: /World Bank|IBRD|世界银行/i },
  { track: 'poland', weight: 6, code: 'law-cited', pattern: /Prawo zamówień publicznych|\bPZP\b/i },
  { track: 'italy', weight: 6, code: 'law-cited', pattern: /D\.\s?Lgs\.?\s*(?:n\.\s*)?36\/2023/i },
  { track: 'eu', weight: 4, code: 'law-cited', pattern: /2014\/24\/(?:EU|UE)|Tenders Electronic Daily|\beForms\b/i },
]

const companyName = /(?:公司|集团|厂|银行)$|公司(?:信息中心|.{0,8}(?:部|分公司|中心))$/
const publicBody = /(?:委员会|局|厅|部|中心|大学|学院|医院|学校|法院|检察院|档案馆|图书馆|博物馆|人民政府|协会)$/
/** The buyer as the usual labels print it, for texts whose facts are not read yet. Few blanks part the words: with any number of them, a text of blanks would be tried in every way there is. */
const buyerInText = /(?:采\s{0,4}购\s{0,4}人|采购单位|招\s{0,4}标\s{0,4}人)(?:名\s{0,4}称)?\s{0,4}(?:信息)?\s{0,4}(?:[：:为\t]\s{0,4}|\n{1,4}\s{0,4}名\s{0,4}称\s{0,4}[：:]\s{0,4})([^\s，,。；;（(]{3,60})/

/**
 * Which law a notice seems to follow, with the words that say so. SOEs are no purchasers under 政府采购法2条, so a company as
 * buyer rules that track out. Two tracks within one point of each other stay undecided.
 */
export function proposeTrack(notice: { text: string; buyer: string | null }): TrackProposal {
  const found = signs.flatMap((sign) => reasonOf(sign, notice.text))
  const reasons = [...found, ...buyerReasons(notice)].toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
  const scores = new Map<Track, number>()
  for (const { track, weight } of reasons) scores.set(track, (scores.get(track) ?? 0) + weight)
  const [best, second] = [...scores].sort(([, a], [, b]) => b - a)
  const isClear = best !== undefined && best[1] >= 2 && best[1] - (second?.[1] ?? 0) > 1
  return { track: isClear ? best[0] : null, reasons }
}

function reasonOf({ track, weight, code, pattern }: Sign, text: string): TrackReason[] {
  const match = pattern.exec(text)
  return match === null ? [] : [{ track, weight, code, text: match[0], start: match.index, end: match.index + match[0].length }]
}

function buyerReasons({ text, buyer }: { text: string; buyer: string | null }): TrackReason[] {
  const match = buyer === null ? buyerInText.exec(text) : null
  const name = buyer ?? match?.[1] ?? null
  if (name === null) return []
  const start = match === null ? null : match.index + match[0].length - name.length
  const place = { text: name, start, end: start === null ? null : start + name.length }
  if (companyName.test(name)) {
    return [
      { track: 'government_procurement', weight: -6, code: 'buyer-is-company', ...place },
      { track: 'soe_non_mandatory', weight: 1, code: 'buyer-is-company', ...place },
    ]
  }
  return publicBody.test(name) ? [{ track: 'government_procurement', weight: 2, code: 'buyer-is-public', ...place }] : []
}
