import { readEforms } from '#core/readers/eforms/read-eforms.ts'
import { requirementsInTerms } from '#shared/tenders/eforms/terms-text.ts'
import { outcomes, readContent, realFiles, readAll } from '../read-files.ts'
import { describe, expect, it } from 'vitest'

const organization = (id: string, name: string) => `<efac:Organization><efac:Company><cac:PartyIdentification><cbc:ID>${id}</cbc:ID></cac:PartyIdentification><cac:PartyName><cbc:Name languageID="ENG">${name}</cbc:Name></cac:PartyName></efac:Company></efac:Organization>`
const lot = (id: string, scheme: string, inside = '') => `<cac:ProcurementProjectLot><cbc:ID schemeName="${scheme}">${id}</cbc:ID>${inside}</cac:ProcurementProjectLot>`

type Parts = { root?: string; extensions?: string; type?: string; language?: string; folder?: string; title?: string; more?: string }

function notice(parts: Parts = {}): string {
  const { root = 'ContractNotice', extensions = '', type = 'competition', language = 'ENG', folder = 'proc-1', more = '' } = parts
  const title = parts.title ?? '<cbc:Name languageID="FRA">Assistant</cbc:Name><cbc:Name languageID="ENG">Knowledge assistant &amp; more &#x2014; &#8364;</cbc:Name>'
  return `<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns:cac="a" xmlns:cbc="b" xmlns:ext="e" xmlns:efac="f" xmlns:efbc="g" xmlns:efext="h">
<ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension>${extensions}
<efac:Organizations>${organization('ORG-1', 'City of Lyon')}${organization('ORG-2', 'Winner SA')}${organization('ORG-3', 'Procurement Agency')}</efac:Organizations></efext:EformsExtension></ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>
<cbc:ID schemeName="notice-id">notice-1</cbc:ID><cbc:ContractFolderID>${folder}</cbc:ContractFolderID>
<cbc:IssueDate>2026-05-01+02:00</cbc:IssueDate><cbc:IssueTime>10:00:00+02:00</cbc:IssueTime>
<cbc:NoticeTypeCode listName="${type}">x</cbc:NoticeTypeCode><cbc:NoticeLanguageCode>${language}</cbc:NoticeLanguageCode>
<cac:ContractingParty><cac:Party><cac:PartyIdentification><cbc:ID>ORG-1</cbc:ID></cac:PartyIdentification>
<cac:ServiceProviderParty><cbc:ServiceTypeCode>serv-prov</cbc:ServiceTypeCode><cac:Party><cac:PartyIdentification><cbc:ID>ORG-3</cbc:ID></cac:PartyIdentification></cac:Party></cac:ServiceProviderParty></cac:Party></cac:ContractingParty>
<cac:TenderingProcess><cbc:ProcedureCode>open</cbc:ProcedureCode></cac:TenderingProcess>
<cac:ProcurementProject><cbc:ID>AO-1</cbc:ID>${title}<cbc:Description languageID="ENG">All of it</cbc:Description>
<cac:RequestedTenderTotal><cbc:EstimatedOverallContractAmount currencyID="EUR">4500000.00</cbc:EstimatedOverallContractAmount></cac:RequestedTenderTotal></cac:ProcurementProject>${more}
</${root}>`
}

