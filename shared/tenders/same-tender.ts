/** Whether a notice speaks of a tender already known: by number with the small differences portals make, else by buyer and name (procurement-rules §7.3). */

const round = /[([]?(?:第?[一二三四五六2-6]次(?:招标|采购|公告)?|重新?(?:招标|采购)?\d?|重\d)[)\]]?$/
const lot = /[-_/]?(?:第?[一二三四五六七八九十\d]{1,3}(?:标段|标包|分包|包)|(?:标段|标包|分包|包)[一二三四五六七八九十\d]{1,3})$/

/** The number without blanks, the round ("（第二次）") and the lot ("/1包"): the same for all notices of a purchase. */
export function baseNumber(projectNo: string): string {
  let number = projectNo.normalize('NFKC').toUpperCase().replace(/\s/g, '')
  for (let before = ''; before !== number; ) {
    before = number
    number = number.replace(round, '').replace(lot, '')
  }
  return number.length >= 4 ? number : projectNo.normalize('NFKC').toUpperCase().replace(/\s/g, '')
}

/** The number a works project is approved under (投资项目代码): all its purchases share it, so that it tells none of them apart. */
export const isApprovalNumber = (projectNo: string | null): boolean => projectNo !== null && /^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}$/.test(projectNo.normalize('NFKC').trim())

const shortestNumber = 8

/** 'same': one purchase. 'lot': one number is the other's with a lot's digits behind it ("…001", "-2"); then the names must agree too. */
export function compareNumbers(a: string, b: string): 'same' | 'lot' | 'other' {
  const [left, right] = [baseNumber(a), baseNumber(b)]
  if (left === right) return 'same'
  const [short, long] = left.length < right.length ? [left, right] : [right, left]
  return short.length >= shortestNumber && long.startsWith(short) && /^(?:\d{3}|[-_/.]\d{1,3})$/.test(long.slice(short.length)) ? 'lot' : 'other'
}

const kindsOfNotice = /(?:公开招标|邀请招标|竞争性磋商|竞争性谈判|单一来源|询价|询比|比选|竞价|招标|采购)?(?:更正|变更|澄清|延期|终止|废标|流标|中标候选人|成交候选人|候选人|评标结果|中标|成交|中选|结果|采购|招标)*(?:公告|公示|通知|文件)(?:\([^()]{1,12}\))?$/
const rounds = /[([]?(?:第[二三四五六2-6]次|[二三四五六]次|重新(?:招标|采购)|再次)(?:招标|采购|公告)?[)\]]?/g

const core = (name: string): string => name.normalize('NFKC').replace(/\s/g, '').replace(rounds, '').replace(kindsOfNotice, '').replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()

/** Years, phases and numbers tell like-named purchases apart. */
const marks = (name: string): string => (name.normalize('NFKC').replace(rounds, '').match(/\d+|[([][一二三四五六七八九十][)\]]|第[一二三四五六七八九十]+(?:批|期|标段|包)|[一二三四五六七八九十](?:期|标段|批)/g) ?? []).join('|')

/** How alike two names of a purchase are, 0 to 1: shared pairs of characters (Dice); 0 where years, phases or lots differ. */
export function nameSimilarity(a: string, b: string): number {
  if (marks(a) !== marks(b)) return 0
  const [left, right] = [core(a), core(b)]
  if (left === right) return left === '' ? 0 : 1
  const pairs = new Map<string, number>()
  for (let i = 0; i + 1 < left.length; i++) pairs.set(left.slice(i, i + 2), (pairs.get(left.slice(i, i + 2)) ?? 0) + 1)
  let shared = 0
  for (let i = 0; i + 1 < right.length; i++) {
    const pair = right.slice(i, i + 2)
    const left = pairs.get(pair) ?? 0
    if (left > 0) {
      shared++
      pairs.set(pair, left - 1)
    }
  }
  const total = Math.max(0, left.length - 1) + Math.max(0, right.length - 1)
  return total === 0 ? 0 : (2 * shared) / total
}

/** From here on two names mean the same purchase. */
export const sameName = 0.85
