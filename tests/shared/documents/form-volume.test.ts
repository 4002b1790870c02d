import { describe, expect, it } from 'vitest'
import type { BuyerBid } from '#shared/documents/buyer-bid.ts'
import { buyerBidOf } from '#shared/documents/buyer-bid.ts'
import { documentChecks } from '#shared/documents/document-checks.ts'
import { documentTexts, sectionTexts } from '#shared/documents/document.ts'
import { fillTemplate } from '#shared/documents/fill-template.ts'
import { businessVolume, technicalVolume } from '../../support/volumes.ts'
import { priceSummary } from '#shared/documents/price-summary.ts'
import { FormTemplate, parseTemplateText } from '#shared/documents/template.ts'
import { formatMoney } from '#shared/money.ts'
import { sampleBid, sampleCompany, sampleTender } from '../../support/sample-bid.ts'

const bid = buyerBidOf(sampleBid(), sampleTender, sampleCompany)
const titles = (changed: BuyerBid): string[] => businessVolume(changed).sections.map(({ title }) => title)
const firstLine = bid.lines[0]
if (!firstLine) throw new Error('the sample has lines')

describe('the business and technical volumes', () => {
  it('have their forms in the order of a bid, numbered without a gap', () => {
    expect(titles(bid)).toEqual(['一、法定代表人身份证明', '二、授权委托书', '三、资格证明文件', '四、无重大违法记录书面声明', '五、中小企业声明函', '六、商务条款偏离表', '七、投标承诺函', '八、反商业贿赂和廉洁承诺书', '九、保密及数据安全承诺书', '十、知识产权承诺书', '十一、投标保证金缴纳凭证'])
    expect(technicalVolume(bid).sections.map(({ title }) => title)).toEqual(['一、供货与服务范围一览表', '二、技术条款偏离表', '三、售后服务承诺书'])
  })

  it('leave out what does not apply: no agent, not a small business, no bond', () => {
    const plain: BuyerBid = { ...bid, company: { ...bid.company, authorisedAgent: null, isSmallBusiness: null }, terms: { ...bid.terms, bondForm: 'none', bondAmount: null } }
    expect(titles(plain)).toEqual(['一、法定代表人身份证明', '二、资格证明文件', '三、无重大违法记录书面声明', '四、商务条款偏离表', '五、投标承诺函', '六、反商业贿赂和廉洁承诺书', '七、保密及数据安全承诺书', '八、知识产权承诺书'])
  })

  it('speak of a response where the method is not a tender', () => {
    const inquiry: BuyerBid = { ...bid, project: { ...bid.project, method: '竞争性磋商' } }
    const texts = [...documentTexts(businessVolume(inquiry)), ...documentTexts(technicalVolume(inquiry))].join('\n')
    expect(texts).not.toMatch(/[招投]标|中标|开标|评标/)
    expect(texts).toContain('响应承诺函')
  })

  it('carry the wording of the small-business declaration that the rule prescribes', () => {
    const form = businessVolume(bid).sections[4]
    const text = form ? sectionTexts(form).join('').replaceAll(' ', '') : ''
    for (const fixed of [
      '郑重声明，根据《政府采购促进中小企业发展管理办法》（财库〔2020〕46号）的规定，本公司（联合体）参加远川能源集团有限公司的大模型智能客服平台建设项目采购活动，服务全部由符合政策要求的中小企业承接。',
      '相关企业（含联合体中的中小企业、签订分包意向协议的中小企业）的具体情况如下：',
      '（采购文件中明确的所属行业）；承接企业为启衡智能科技（杭州）有限公司，从业人员人，营业收入为万元，资产总额为万元，属于（中型企业、小型企业、微型企业）',
      '以上企业，不属于大企业的分支机构，不存在控股股东为大企业的情形，也不存在与大企业的负责人为同一人的情形。',
      '本企业对上述声明内容的真实性负责。如有虚假，将依法承担相应责任。',
    ])
      expect(text).toContain(fixed)
  })

  it('show no price: the offer appears in neither, and a price typed into a specification stops the volume', () => {
    const texts = [...documentTexts(businessVolume(bid)), ...documentTexts(technicalVolume(bid))].join('\n')
    for (const { gross } of priceSummary(bid.lines).lines) expect(texts).not.toContain(formatMoney(gross))
    const typed: BuyerBid = { ...bid, lines: [{ ...firstLine, specification: '含税 1680000.00 元' }] }
    expect(documentChecks(technicalVolume(typed), typed).filter(({ level }) => level === 'stop').map(({ code, figures }) => [code, figures])).toEqual([
      ['price-outside-price-volume', { form: '一、供货与服务范围一览表', price: '1680000.00' }],
      ['price-outside-price-volume', { form: '二、技术条款偏离表', price: '1680000.00' }],
    ])
  })

  it('say what is left for hands, and stop at a placeholder whichever form prints it', () => {
    const found = documentChecks(businessVolume(bid), bid)
    expect(found.filter(({ level }) => level !== 'pass').map(({ code, level, figures }) => [code, level, figures])).toEqual([
      ['blank-to-fill', 'warn', { form: '一、法定代表人身份证明', count: '3' }],
      ['attachment-to-add', 'warn', { form: '一、法定代表人身份证明', count: '1' }],
      ['blank-to-fill', 'warn', { form: '二、授权委托书', count: '2' }],
      ['attachment-to-add', 'warn', { form: '二、授权委托书', count: '2' }],
      ['attachment-to-add', 'warn', { form: '三、资格证明文件', count: '1' }],
      ['blank-to-fill', 'warn', { form: '五、中小企业声明函', count: '5' }],
      ['attachment-to-add', 'warn', { form: '十一、投标保证金缴纳凭证', count: '1' }],
    ])
    const open: BuyerBid = { ...bid, terms: { ...bid.terms, warranty: null }, company: { ...bid.company, legalRepresentative: null } }
    expect(documentChecks(businessVolume(open), open)[0]).toMatchObject({ code: 'placeholder-printed', level: 'stop', figures: { count: '1', names: '法定代表人姓名' } })
  })
})

