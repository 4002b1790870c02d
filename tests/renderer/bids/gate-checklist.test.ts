import { expect, it } from 'vitest'
import { checkPath } from '#renderer/features/bids/documents/check-words.ts'
import { buyerBidOf, type BuyerBid } from '#shared/documents/buyer-bid.ts'
import type { Check, CheckCode } from '#shared/documents/check.ts'
import { buyerDocument } from '#shared/documents/printable.ts'
import { documentChecks } from '#shared/documents/document-checks.ts'
import { gateChecks, problemChecks } from '#shared/documents/gate.ts'
import type { Certificate, LibraryData, LibraryItem, Person, Reference } from '#shared/library/item.ts'
import { materialsChecks } from '#shared/materials/checks.ts'
import { withForms } from '#shared/templates/bid-template.ts'
import { templateChecks } from '#shared/templates/checks.ts'
import { standardTemplate } from '#shared/templates/standard.ts'
import { openResponse, type ResponseRow } from '#shared/responses/response.ts'
import { businessVolume, priceVolume, technicalVolume } from '../../support/volumes.ts'
import { sampleBid, sampleCompany, sampleTender } from '../../support/sample-bid.ts'

const at = '2026-11-01T00:00:00.000Z'
const bid = buyerBidOf(sampleBid(), sampleTender, sampleCompany)
const asking = (asks: Partial<BuyerBid['project']['asks']>, terms: Partial<BuyerBid['terms']> = {}): BuyerBid => ({ ...bid, project: { ...bid.project, asks: { ...bid.project.asks, ...asks } }, terms: { ...bid.terms, ...terms } })
const remarked = (remark: string): BuyerBid => ({ ...bid, terms: { ...bid.terms, remark } })
const chosen = (data: LibraryData, of: BuyerBid = bid): Check[] => {
  const item: LibraryItem = { id: 'x', version: 1, createdAt: at, updatedAt: at, isSample: false, data }
  return materialsChecks({ bid: of, today: '2026-11-22', items: [item], chosen: [{ itemId: 'x', role: null, duty: null }] })
}
const certificate: Certificate = { kind: 'certificate', type: 'iso9001', name: '证书', number: null, issuer: null, issuedOn: null, validUntil: '2026-12-01', isPermanent: false, owner: null, note: null, attachments: [] }
const person: Person = { kind: 'person', name: '陈示例', title: null, education: null, certificates: null, years: null, role: null, projects: [], socialInsuranceMonth: '2026-01', note: null, attachments: [] }
const reference: Reference = { kind: 'reference', name: '类似项目', buyer: null, amount: null, signedOn: '2020-01-01', content: null, contact: null, useCase: null, owner: null, note: null, contract: [], acceptance: [], invoice: [] }
const starred = (response: ResponseRow['response']): BuyerBid =>
  buyerBidOf(sampleBid(), sampleTender, sampleCompany, [
    { requirement: { id: 'a', version: 1, createdAt: at, updatedAt: at, tenderId: 't1', order: 0, source: null, isEdited: false, lotNo: null, clauseNo: '3.1', kind: 'technical', mark: 'star', text: '须私有化部署', isMandatory: false, scoring: null }, response, version: 1 },
  ])
const others = [{ title: '云岭合同智能审查系统', projectNo: 'YLYC-2-0418', buyer: '云岭物流有限责任公司' }]
const open: BuyerBid = { ...bid, company: { ...bid.company, legalRepresentative: null } }

const unsealed = withForms(standardTemplate, 'business', (forms) => forms.map((form) => (form.id === 'commitment' ? { ...form, blocks: form.blocks.filter(({ kind }) => kind !== 'signature') } : form)))

/** Every item of the export gate's list (procurement rules 6.3), what finds it, and where the window leads to. */
const list: [string, CheckCode, Check[], string][] = [
  ['placeholders left', 'placeholder-printed', documentChecks(businessVolume(open), open), 'the page of the form'],
  ['placeholders typed', 'placeholder-typed', gateChecks(remarked('【待填：备注】')), 'remark'],
  ['a field nobody filled in', 'company-field-missing', gateChecks(open), '/company'],
  ['a wrong project number or name', 'other-project-named', documentChecks(priceVolume(remarked('同 YLYC-2-0418')), remarked('同 YLYC-2-0418'), others), 'the page of the form'],
  ['a wrong purchaser', 'other-buyer-named', documentChecks(priceVolume(remarked('云岭物流有限责任公司')), remarked('云岭物流有限责任公司'), others), 'the page of the form'],
  ['prices that differ', 'price-mismatch', documentChecks(priceVolume(remarked('人民币壹佰元整')), remarked('人民币壹佰元整')), 'the page of the form'],
  ['a validity below what is asked', 'validity-below-asked', gateChecks(asking({ validityDays: 120 }, { validityDays: 90 })), 'validityDays'],
  ['a bond below what is asked', 'bond-below-asked', gateChecks(asking({ bondAmount: '90000' }, { bondForm: 'transfer', bondAmount: '80000' })), 'bondAmount'],
  ['a certificate that has ended', 'certificate-expired', chosen(certificate), '/company/certificate/x'],
  ['a reference outside of the years that count', 'reference-too-old', chosen(reference, asking({ referenceYears: 3 })), '/company/reference/x'],
  ['a person without social insurance', 'insurance-not-current', chosen(person), '/company/person/x'],
  ['a ★ clause without an answer', 'star-unanswered', gateChecks(starred(openResponse)), '/bids/b/scope'],
  ['a ★ clause without a page of proof', 'star-unproven', gateChecks(starred({ ...openResponse, answer: '容器化部署', deviation: 'none' })), '/bids/b/scope'],
  ['a page number that cannot be given', 'page-reference-wrong', problemChecks([{ code: 'anchor-unknown', name: 'form:gone' }]), '/bids/b/scope'],
  ['a price in the technical volume', 'price-outside-price-volume', documentChecks(technicalVolume({ ...bid, lines: bid.lines.map((line) => ({ ...line, remark: '1,680,000.00' })) }), bid), 'the page of the form'],
  ['a form without its seal', 'seal-missing', templateChecks(unsealed, 'business', buyerDocument('business', bid, new Map(), unsealed), bid), 'the page of the form'],
  ['file properties of somebody else', 'metadata-foreign', documentChecks({ ...priceVolume(bid), info: { title: '', author: '别家公司' } }, bid), '/company'],
]

it.each(list)('%s is found and leads to its place', (_, code, found, place) => {
  const hit = found.find((check) => check.code === code && check.level !== 'pass')
  if (hit === undefined) throw new Error(`nothing found: ${found.map((check) => check.code).join(', ')}`)
  const { field } = hit.where
  const leads = checkPath(hit, 'b', 't') ?? field ?? (hit.figures['form'] === undefined ? 'nowhere' : 'the page of the form')
  expect(leads).toBe(place)
})
