import { describe, expect, it } from 'vitest'
import { requiredTerms } from '#shared/documents/required-terms.ts'

describe('what a tender asks of validity and bond', () => {
  it.each([
    ['近三年同类大模型应用项目业绩，每提供一个得2分', { validityDays: null, bondAmount: null, referenceYears: 3 }],
    ['投标人近5年内具有类似业绩不少于1个', { validityDays: null, bondAmount: null, referenceYears: 5 }],
    ['近三年内无重大违法记录。另附业绩', { validityDays: null, bondAmount: null, referenceYears: null }],
    ['投标有效期不得少于90日历天。', { validityDays: 90, bondAmount: null, referenceYears: null }],
    ['投标有效期：自投标截止之日起120天', { validityDays: 120, bondAmount: null, referenceYears: null }],
    ['响应文件有效期为６０个日历日', { validityDays: null, bondAmount: null, referenceYears: null }],
    ['响应有效期为６０个日历日', { validityDays: 60, bondAmount: null, referenceYears: null }],
    ['5.3 投标保证金：人民币80000元，以银行转账或保函形式提交。', { validityDays: null, bondAmount: '80000.00', referenceYears: null }],
    ['磋商保证金金额为人民币2.5万元', { validityDays: null, bondAmount: '25000.00', referenceYears: null }],
    ['投标保证金：￥28,000.00元', { validityDays: null, bondAmount: '28000.00', referenceYears: null }],
    ['投标保证金：人民币0元', { validityDays: null, bondAmount: null, referenceYears: null }],
    ['本项目不收取投标保证金。', { validityDays: null, bondAmount: null, referenceYears: null }],
    ['投标保证金应在投标截止前到账，投标有效期内有效', { validityDays: null, bondAmount: null, referenceYears: null }],
    ['履约保证金为合同金额的5%，投标报价100元', { validityDays: null, bondAmount: null, referenceYears: null }],
  ])('%s', (text, expected) => {
    expect(requiredTerms([text])).toEqual(expected)
  })

  it('takes the first text that says it', () => {
    expect(requiredTerms(['技术要求', '投标有效期90天', '投标有效期60天'])).toEqual({ validityDays: 90, bondAmount: null, referenceYears: null })
  })
})