describe('the language of the templates', () => {
  it('knows fields, fields on a rule and empty rules', () => {
    expect(parseTemplateText('致：{{project.buyer}}，{{ company.name _12 }}共{{_4}}次')).toEqual([
      { kind: 'text', text: '致：' },
      { kind: 'field', name: 'project.buyer', ruleEm: null },
      { kind: 'text', text: '，' },
      { kind: 'field', name: 'company.name', ruleEm: 12 },
      { kind: 'text', text: '共' },
      { kind: 'rule', ruleEm: 4 },
      { kind: 'text', text: '次' },
    ])
  })

  it('refuses unknown fields, conditions and stray braces when the template is read', () => {
    const form = (text: string, when?: string): unknown => ({ id: 'x', title: '表', ...(when === undefined ? {} : { when }), blocks: [{ kind: 'paragraph', text }] })
    for (const text of ['{{company.cost}}', '{{offer.total}}', '{{company.name', 'a}}', '{{}}']) expect(FormTemplate.safeParse(form(text)).success).toBe(false)
    expect(FormTemplate.safeParse(form('好', 'isRich')).success).toBe(false)
    expect(FormTemplate.safeParse(form('好', '!hasAgent')).success).toBe(true)
  })

  it('turns a condition round with an exclamation mark', () => {
    const form = FormTemplate.parse({ id: 'x', title: '表', blocks: [{ kind: 'paragraph', text: '有代理人', when: 'hasAgent' }, { kind: 'paragraph', text: '无代理人', when: '!hasAgent' }] })
    const texts = (changed: BuyerBid): string[] => {
      const section = fillTemplate(form, changed)
      return section ? sectionTexts(section) : []
    }
    expect([texts(bid), texts({ ...bid, company: { ...bid.company, authorisedAgent: ' ' } })]).toEqual([
      ['表', '有代理人'],
      ['表', '无代理人'],
    ])
  })
})
