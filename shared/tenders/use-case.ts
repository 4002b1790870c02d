import type { UseCase } from '#shared/tenders/tender.ts'

type Named = Exclude<UseCase, 'other'>

const words: Record<Named, RegExp> = {
  'knowledge-assistant': /知识库|知识图谱|知识问答|知识助手|智能问答|问答(?:系统|平台|助手|机器人|服务)|智能客服|客服(?:机器人|助手|大模型|系统|坐席)|数字人|智能助手|智能检索|检索增强|语义检索|导诊|智能咨询|智能坐席|智能外呼|对话(?:系统|机器人|平台)|RAG(?![A-Za-z])|knowledge base|chatbot|assistant/gi,
  'code-generation': /代码(?:智能)?(?:生成|助手|补全|辅助|大模型)|智能编码|智能编程|编程助手|编码助手|研发助手|智能研发|自动编程|测试用例(?:自动)?生成|code (?:generation|assistant)|copilot/gi,
  'data-analysis': /数据分析|智能问数|智能分析|经营分析|数据挖掘|数据洞察|数据治理|指标平台|智能报表|可视化分析|辅助决策|预测模型|智能预测|风控模型|智能预警|统计分析|大数据分析|ChatBI|data analy(?:sis|tics)/gi,
  'process-automation': /流程自动化|办公自动化|智能办公|RPA(?![A-Za-z])|智能审(?:核|批|查)|合同(?:智能)?审(?:查|核)|公文(?:写作|智能|生成)|智能写作|会议纪要|单据识别|票据识别|智能填报|智能报销|OCR(?![A-Za-z])|自动化处理|智能质检|智能排产|process automation/gi,
}
const kinds: readonly Named[] = ['knowledge-assistant', 'code-generation', 'data-analysis', 'process-automation']

export type UseCaseProposal = {
  useCase: UseCase
  /** The words of the text that led to it, each once, the title's first. */
  words: string[]
  /** Clear enough to be set without asking. */
  isClear: boolean
}

/** Words in the title tell what is bought; in the body they may only describe the surroundings. */
const titleWeight = 3
const clearFrom = 3
const LONGEST_BODY = 20_000

/** What kind of work a tender is about, by its own words; null when no word of any kind is met. Pure; linear in the text. */
export function proposeUseCase(title: string, body: string | null): UseCaseProposal | null {
  const text = (body ?? '').slice(0, LONGEST_BODY)
  const found = kinds
    .map((useCase) => {
      const inTitle = title.match(words[useCase]) ?? []
      const inBody = text.match(words[useCase]) ?? []
      const distinct = new Set(inBody)
      // A word said again and again in the body counts once more, not each time.
      const score = inTitle.length * titleWeight + distinct.size + (inBody.length > distinct.size + 2 ? 1 : 0)
      return { useCase, words: [...new Set([...inTitle, ...inBody])].slice(0, 8), score }
    })
    .toSorted((a, b) => b.score - a.score)
  const [best, second] = found
  if (best === undefined || best.score === 0) return null
  const isClear = best.score >= clearFrom && best.score >= 2 * (second?.score ?? 0)
  return { useCase: best.useCase, words: best.words, isClear }
}