const period = (end: string, time: string) => `<cac:TenderingProcess><cac:TenderSubmissionDeadlinePeriod><cbc:EndDate>${end}</cbc:EndDate>${time}</cac:TenderSubmissionDeadlinePeriod></cac:TenderingProcess>`
const result = (privacy: string, code = 'selec-w', amount = '1000') => `<efac:NoticeResult>
<efac:LotResult><cbc:TenderResultCode>${code}</cbc:TenderResultCode><efac:LotTender><cbc:ID>TEN-1</cbc:ID></efac:LotTender><efac:LotTender><cbc:ID>TEN-2</cbc:ID></efac:LotTender><efac:SettledContract><cbc:ID>CON-1</cbc:ID></efac:SettledContract><efac:TenderLot><cbc:ID>LOT-1</cbc:ID></efac:TenderLot></efac:LotResult>
<efac:LotTender>${privacy}<cbc:ID>TEN-1</cbc:ID><cac:LegalMonetaryTotal><cbc:PayableAmount currencyID="EUR">${amount}</cbc:PayableAmount></cac:LegalMonetaryTotal><efac:TenderingParty><cbc:ID>TPA-1</cbc:ID></efac:TenderingParty></efac:LotTender>
<efac:LotTender><cbc:ID>TEN-2</cbc:ID><efac:TenderingParty><cbc:ID>TPA-2</cbc:ID></efac:TenderingParty></efac:LotTender>
<efac:SettledContract><cbc:ID>CON-1</cbc:ID><efac:LotTender><cbc:ID>TEN-1</cbc:ID></efac:LotTender></efac:SettledContract>
<efac:TenderingParty><cbc:ID>TPA-1</cbc:ID><efac:Tenderer><cbc:ID>ORG-2</cbc:ID></efac:Tenderer><efac:Tenderer><cbc:ID>ORG-3</cbc:ID></efac:Tenderer></efac:TenderingParty>
<efac:TenderingParty><cbc:ID>TPA-2</cbc:ID><efac:Tenderer><cbc:ID>ORG-1</cbc:ID></efac:Tenderer></efac:TenderingParty></efac:NoticeResult>`

const draftOf = async (xml: string) => {
  const [reading] = await readContent(readEforms, xml, 'n.xml')
  if (reading?.ok !== true) throw new Error(JSON.stringify(reading))
  return reading.draft
}

