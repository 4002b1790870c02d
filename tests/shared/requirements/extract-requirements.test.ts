import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { extractRequirements } from '#shared/requirements/extract-requirements.ts'

const document = `云岭电力智能问答平台采购项目
竞争性磋商文件
第一章 磋商邀请
一、项目概况
本项目为企业知识问答平台建设，欢迎符合条件的供应商参加。
第二章 供应商须知
1. 资格要求
1.1 供应商须为在中华人民共和国境内注册的独立法人。
1.2 近三年内无重大违法记录，未被列入失信被执行人名单。
1.3 本项目不接受联合体。
2. 响应文件的递交
2.1 响应文件应密封递交。逾期送达的，采购人不予受理；
2.2 响应文件一式三份。
2.3 报价超过最高限价的，其响应文件按无效处理。
第三章 采购需求
注：标注“★”的条款为实质性条款，不满足将导致响应无效；“▲”为重要条款。
一、技术要求
1. 总体要求
★1.1 系统须支持国产化部署，兼容鲲鹏与昇腾平台。
1.2 ▲检索响应时间不大于2秒，
并发用户数不少于500。
1.3 功能要求：
（1）支持文档解析，格式包括 PDF、DOCX；
（2）应提供权限管理与操作日志；
1.4 概述
指标项\t技术要求\t备注
★1\t模型参数量不小于 70B，支持私有化部署\t
2\t上下文长度不低于 32K\t实测
二、商务要求
1、服务期：合同签订之日起12个月。
★2、付款方式：验收合格后支付至合同价的95%，质保期满支付5%。
第四章 评审办法
评审因素\t分值\t评分标准
价格\t30\t满足要求且最后报价最低的为基准价，其价格分为满分。
技术方案\t40\t方案完整、针对性强的得40分；较完整的得25分；一般的得10分。
类似业绩\t15分\t每提供一个类似项目合同得3分，最高得15分。
项目团队\t15\t项目经理具有高级职称的得5分。
第五章 响应文件格式
★1.1 投标函须按本格式填写。
`

const read = (text: string, lotNos?: string[]) => extractRequirements(text, lotNos)
const brief = (text: string, lotNos?: string[]) => read(text, lotNos).map(({ mark, kind, clauseNo, isMandatory, text: words }) => [mark, kind, clauseNo, isMandatory, words])

describe('the requirements of a tender document', () => {
  it('takes the clauses of its chapters, with number, mark, kind and whether they must be met', () => {
    expect(brief(document).filter(([, , , , words]) => !String(words).includes('得'))).toEqual([
      ['none', 'qualification', '1.1', true, '供应商须为在中华人民共和国境内注册的独立法人。'],
      ['none', 'qualification', '1.2', true, '近三年内无重大违法记录，未被列入失信被执行人名单。'],
      ['none', 'qualification', '1.3', true, '本项目不接受联合体。'],
      ['none', 'other', '2.1', true, '逾期送达的，采购人不予受理；'],
      ['none', 'business', '2.3', true, '报价超过最高限价的，其响应文件按无效处理。'],
      ['star', 'technical', '1.1', true, '系统须支持国产化部署，兼容鲲鹏与昇腾平台。'],
      ['triangle', 'technical', '1.2', false, '检索响应时间不大于2秒，并发用户数不少于500。'],
      ['none', 'technical', '1.3（1）', false, '支持文档解析，格式包括 PDF、DOCX；'],
      ['none', 'technical', '1.3（2）', true, '应提供权限管理与操作日志；'],
      ['star', 'technical', '1', true, '模型参数量不小于 70B，支持私有化部署'],
      ['none', 'technical', '2', false, '上下文长度不低于 32K 实测'],
      ['none', 'business', '1', false, '服务期：合同签订之日起12个月。'],
      ['star', 'business', '2', true, '付款方式：验收合格后支付至合同价的95%，质保期满支付5%。'],
      ['none', 'business', null, false, '满足要求且最后报价最低的为基准价，其价格分为满分。'],
    ])
  })

  it('reads the scoring table with the points of each factor', () => {
    expect(read(document).flatMap(({ scoring }) => (scoring ? [[scoring.factor, scoring.points]] : []))).toEqual([
      ['价格', '30'],
      ['技术方案', '40'],
      ['类似业绩', '15'],
      ['项目团队', '15'],
    ])
  })

  it('says where each stands: the span of the text', () => {
    for (const { start, end, text } of read(document)) {
      const place = document.slice(start, end).replace(/[\n\t\u2060]+/g, '')
      expect(place).toContain(text.replace(/[ \n]/g, '').slice(0, 6))
    }
  })
})

