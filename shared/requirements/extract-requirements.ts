import { chapterReader, isTitle, type ChapterKind } from '#shared/requirements/chapters.ts'
import { clausesOf, type Clause } from '#shared/requirements/clauses.ts'
import { identityOf, type FoundRequirement, type RequirementKind } from '#shared/requirements/requirement.ts'
import { scoringReader, type ScoringItem } from '#shared/requirements/scoring-items.ts'
import { asksForSomething, isEmptyDemand, isMandatory, isOthersMatter, isRejection, kindOfWords } from '#shared/requirements/wording.ts'

/** Longer documents are read this far; a tender document of 300 pages has about 400 000 characters. */
export const LONGEST_DOCUMENT = 4_000_000
const MOST_REQUIREMENTS = 3000
const LONGEST_TEXT = 20_000

const chapterWords: Partial<Record<ChapterKind, RequirementKind>> = { qualification: 'qualification', business: 'business', technical: 'technical' }

const lotHead = /^(?:第\s?([一二三四五六七八九十]{1,3}|\d{1,3})\s?(?:标段|标包|分包|包组|包)|(?:采购包|合同包|标段|标包|标项|分包|包组|包)\s?[[（(]?\s?([一二三四五六七八九十]{1,3}|\d{1,3}|[A-Z])\s?[\])）]?)(?=$|[\s：:（(])/
const numerals = '零一二三四五六七八九十'
const digitsOf = (numeral: string): string => {
  if (!/^[一二三四五六七八九十]+$/.test(numeral)) return numeral
  const ten = numeral.indexOf('十')
  const digit = (char: string | undefined) => Math.max(0, numerals.indexOf(char ?? '零'))
  return String(ten < 0 ? digit(numeral) : (ten === 0 ? 1 : digit(numeral[0])) * 10 + (ten === numeral.length - 1 ? 0 : digit(numeral.at(-1))))
}

/** The lot a heading opens, when the tender has one of that number. */
const lotOpenedBy = (clause: Clause, lotNos: readonly string[]): string | null => {
  const match = clause.words.length <= 60 ? lotHead.exec(clause.words) : null
  const numeral = match?.[1] ?? match?.[2]
  if (numeral === undefined) return null
  const no = digitsOf(numeral)
  return lotNos.find((lot) => lot === numeral || digitsOf(lot.replace(/^(?:第|包|标段|标项)+|(?:包|标段|标项)$/g, '')) === no) ?? null
}

/** "（1）" alone says little: the dotted number above it comes first. */
const fullNumber = (clause: Clause, above: string | null): string | null => (clause.no !== null && clause.level >= 6 && clause.cells.length < 2 && above !== null ? `${above}${clause.no}` : clause.no)?.slice(0, 60) ?? null

/** "服务期：12个月": a term of the business conditions. */
const states = /^[^：:。]{2,16}[：:]\s?[^\s]/
const announcesParts = /[：:]$/
/** Sentences that explain the marks rather than carry one. */
const explainsMarks = /(?:标注|加注|带有?|标有|注有|标).{0,4}[“"'‘]?[★▲△*＊※#]|[“"'‘][★▲△*＊※#]["”'’]/

/** The sentences of a clause outside the chapters of requirements that say what gets a bid refused. */
const rejections = (clause: Clause, text: string): { words: string; start: number; end: number }[] => {
  if (!isRejection(clause.words)) return []
  const found: { words: string; start: number; end: number }[] = []
  for (const match of text.slice(clause.start, clause.end).matchAll(/[^。；;]{8,600}(?:[。；;]|$)/g)) {
    const words = match[0].replace(/\s*\n\s*/g, '').trim().replace(clause.no ?? '', '').replace(/^[、.．\s]+/, '')
    if (isRejection(words) && !isOthersMatter(words)) found.push({ words, start: clause.start + match.index, end: clause.start + match.index + match[0].trimEnd().length })
  }
  return found
}

const isWanted = (clause: Clause, chapter: ChapterKind): boolean => {
  if (clause.words.length < 4 || isEmptyDemand(clause.words)) return false
  if (clause.mark !== 'none') return true
  if (chapter === 'qualification') return clause.words.length >= 8 && !isTitle(clause)
  if (chapter === 'rejection' && isOthersMatter(clause.words)) return false
  if (chapter === 'rejection') return clause.words.length >= 8 && (clause.no !== null || isMandatory(clause.words)) && !isTitle(clause)
  if (chapter === 'business' || chapter === 'technical') return !announcesParts.test(clause.words) && !isTableHead(clause) && (asksForSomething(clause.words) || (chapter === 'business' && (states.test(clause.words) || isNumberedSentence(clause))))
  return false
}

/** Among the business conditions every numbered sentence is one, whether or not it says must. */
const isNumberedSentence = ({ no, level, words }: Clause): boolean => no !== null && level >= 3 && words.length >= 10 && /[。；;]$/.test(words)

const isTableHead = ({ cells }: Clause): boolean => cells.length > 1 && cells.filter((cell) => /^(?:序号|编号|名称|内容|要求|指标|参数|技术要求|技术参数|指标项|功能|功能描述|描述|备注|说明|数量|单位)$/.test(cell)).length >= 2

/** "签字盖章 | 有法定代表人签字并加盖单位章": a standard of the first review, which a bid meets or is refused for. */
const fromReview = (item: ScoringItem, lotNo: string | null): FoundRequirement => {
  const text = `${item.factor}：${item.criteria}`.slice(0, LONGEST_TEXT)
  return { lotNo, clauseNo: item.clauseNo?.slice(0, 60) ?? null, kind: kindOfWords(text), mark: 'none', text, isMandatory: true, scoring: null, start: item.start, end: item.end }
}

const fromScoring = (item: ScoringItem, lotNo: string | null): FoundRequirement => ({
  lotNo,
  clauseNo: item.clauseNo?.slice(0, 60) ?? null,
  kind: kindOfFactor(item.factor),
  mark: 'none',
  text: item.criteria.slice(0, LONGEST_TEXT),
  isMandatory: false,
  scoring: { factor: item.factor, points: item.points },
  start: item.start,
  end: item.end,
})

const kindOfFactor = (factor: string): RequirementKind => (/价格|报价|商务|业绩|认证|资质|售后|培训|信誉|证书|人员/.test(factor) ? 'business' : /技术|方案|功能|架构|性能|演示|理解|实施|质量|安全/.test(factor) ? 'technical' : kindOfWords(factor))

/**
 * The requirements a tender document or notice states, by its own structure: clauses of the chapters on qualification, business and
 * technical requirements, ★ and ▲ clauses anywhere, scoring items with their points, and the sentences that get a bid refused.
 * Lots are told apart only where the tender has them. In the order of the text; linear in its length.
 */
export function extractRequirements(source: string, lotNos: readonly string[] = []): FoundRequirement[] {
  const text = source.slice(0, LONGEST_DOCUMENT)
  const chapterOf = chapterReader()
  const found: FoundRequirement[] = []
  let items: ScoringItem[] = []
  const scoring = scoringReader(items)
  let lotNo: string | null = null
  let above: string | null = null
  const takeItems = () => {
    scoring.end()
    found.push(...items.splice(0).map((item) => (item.passes ? fromReview(item, lotNo) : fromScoring(item, lotNo))))
  }
  for (const clause of clausesOf(text)) {
    const { kind: chapter, isTitle: isHeading } = chapterOf(clause)
    if (chapter !== 'scoring' || clause.level === 0) takeItems()
    if (clause.level === 0) lotNo = null
    lotNo = lotOpenedBy(clause, lotNos) ?? lotNo
    if (clause.level >= 3 && clause.level <= 5) above = clause.no
    else if (clause.level < 3) above = null
    if (chapter === 'forms') continue
    if (chapter === 'scoring') scoring.read(clause)
    else if (isHeading && clause.mark === 'none') continue
    else found.push(...requirementsIn(clause, chapter, { lotNo, above, text }))
    if (found.length > MOST_REQUIREMENTS) break
  }
  takeItems()
  return distinct(found).slice(0, MOST_REQUIREMENTS)
}

type Place = { lotNo: string | null; above: string | null; text: string }

function requirementsIn(clause: Clause, chapter: ChapterKind, { lotNo, above, text }: Place): FoundRequirement[] {
  if (explainsMarks.test(clause.words)) return []
  if (isWanted(clause, chapter)) {
    const { words, mark, start, end } = clause
    const kind = chapterWords[chapter] ?? kindOfWords(words)
    const isBinding = mark === 'star' || chapter === 'qualification' || chapter === 'rejection' || isMandatory(words)
    return [{ lotNo, clauseNo: fullNumber(clause, above), kind, mark, text: words.slice(0, LONGEST_TEXT), isMandatory: isBinding, scoring: null, start, end }]
  }
  return rejections(clause, text).map(({ words, start, end }) => ({ lotNo, clauseNo: fullNumber(clause, above), kind: kindOfWords(words), mark: 'none', text: words, isMandatory: true, scoring: null, start, end }))
}

/** What stands twice in a document (notice and body) is one requirement; the marked one is kept. */
function distinct(found: readonly FoundRequirement[]): FoundRequirement[] {
  const kept = new Map<string, FoundRequirement>()
  for (const requirement of found) {
    const identity = `${requirement.scoring?.factor ?? ''}|${identityOf(requirement)}`
    const known = kept.get(identity)
    if (known === undefined || (known.mark === 'none' && requirement.mark !== 'none')) kept.set(identity, requirement)
  }
  return [...kept.values()]
}
