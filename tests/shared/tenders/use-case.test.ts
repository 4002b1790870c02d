import { describe, expect, it } from 'vitest'
import { proposeUseCase } from '#shared/tenders/use-case.ts'

describe('what kind of work a tender is about', () => {
  it.each([
    ['企业知识库智能问答系统', null, 'knowledge-assistant', true],
    ['12345热线智能客服升级', null, 'knowledge-assistant', true],
    ['研发中心代码生成平台采购', null, 'code-generation', true],
    ['经营分析智能问数平台', null, 'data-analysis', true],
    ['合同智能审查系统', null, 'process-automation', true],
    ['信息化服务采购', '建设知识库、智能问答与智能检索', 'knowledge-assistant', true],
    ['信息化服务采购', '含数据分析模块', 'data-analysis', false],
    ['知识库与数据分析平台', null, 'knowledge-assistant', false],
  ])('%s (%s): %s', (title, body, useCase, isClear) => {
    expect(proposeUseCase(title, body)).toMatchObject({ useCase, isClear })
  })

  it('says which words led to it, the title first', () => {
    expect(proposeUseCase('智能客服平台', '提供知识库与知识库运营')?.words).toEqual(['智能客服', '知识库'])
  })

  it('says nothing where no word is met', () => {
    expect(proposeUseCase('机房空调维保', '空调 12 台')).toBeNull()
  })
})
