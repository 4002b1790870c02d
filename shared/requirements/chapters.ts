import { unnumbered, type Clause } from '#shared/requirements/clauses.ts'

/** What a chapter of a tender document holds; 'forms' are blanks to fill in, in which nothing is asked. */
export type ChapterKind = 'qualification' | 'business' | 'technical' | 'scoring' | 'rejection' | 'forms' | 'rest'

const titles: [ChapterKind, RegExp][] = [
  ['forms', /格式|合同(?:条款|草案|范本|文本|模板|格式)|^合同$|样表|声明函$|承诺函$/],
  ['scoring', /评分|打分|评(?:审|标)(?:因素|标准|办法|细则|方法|内容)|评定内容/],
  ['rejection', /废标|否决|无效(?:投标|响应|应答|报价|标)|(?:投标|响应|应答)无效|实质性(?:要求|条款|响应)|符合性(?:审查|检查|评审)/],
  ['qualification', /资格(?:要求|条件|性?审查|性?检查|性?评审|证明)|(?:申请人|供应商|投标人|响应人|应答人|报价人)的?(?:特定)?(?:资格|资质|基本要求|条件)|资质(?:要求|条件)/],
  ['rest', /须知|邀请|公告|前附表|总则|投标文件的?(?:组成|编制|递交|密封)|响应文件的?(?:组成|编制|递交)|开标|中标|成交|询问|质疑|投诉|获取|联系方式|概况|背景|基本情况|项目简介|项目名称|定义|说明$/],
  ['technical', /商务.{0,3}技术|技术.{0,3}商务/],
  ['business', /商务|付款|支付|交付|交货|服务期|工期|履约|验收|售后|质保|保密|知识产权|违约/],
  ['technical', /技术|功能|性能|参数|规格|需求|供货|货物要求|任务书|工作(?:内容|范围)|服务(?:内容|要求|标准|范围)|建设(?:内容|要求|目标|范围)|采购(?:内容|清单)|安全要求|系统要求|部署|培训/],
]

const longestTitle = 30

/** A short paragraph without a stop that names what follows. */
export const isTitle = ({ words, cells, level }: Clause): boolean =>
  cells.length < 2 && words.length >= 2 && words.length <= longestTitle && !/[。；;，,、]|[≥≤=<>]|\d\s?分/.test(words.replace(/[：:]$/, '').replace(/、/, '')) && (level < unnumbered || words.length <= 16)

const kindOfTitle = (words: string): ChapterKind | null => titles.find(([, pattern]) => pattern.test(words))?.[0] ?? null

type Open = { level: number; kind: ChapterKind }

/** Follows the headings of a document: what the chapter is at each clause. */
export function chapterReader(): (clause: Clause) => { kind: ChapterKind; isTitle: boolean } {
  let open: Open[] = []
  return (clause) => {
    const inside = open.at(-1)?.kind ?? 'rest'
    const named = isTitle(clause)
    const kind = named ? kindOfTitle(clause.words) : null
    const isChapter = clause.level === 0
    // Unnumbered and deeply numbered lines are headings only by their words; forms and scoring tables hold such lines that are none.
    const counts = isChapter || (named && clause.level <= 5) || (kind !== null && named && clause.level === unnumbered && inside !== 'scoring' && inside !== 'forms')
    if (!counts) return { kind: inside, isTitle: false }
    const level = clause.level === unnumbered ? 1 : clause.level
    const outer = open.filter((chapter) => chapter.level < level)
    const inherited = outer.at(-1)?.kind ?? 'rest'
    const held = inherited === 'forms' || (inherited === 'scoring' && kind !== 'scoring') ? inherited : (kind ?? (isChapter ? 'rest' : inherited))
    open = [...outer, { level, kind: held }]
    return { kind: held, isTitle: kind !== null || isChapter }
  }
}