describe('readEforms', () => {
  it('reads a whole contract notice', async () => {
    const lots = [
      lot('LOT-1', 'Lot', `<cac:ProcurementProject><cbc:Name>First</cbc:Name><cac:RequestedTenderTotal><cbc:EstimatedOverallContractAmount currencyID="EUR">1</cbc:EstimatedOverallContractAmount></cac:RequestedTenderTotal></cac:ProcurementProject>${period('2026-06-02+02:00', '<cbc:EndTime>12:00:00+02:00</cbc:EndTime>')}`),
      lot('LOT-2', 'Lot', period('2026-06-01+02:00', '<cbc:EndTime>12:00:00</cbc:EndTime>')),
      lot('GLO-1', 'LotsGroup'),
    ]
    expect(await draftOf(notice({ more: lots.join('') }))).toEqual({
      key: 'eforms:proc-1',
      kind: 'eforms',
      noticeType: 'tender',
      projectNo: 'AO-1',
      title: 'Knowledge assistant & more — €',
      buyer: 'City of Lyon',
      agency: 'Procurement Agency',
      method: 'open',
      budget: '4500000',
      ceiling: null,
      currency: 'EUR',
      publishedAt: '2026-05-01T08:00:00.000Z',
      bidDeadline: '2026-06-01T10:00:00.000Z',
      openingTime: null,
      lots: [{ no: 'LOT-1', name: 'First', budget: '1', ceiling: null }, { no: 'LOT-2', name: null, budget: null, ceiling: null }],
      awards: [],
      documents: [],
      amendments: [],
      description: 'All of it',
      url: null,
      text: ['eForms ContractNotice', 'BT-701 Notice identifier\tnotice-1', 'BT-04 Procedure identifier\tproc-1', 'BT-22 Internal identifier\tAO-1', 'BT-24 Description\tAll of it'].join('\n'),
      evidence: {},
      confidence: {},
    })
  })

  it('takes texts in the language of the notice, else in English', async () => {
    expect((await draftOf(notice({ language: 'FRA' }))).title).toBe('Assistant')
    expect((await draftOf(notice({ language: 'DEU' }))).title).toBe('Knowledge assistant & more — €')
  })

  it.each([
    ['planning', '', 'planning'],
    ['result', '', 'award'],
    ['dir-awa-pre', '', 'singleSource'],
    ['competition', '<efac:Changes><efac:ChangeReason><cbc:ReasonCode>info-release</cbc:ReasonCode></efac:ChangeReason></efac:Changes>', 'correction'],
    ['competition', '<efac:Changes><efac:ChangeReason><cbc:ReasonCode>cancel</cbc:ReasonCode></efac:ChangeReason></efac:Changes>', 'termination'],
    ['result', result('', 'clos-nw'), 'termination'],
  ])('takes form %s with %s for its kind', async (type, extensions, kind) => {
    expect((await draftOf(notice({ type, extensions }))).noticeType).toBe(kind)
  })

  it('names the winners a contract was signed with, and what they won', async () => {
    const draft = await draftOf(notice({ root: 'ContractAwardNotice', type: 'result', extensions: result('') }))
    expect(draft.awards).toEqual([{ supplier: 'Winner SA; Procurement Agency', amount: '1000', lotNo: 'LOT-1' }])
  })

  it('lists the documents of its lots, each address once', async () => {
    const reference = '<cac:TenderingTerms><cac:CallForTendersDocumentReference><cbc:ID>Doc1</cbc:ID><cbc:DocumentType>non-restricted-document</cbc:DocumentType><cac:Attachment><cac:ExternalReference><cbc:URI>https://example.invalid/d</cbc:URI></cac:ExternalReference></cac:Attachment></cac:CallForTendersDocumentReference></cac:TenderingTerms>'
    const draft = await draftOf(notice({ more: lot('LOT-1', 'Lot', reference) + lot('LOT-2', 'Lot', reference) }))
    expect([draft.documents, draft.url]).toEqual([[{ title: 'Doc1', type: 'non-restricted-document', url: 'https://example.invalid/d', format: null, publishedAt: null }], 'https://example.invalid/d'])
  })

  it('tells why a change notice changes what', async () => {
    const changes = '<efac:Changes><efac:ChangeReason><cbc:ReasonCode>cor-buy</cbc:ReasonCode><efbc:ReasonDescription languageID="ENG">A typing error</efbc:ReasonDescription></efac:ChangeReason><efac:Change><efbc:ChangeDescription languageID="ENG">New closing date</efbc:ChangeDescription><efac:ChangedSection><efbc:ChangedSectionIdentifier>LOT-1</efbc:ChangedSectionIdentifier></efac:ChangedSection></efac:Change></efac:Changes>'
    expect((await draftOf(notice({ extensions: changes }))).amendments).toEqual([{ date: null, rationale: 'cor-buy: A typing error', description: 'New closing date', changed: ['LOT-1'] }])
  })

  it('writes down the terms a tender has no field for, and what they ask for', async () => {
    const weight = (number: string, code: string, list = 'number-weight') => `<efac:AwardCriterionParameter><efbc:ParameterCode listName="${list}">${code}</efbc:ParameterCode><efbc:ParameterNumeric>${number}</efbc:ParameterNumeric></efac:AwardCriterionParameter>`
    const criterion = (type: string, inside: string, parameters: string) => `<cac:SubordinateAwardingCriterion><ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension>${parameters}</efext:EformsExtension></ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions><cbc:AwardingCriterionTypeCode>${type}</cbc:AwardingCriterionTypeCode>${inside}</cac:SubordinateAwardingCriterion>`
    const criteria = criterion('quality', '<cbc:Name>Team</cbc:Name><cbc:Description>Years of work</cbc:Description>', weight('60', 'per-exa') + weight('20', 'min-score', 'number-threshold')) + criterion('price', '', weight('0.4', 'dec-exa'))
    const terms = `<cac:ProcurementProject><cac:MainCommodityClassification><cbc:ItemClassificationCode>72000000</cbc:ItemClassificationCode></cac:MainCommodityClassification></cac:ProcurementProject><cac:TenderingTerms><cac:TenderValidityPeriod><cbc:DurationMeasure unitCode="MONTH">6</cbc:DurationMeasure></cac:TenderValidityPeriod><cac:RequiredFinancialGuarantee><cbc:GuaranteeTypeCode>true</cbc:GuaranteeTypeCode><cbc:Description>2 % of the offer</cbc:Description></cac:RequiredFinancialGuarantee><cac:AwardingTerms><cac:AwardingCriterion>${criteria}</cac:AwardingCriterion></cac:AwardingTerms></cac:TenderingTerms>`
    const { text } = await draftOf(notice({ more: lot('LOT-1', 'Lot', terms) }))
    expect(text?.split('\n').slice(5)).toEqual([
      'BT-262 Main classification (CPV) · LOT-1\t72000000',
      'BT-98 Tender validity · LOT-1\t6 MONTH',
      'BT-751 Guarantee required · LOT-1\ttrue\t2 % of the offer',
      'BT-539 Award criterion · LOT-1\tquality\tTeam\t60 per-exa\tYears of work',
      'BT-539 Award criterion · LOT-1\tprice\t\t0.4 dec-exa',
    ])
    const asked = requirementsInTerms(text ?? '', ['LOT-1'])
    expect(asked.map(({ kind, lotNo, text: words, isMandatory, scoring }) => [kind, lotNo, words, isMandatory, scoring])).toEqual([
      ['business', 'LOT-1', 'Tender validity: 6 MONTH', true, null],
      ['business', 'LOT-1', 'Guarantee required: 2 % of the offer', true, null],
      ['technical', 'LOT-1', 'quality · Team · 60 per-exa · Years of work', false, { factor: 'Team', points: '60' }],
      ['business', 'LOT-1', 'price · 0.4 dec-exa', false, { factor: 'price', points: null }],
    ])
    expect(asked.map(({ start, end }) => text?.slice(start, end).split(' ')[0])).toEqual(['BT-98', 'BT-751', 'BT-539', 'BT-539'])
  })

  it('takes a withheld or masked value for unknown', async () => {
    const privacy = '<efac:FieldsPrivacy><efbc:FieldIdentifierCode>win-ten-val</efbc:FieldIdentifierCode></efac:FieldsPrivacy>'
    const amounts = await Promise.all([result(privacy), result('', 'selec-w', '-1')].map(async (extensions) => (await draftOf(notice({ type: 'result', extensions }))).awards[0]?.amount))
    expect(amounts).toEqual([null, null])
  })

  it('gives a planning notice, which has no procedure, a key of its own', async () => {
    expect((await draftOf(notice({ type: 'planning', folder: '' }))).key).toBe('eforms:notice-1')
  })

  it.each([
    [notice({ title: '' }), '1 field-missing BT-21'],
    [notice().replace('4500000.00', 'four'), '1 field-invalid BT-27'],
    [notice().replace('"EUR"', '"euro"'), '1 field-invalid BT-27'],
    [notice({ more: lot('L', 'Lot', period('2026-02-30', '')) }), '1 field-invalid BT-131'],
    [notice({ folder: '' }).replace('notice-1', ''), '1 field-missing BT-04'],
    [notice().replaceAll('ContractNotice', 'Invoice'), '1 not-a-notice null'],
    [notice({ root: 'BusinessRegistrationInformationNotice' }), '1 not-a-notice null'],
    [notice().replace('</cac:ProcurementProject>', ''), '13 syntax null'],
    ['', 'null file-empty null'],
    [`<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><ContractNotice>&a;</ContractNotice>`, 'null syntax null'],
    [`${'<a>'.repeat(500)}${'</a>'.repeat(500)}`, 'null syntax null'],
  ])('refuses %# and says why', async (xml, outcome) => {
    expect(outcomes(await readContent(readEforms, xml, 'n.xml'))).toEqual([outcome])
  })
})

const files = realFiles('eforms')

describe.skipIf(files === null)('real eForms notices (skipped where ../shared/data is missing)', () => {
  it('are read, and the invalid ones named', { timeout: 120_000 }, async () => {
    const refused: string[] = []
    for (const { path, name } of files ?? []) {
      const readings = await readAll(readEforms, path)
      expect(readings).toHaveLength(1)
      for (const reading of readings) if (!reading.ok) refused.push(`${name} ${reading.issue.code} ${reading.issue.field}`)
    }
    expect(refused).toEqual([
      'INVALID_can_24_empty.svrl not-a-notice null',
      'INVALID_can_24_empty.xml field-missing BT-04',
      'INVALID_cn_24_stage-1.svrl not-a-notice null',
      'INVALID_cn_24_stage-1.xml field-missing BT-04',
    ])
  })
})
