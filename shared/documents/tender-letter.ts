import type { BuyerBid } from '#shared/documents/buyer-bid.ts'
import { paragraph } from '#shared/documents/document.ts'
import type { Block, Row, Section, Table } from '#shared/documents/document.ts'
import { sayWith } from '#shared/documents/phrasing.ts'
import type { PriceWords } from '#shared/documents/price-words.ts'
import { bidderName, bidderSignature, buyerName, known, lotText, phraseOf, projectNo, yuan } from '#shared/documents/wording.ts'

const bondForms = { transfer: '银行转账', guarantee: '银行保函', cheque: '支票', none: '' } as const

/** '￥80,000.00（银行保函）', '不适用' where none is asked for. */
export const bondText = ({ terms }: BuyerBid): string => {
  if (terms.bondForm === 'none') return '不适用'
  const amount = terms.bondAmount === null ? known(null, '投标保证金金额') : yuan(terms.bondAmount)
  return `${amount}（${terms.bondForm === null ? known(null, '保证金形式') : bondForms[terms.bondForm]}）`
}

export const validityText = (bid: BuyerBid): string => `${phraseOf(bid)('自投标截止之日起')} ${bid.terms.validityDays ?? known(null, '投标有效期')} 日历天`

type Say = ReturnType<typeof sayWith>

const promises = (bid: BuyerBid, { summary, capital }: PriceWords, say: Say): string[] => [
  say`我方的投标总价（含税）为${capital}（${yuan(summary.gross)}），其中不含税价${yuan(summary.net)}，增值税税额${yuan(summary.vat)}。该价格已包含按招标文件完成本项目全部内容所需的一切费用，除招标文件另有约定外不作调整。`,
  say`交付期：${known(bid.terms.deliveryPeriod, '交付期')}；质保期：${known(bid.terms.warranty, '质保期')}。`,
  say`本投标文件的有效期为${validityText(bid)}。在此期限内，本投标文件对我方具有约束力，我方不撤销、不实质性修改投标文件。`,
  say`我方已仔细阅读招标文件的全部内容，包括其澄清、修改和附件，完全理解并接受其各项要求，自行承担因理解不当造成的后果。`,
  ...(bid.terms.bondForm === 'none'
    ? []
    : [say`我方已按招标文件的规定提交投标保证金${bondText(bid)}。我方在投标有效期内撤销投标文件，或者中标后无正当理由不与贵方签订合同的，贵方可以不予退还投标保证金。`]),
  say`若我方中标，我方将在中标通知书规定的期限内，按照招标文件和本投标文件与贵方签订合同，并按合同约定履行全部义务，不将中标项目转包给他人。`,
  say`我方与参加本项目的其他投标人之间没有单位负责人为同一人的情形，没有控股、管理关系，没有相互串通投标，没有以他人名义投标或者以其他方式弄虚作假。`,
  ...(bid.company.isSmallBusiness === true ? ['我方属于中小企业，相关声明见商务部分所附声明函。'] : []),
  say`我方提供的全部资料真实、准确、完整。我方理解贵方不保证最低报价者中标。`,
]

const contactRow = (label: string, value: string | null): Row => [{ text: label, style: 'label' }, { text: known(value, label) }]

const contactTable = ({ company }: BuyerBid): Table => ({
    kind: 'table',
    dense: true,
    columns: [
      { share: 24, align: 'center' },
      { share: 76, align: 'left' },
    ],
    head: [],
    rows: [
      contactRow('统一社会信用代码', company.creditCode),
      contactRow('地址', company.address),
      contactRow('电话', company.phone),
      contactRow('电子邮箱', company.email),
      contactRow('开户银行', company.bankName),
      contactRow('银行账号', company.bankAccount),
    ],
})

/** 投标函: price in capitals and figures, validity, acceptance of the documents, no collusion, bond, address and bank. */
export const tenderLetter = (bid: BuyerBid, words: PriceWords): Section => {
  const lot = lotText(bid)
  const phrase = phraseOf(bid)
  const say = sayWith(phrase)
  const number = lot === null ? projectNo(bid) : `${projectNo(bid)}，包号：${lot}`
  const agency = bid.project.agency === null ? '' : `、${bid.project.agency}`
  const blocks: Block[] = [
    paragraph(`致：${buyerName(bid)}${agency}`, { indentEm: 0, align: 'left' }),
    paragraph(
      say`根据贵方“${bid.project.title}”（项目编号：${number}）的招标文件，${bidderName(bid)}（以下称“我方”）决定参加本项目的投标，提交投标文件，并作出如下声明和承诺：`,
    ),
    ...promises(bid, words, say).map((text, index) => paragraph(`${index + 1}．${text}`)),
    paragraph(phrase('与本投标有关的联系方式和账户如下：'), { keepWithNext: true }),
    contactTable(bid),
    bidderSignature(bid),
  ]
  return { title: phrase('投标函'), anchor: 'form:tender-letter', orientation: 'portrait', blocks }
}
