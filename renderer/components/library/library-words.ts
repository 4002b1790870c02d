import { m } from '#renderer/paraglide/messages.js'
import type { LibraryData, LibraryKind } from '#shared/library/item.ts'
import type { CertificateType, TextTopic } from '#shared/library/kinds.ts'

export function kindName(kind: LibraryKind): string {
  switch (kind) {
    case 'certificate': return m.lib_certificates()
    case 'person': return m.lib_people()
    case 'reference': return m.lib_references()
    case 'text': return m.lib_texts()
  }
}

const certificateNames: Record<CertificateType, () => string> = {
  businessLicence: () => m.cert_business_licence(),
  identityLegal: () => m.cert_identity_legal(),
  identityAgent: () => m.cert_identity_agent(),
  audit: () => m.cert_audit(),
  taxProof: () => m.cert_tax(),
  socialSecurity: () => m.cert_social(),
  credit: () => m.cert_credit(),
  bankProof: () => m.cert_bank(),
  iso9001: () => 'ISO 9001',
  iso27001: () => 'ISO 27001',
  iso20000: () => 'ISO 20000',
  cmmi: () => 'CMMI',
  itss: () => 'ITSS',
  hiTech: () => m.cert_hi_tech(),
  securityLevel: () => m.cert_security_level(),
  modelFiling: () => m.cert_model_filing(),
  software: () => m.cert_software(),
  patent: () => m.cert_patent(),
  localisation: () => m.cert_localisation(),
  other: () => m.cert_other(),
}
export const certificateTypeName = (type: CertificateType): string => certificateNames[type]()

const topicNames: Record<TextTopic, () => string> = {
  understanding: () => m.topic_understanding(),
  architecture: () => m.topic_architecture(),
  functions: () => m.topic_functions(),
  models: () => m.topic_models(),
  data: () => m.topic_data(),
  compute: () => m.topic_compute(),
  security: () => m.topic_security(),
  interfaces: () => m.topic_interfaces(),
  performance: () => m.topic_performance(),
  plan: () => m.topic_plan(),
  organisation: () => m.topic_organisation(),
  quality: () => m.topic_quality(),
  risk: () => m.topic_risk(),
  testing: () => m.topic_testing(),
  service: () => m.topic_service(),
  training: () => m.topic_training(),
  emergency: () => m.topic_emergency(),
  company: () => m.topic_company(),
  other: () => m.topic_other(),
}
export const topicName = (topic: TextTopic): string => topicNames[topic]()

/** Words in a file's name that tell what certificate it is. */
const typeWords: readonly [RegExp, CertificateType][] = [
  [/营业执照|licen[cs]e/i, 'businessLicence'],
  [/法人.*身份证|法定代表人/, 'identityLegal'],
  [/身份证/, 'identityAgent'],
  [/审计|财务报/, 'audit'],
  [/完税|纳税|税收/, 'taxProof'],
  [/社保|社会保险/, 'socialSecurity'],
  [/信用/, 'credit'],
  [/基本户|开户/, 'bankProof'],
  [/9001/, 'iso9001'],
  [/27001/, 'iso27001'],
  [/20000/, 'iso20000'],
  [/CMMI/i, 'cmmi'],
  [/ITSS/i, 'itss'],
  [/高新/, 'hiTech'],
  [/等保|等级保护/, 'securityLevel'],
  [/大模型|算法备案|生成式/, 'modelFiling'],
  [/软著|软件著作/, 'software'],
  [/专利/, 'patent'],
  [/信创|适配|兼容/, 'localisation'],
]
export const typeFromFileName = (name: string): CertificateType => typeWords.find(([words]) => words.test(name))?.[1] ?? 'other'

/** An item with nothing filled in yet. */
export function emptyData(kind: LibraryKind): LibraryData {
  switch (kind) {
    case 'certificate': return { kind, type: 'other', name: '', number: null, issuer: null, issuedOn: null, validUntil: null, isPermanent: false, owner: null, note: null, attachments: [] }
    case 'person': return { kind, name: '', title: null, education: null, certificates: null, years: null, role: null, projects: [], socialInsuranceMonth: null, note: null, attachments: [] }
    case 'reference': return { kind, name: '', buyer: null, amount: null, signedOn: null, content: null, contact: null, useCase: null, owner: null, note: null, contract: [], acceptance: [], invoice: [] }
    case 'text': return { kind, name: '', topic: 'other', useCase: null, body: '', owner: null, reviewOn: null, note: null }
  }
}
