import type { ApprovalState } from '#shared/approvals/contract.ts'
import { formatBeijing } from '#shared/calendar/beijing-time.ts'
import { type Block, type Cell, paragraph, type PrintDocument, type Row, type Table } from '#shared/documents/document.ts'
import { internalPaper } from '#shared/documents/internal-paper.ts'
import { missing, verdictNames, yuanOrDash } from '#shared/documents/internal-words.ts'

const levels = { off: '放行', warn: '提示', block: '拦截' } as const
const statuses: Record<ApprovalState['status'], string> = {
  open: '无须审批',
  warned: '提示，不拦截',
  'not-submitted': '未提交审批',
  waiting: '等待签字',
  refused: '被退回',
  lapsed: '报价或成本已改，原审批失效',
  approved: '已批准',
  'log-broken': '审批日志不完整，签字不予采信',
}
const roles: Record<string, string> = { 'sales-director': '销售总监', finance: '财务' }

const label = (text: string): Cell => ({ text, style: 'label' })
const pairs = (rows: readonly (readonly [string, string])[]): Table => ({
  kind: 'table', dense: false, head: [],
  columns: [{ share: 24, align: 'center' }, { share: 76, align: 'left' }],
  rows: rows.map(([name, text]): Row => [label(name), { text }]),
})

function signatures({ required }: ApprovalState): Table {
  return {
    kind: 'table', dense: true,
    columns: [{ share: 15, align: 'center' }, { share: 15, align: 'center' }, { share: 12, align: 'center' }, { share: 38, align: 'left' }, { share: 20, align: 'center' }],
    head: [['角色', '签字人', '决定', '理由', '时间（北京）'].map((text) => ({ text }))],
    rows: required.map(({ role, decision }): Row => [
      { text: roles[role] ?? role },
      { text: decision === null ? missing : `${decision.by}${decision.isStandIn ? '（代签）' : ''}` },
      { text: decision === null ? '未签' : decision.decision === 'approved' ? '同意' : '退回' },
      { text: decision?.reason ?? missing },
      { text: decision === null ? missing : formatBeijing(decision.at) },
    ]),
  }
}

/**
 * The record of a bid's approval to file on paper: who signed which version and why. The seal printed on it is the anchor
 * outside the file: a log rewritten as a whole no longer holds it.
 */
export function approvalRecord(state: ApprovalState, { title, projectNo, company, now }: { title: string; projectNo: string | null; company: string | null; now: string }): PrintDocument {
  const { submission, log } = state
  const blocks: Block[] = [
    paragraph(`项目：${title}　　编号：${projectNo ?? missing}`, { style: 'caption', indentEm: 0, align: 'left' }),
    paragraph(`打印时间：${formatBeijing(now)}（北京时间）`, { style: 'caption', indentEm: 0, align: 'left', keepWithNext: true }),
    { kind: 'heading', text: '一、状态' },
    pairs([
      ['审批状态', statuses[state.status]],
      ['结论', `${verdictNames[state.verdict]}（处理：${levels[state.level]}）`],
      ['投标总价（含税）', yuanOrDash(state.offerTotal)],
      ['利润', yuanOrDash(state.profit)],
      ['版本指纹', state.versionHash],
    ]),
    ...(submission === null ? [] : [{ kind: 'heading' as const, text: '二、提请' }, pairs([
      ['提请人', `${submission.by}，${formatBeijing(submission.at)}`],
      ['理由', submission.reason],
      ...(submission.loss === null ? [] : [['回收安排', submission.loss.payBack] as const, ['复核日', submission.loss.reviewOn] as const]),
    ])]),
    ...(state.required.length === 0 ? [] : [{ kind: 'heading' as const, text: submission === null ? '二、签字' : '三、签字' }, signatures(state)]),
    { kind: 'heading', text: '日志封签' },
    paragraph(`打印时审批日志共 ${log.entries} 条，封签 ${log.seal}${log.problem === null ? '，逐条核验无误' : `，第 ${log.problem.index + 1} 条起不可采信`}。日后在“审批”页输入本封签核对：查不到，说明此前的日志被整体改写过。`),
  ]
  return internalPaper({ title: `${title} 投标审批记录`, subject: title, right: projectNo ?? '', company, section: { title: '投标审批记录', orientation: 'portrait', blocks } })
}
