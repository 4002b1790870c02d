import { describe, expect, it } from 'vitest'
import { buyerBidOf } from '#shared/documents/buyer-bid.ts'
import { documentTexts } from '#shared/documents/document.ts'
import { buyerDocument } from '#shared/documents/printable.ts'
import { FormTemplate } from '#shared/documents/template.ts'
import { BidTemplate, withForms } from '#shared/templates/bid-template.ts'
import { templateChecks } from '#shared/templates/checks.ts'
import { templateProblems } from '#shared/templates/problems.ts'
import { blindTemplate, bookTemplate, builtIn, builtInIds, standardTemplate } from '#shared/templates/standard.ts'
import { sampleBid, sampleCompany, sampleTender } from '../../support/sample-bid.ts'

const bid = buyerBidOf(sampleBid(), sampleTender, sampleCompany)
const form = (blocks: unknown[]): FormTemplate => FormTemplate.parse({ id: 'mine', title: '自拟表', blocks })
const withForm = (blocks: unknown[]): BidTemplate => withForms(standardTemplate, 'business', (forms) => [...forms, form(blocks)])

describe('the templates the program brings', () => {
  it.each(builtInIds)('%s is readable, survives a file and prints nothing wrongly', (id) => {
    expect(BidTemplate.parse(JSON.parse(JSON.stringify(builtIn[id])))).toEqual(builtIn[id])
    expect(templateProblems(builtIn[id])).toEqual([])
  })

  it('hold every form of a bid in order, those that are rarely asked for turned off', () => {
    const titles = standardTemplate.volumes.flatMap(({ forms }) => forms.map(({ title, isOff }) => (isOff ? `(${title})` : title)))
    expect(titles).toEqual([
      '评分索引表', '法定代表人身份证明', '授权委托书', '资格证明文件', '无重大违法记录书面声明', '中小企业声明函', '(中小企业声明函（货物）)', '商务条款偏离表', '投标承诺函', '反商业贿赂和廉洁承诺书', '保密及数据安全承诺书', '知识产权承诺书',
      '(采购代理服务费承诺书)', '(供应链安全承诺书)', '(本国产品声明函)', '(联合体协议书)', '投标保证金缴纳凭证', '类似项目业绩表', '其他资质与证书',
      '供货与服务范围一览表', '技术条款偏离表', '技术方案', '实施方案', '项目团队', '售后服务承诺书', '售后服务、培训和应急方案', '公司介绍',
      '投标函', '开标一览表', '投标分项报价表', '(报价合理性说明)',
    ])
  })

  it('bind everything into one book, letter and price first', () => {
    const book = buyerDocument('book', bid, new Map(), bookTemplate)
    expect(book.sections.slice(0, 4).map(({ title }) => title)).toEqual(['一、投标函', '二、开标一览表', '三、投标分项报价表', '四、法定代表人身份证明'])
    expect(() => buyerDocument('price', bid, new Map(), bookTemplate)).toThrow('no price volume')
  })

  it('the goods version of the declaration of size says who makes', () => {
    const goods = withForms(standardTemplate, 'business', (forms) => forms.map((each) => (each.id === 'small-business-goods' ? { ...each, isOff: false } : each)))
    const document = buyerDocument('business', bid, new Map(), goods)
    const text = documentTexts(document).join('').replaceAll(' ', '')
    expect(text).toContain('提供的货物全部由符合政策要求的中小企业制造')
    expect(text).toContain('（采购文件中明确的所属行业）；制造商为启衡智能科技（杭州）有限公司，从业人员')
  })
})

describe('a blind volume', () => {
  const document = buyerDocument('technical', bid, new Map(), blindTemplate)

  it('names nobody, in text, header and properties', () => {
    const texts = documentTexts(document).join('\n')
    for (const name of [sampleCompany.name, sampleCompany.legalRepresentative, sampleCompany.phone, sampleCompany.email]) expect(texts).not.toContain(name)
    expect(document.info).toEqual({ title: '', author: '' })
    expect(document.cover).toEqual([])
  })

  it('is stopped when a text brings the name in', () => {
    const typed = { ...bid, lines: bid.lines.map((line) => ({ ...line, remark: `${sampleCompany.name ?? ''}提供` })) }
    const built = buyerDocument('technical', typed, new Map(), blindTemplate)
    expect(templateChecks(blindTemplate, 'technical', built, typed).filter(({ level }) => level === 'stop').map(({ code }) => code)).toEqual(['bidder-named'])
  })
})

describe('rows left to fill by hand', () => {
  const left = (buyerBid: typeof bid) => templateChecks(standardTemplate, 'technical', buyerDocument('technical', buyerBid, new Map(), standardTemplate), buyerBid).filter(({ code }) => code === 'rows-blank')

  it('are warned of, form by form', () => {
    expect(left(bid).map(({ level, figures }) => [level, figures['form']])).toContainEqual(['warn', '二、技术条款偏离表'])
  })

  it('are gone from the deviation table once there are requirements to answer', () => {
    const asked = { id: 'a', clauseNo: '3.1', kind: 'technical', mark: 'none', isMandatory: true, asked: '须私有化部署', scoring: null, answer: '容器化部署', deviation: 'none', note: null, evidence: [], state: 'done' } as const
    expect(left({ ...bid, responses: [asked] }).map(({ figures }) => figures['form'])).not.toContain('二、技术条款偏离表')
  })
})

describe('what a template does wrong is named with its place', () => {
  it.each([
    ['a price outside of the price volume', [{ kind: 'paragraph', text: '总价 {{price.total}}' }], 'price-outside-price', 'price.total'],
    ['the price table outside of it', [{ kind: 'priceTable', table: 'opening' }], 'price-outside-price', 'opening'],
    ['a field of a row outside of its rows', [{ kind: 'paragraph', text: '{{person.name}}' }], 'row-field-misplaced', 'person.name'],
    ['a row with too few cells', [{ kind: 'table', columns: [{ share: 1, align: 'left' }, { share: 1, align: 'left' }], head: ['a', 'b'], rows: [{ cells: ['1'] }] }], 'cells-uneven', '1'],
  ])('%s', (_what, blocks, code, detail) => expect(templateProblems(withForm(blocks))).toEqual([{ code, form: '自拟表', block: 1, detail }]))

  it('and in a blind volume, whatever names the bidder', () => {
    const template = withForms(blindTemplate, 'technical', (forms) => [...forms, form([{ kind: 'paragraph', text: '{{company.name}}' }, { kind: 'people' }])])
    expect(templateProblems(template).map(({ code, detail }) => [code, detail])).toEqual([['names-bidder', 'company.name'], ['names-bidder', 'people']])
  })

  it('an unknown field or condition is no template at all', () => {
    for (const block of [{ kind: 'paragraph', text: '{{company.cost}}' }, { kind: 'paragraph', text: 'x', when: 'isRich' }, { kind: 'song' }]) expect(FormTemplate.safeParse({ id: 'x', title: 'x', blocks: [block] }).success).toBe(false)
  })
})