test.each<[string, string, [string, string | null][]]>([
  ['points in brackets behind the name', '第三章 评分标准\n一、技术部分（50分）\n1、总体方案（20分）\n方案完整得20分，欠缺得8分。\n2、实施计划（30 分）\n计划合理得30分。\n二、价格部分（50分）\n以最低价为基准。', [['总体方案', '20'], ['实施计划', '30'], ['价格部分', '50']]],
  ['points only in the criteria', '五、评分细则\n1.企业业绩：\n每提供一份合同得2分，本项满分10分。\n2.人员配备：\n每一名持证人员得1分，最高得5分。', [['企业业绩', '10'], ['人员配备', '5']]],
  ['a category column that spans its rows', '第四章 评标办法\n类别\t评分因素\t分值\t评分标准\n商务\t业绩\t10\t每个得2分。\n认证\t5分\t有认证得5分。', [['业绩', '10'], ['认证', '5']]],
  ['half points', '评分标准\n评审内容\t评审标准\t分值\n售后服务\t响应及时得2.5分\t2.5分', [['售后服务', '2.5']]],
  ['no points stated', '评分标准\n评审内容\t评审标准\n售后服务\t由评委横向比较', [['售后服务', null]]],
  ['a sum at the end is no factor', '评分标准\n评审因素\t分值\t评分标准\n报价\t100\t最低价得满分\n合计\t100\t满分', [['报价', '100']]],
])('scoring: %s', (_name, text, expected) => {
  expect(read(text).map(({ scoring }) => [scoring?.factor, scoring?.points])).toEqual(expected)
})

test.each<[string, string, [string, string | null][]]>([
  ['lines broken at the margin are one clause', '二、技术要求\n1、平台应支持不少于三种主流国产数据库，并提供\n完整的数据迁移工具。\n2、接口须开放。', [['平台应支持不少于三种主流国产数据库，并提供完整的数据迁移工具。', '1'], ['接口须开放。', '2']]],
  ['items whose numbers a word processor kept to itself', '技术要求\n系统应支持单点登录；\n系统应支持日志审计；', [['系统应支持单点登录；', null], ['系统应支持日志审计；', null]]],
  ['a heading of the form answered with "none" asks nothing, a row that ends in "none" may', '二、申请人的资格要求\n1.供应商须为独立法人。\n2.落实政府采购政策需满足的资格要求：无；\n3.本项目的特定资格要求：无。\n4.其他资格条件：／', [['供应商须为独立法人。', '1']]],
  ['"none" as a remark takes nothing back', '技术要求\n1\t支持单点登录，备注：无\n2.须支持热备，特殊说明：无。', [['支持单点登录，备注：无', '1'], ['须支持热备，特殊说明：无。', '2']]],
  ['background is not asked for', '采购需求\n一、项目背景\n随着技术发展，行业应用日益广泛。\n二、服务要求\n1.供应商须提供驻场服务。', [['供应商须提供驻场服务。', '1']]],
  ['forms ask nothing', '第六章 响应文件格式\n我方承诺满足采购文件要求，否则视为无效。', []],
  ['a contract to be signed asks nothing of the bid', '第五章 合同条款\n1.1 乙方应按期交付。', []],
  ['words that only look like "must" do not bind', '一、技术要求\n1、系统响应快速，支持应用对应的供应链场景。', [['系统响应快速，支持应用对应的供应链场景。', '1']]],
])('%s', (_name, text, expected) => {
  expect(read(text).map(({ text: words, clauseNo }) => [words, clauseNo])).toEqual(expected)
})

test('words that only look like "must" are not mandatory', () => {
  expect(read('一、技术要求\n1、系统响应快速，支持应用对应的供应链场景。')[0]?.isMandatory).toBe(false)
})

test.each([
  ['★', 'star'],
  ['*', 'star'],
  ['＊', 'star'],
  ['▲', 'triangle'],
  ['△', 'triangle'],
  ['#', 'triangle'],
])('%s before the number marks a clause', (mark, expected) => {
  expect(read(`技术要求\n${mark}2.1 支持热备。`)).toMatchObject([{ mark: expected, clauseNo: '2.1', text: '支持热备。' }])
})

test('a marked clause is taken wherever it stands, once', () => {
  expect(brief('第一章 总则\n★投标有效期不少于90天。\n第三章 商务要求\n1. 投标有效期不少于90天。')).toEqual([['star', 'business', null, true, '投标有效期不少于90天。']])
})

test('lots are told apart where the tender has them', () => {
  const text = '技术要求\n第一包 知识库\n1. 须支持全文检索。\n第二包 算力\n1. 须提供8卡服务器。'
  expect(read(text, ['1', '2']).map(({ lotNo, text: words }) => [lotNo, words])).toEqual([['1', '须支持全文检索。'], ['2', '须提供8卡服务器。']])
  expect(read(text).map(({ lotNo }) => lotNo)).toEqual([null, null])
})

test('any text is read without an error, and every span lies in it', () => {
  const pieces = ['★', '1.1', '评分标准', '\t', '\n', '第一章', '（10分）', '须', '技术要求', '。', '包1', '10分', '：', 'x'.repeat(30)]
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (words) => {
      const text = words.join('')
      for (const { start, end, text: found } of read(text, ['1'])) {
        expect(found.length).toBeGreaterThan(0)
        expect(start < end && end <= text.length).toBe(true)
      }
    }),
  )
})

test('a megabyte is read in the same number of steps per character', () => {
  const many = `技术要求\n${Array.from({ length: 20_000 }, (_, i) => `${i % 90}.${i % 9} 系统须支持第${i}种业务场景，满足并发要求。`).join('\n')}`
  expect(read(many).length).toBe(3000)
  expect(read(`技术要求\n${'（'.repeat(300_000)}`).length).toBe(0)
  expect(read(`评分标准\n${'评'.repeat(300_000)}`).length).toBe(0)
})
