/** What two tenders are compared by. */
export type Comparable = { id: string; projectNo: string | null; title: string; buyer: string | null; value: number | null; bidDeadline: string | null; publishedAt: string | null }

/** Why two tenders may be one; each counts. */
export type Likeness = { sameNumber: boolean; sameBuyer: boolean; sameAmount: boolean; sameDeadline: boolean; /** 0 to 1, Dice's coefficient of the titles' character pairs. */ title: number }

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/[^\p{Letter}\p{Number}]/gu, '')

function pairsOf(text: string): Map<string, number> {
  const pairs = new Map<string, number>()
  for (let i = 0; i + 1 < text.length; i++) pairs.set(text.slice(i, i + 2), (pairs.get(text.slice(i, i + 2)) ?? 0) + 1)
  return pairs
}

/** Dice's coefficient of two texts' character pairs: 1 the same, 0 nothing in common. */
export function likenessOf(one: string, other: string): number {
  const [a, b] = [plain(one), plain(other)]
  if (a === b) return a === '' ? 0 : 1
  if (a.length < 2 || b.length < 2) return 0
  const pairs = pairsOf(a)
  let common = 0
  for (const [pair, count] of pairsOf(b)) common += Math.min(count, pairs.get(pair) ?? 0)
  return (2 * common) / (a.length + b.length - 2)
}

const shortestNumber = 5
const lotWords = /[一二三四五六七八九十\d]+(?:标段|标包|包件|包|期|批)/gu
const lotsOf = (title: string): string => (title.match(lotWords) ?? []).join('|')

export function compare(one: Comparable, other: Comparable): Likeness {
  const [a, b] = [plain(one.projectNo ?? ''), plain(other.projectNo ?? '')]
  return {
    sameNumber: a.length >= shortestNumber && a === b,
    sameBuyer: one.buyer !== null && other.buyer !== null && plain(one.buyer) === plain(other.buyer),
    sameAmount: one.value !== null && one.value === other.value,
    sameDeadline: one.bidDeadline !== null && other.bidDeadline !== null && one.bidDeadline.slice(0, 10) === other.bidDeadline.slice(0, 10),
    title: likenessOf(one.title, other.title),
  }
}

const alike = 0.8

/** Whether a person should look at the two: one number and something more, or one buyer with much the same title, amount or day. Another lot or period is another tender. */
export function isSuspect(one: Comparable, other: Comparable, likeness: Likeness): boolean {
  const { sameNumber, sameBuyer, sameAmount, sameDeadline, title } = likeness
  if (lotsOf(one.title) !== lotsOf(other.title)) return false
  const numbersDiffer = one.projectNo !== null && other.projectNo !== null && !sameNumber
  if (sameNumber) return sameBuyer || sameAmount || sameDeadline || title >= 0.5
  return sameBuyer && title >= (numbersDiffer ? 0.95 : alike) && (sameAmount || sameDeadline)
}

/** For ordering: the surest first. */
export function suspicion({ sameNumber, sameBuyer, sameAmount, sameDeadline, title }: Likeness): number {
  return (sameNumber ? 2 : 0) + (sameBuyer ? 1 : 0) + (sameAmount ? 1 : 0) + (sameDeadline ? 1 : 0) + title
}
