import { certificateTypeName, topicName } from '#renderer/components/library/library-words.ts'
import { projectKindName } from '#renderer/components/project-kind.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { Certificate, LibraryData, Person, Reference, TextBlock } from '#shared/library/item.ts'
import { CertificateType, TextTopic } from '#shared/library/kinds.ts'
import { UseCase } from '#shared/tenders/tender.ts'

type Base = { id: string; label: () => string; isWide?: boolean; hint?: () => string }
type Typed<D, V> = { get: (data: D) => V; set: (data: D, value: V) => D }

/** One field of a form: how its value is read out of an item and put back. */
export type Field<D> =
  | (Base & { kind: 'text' | 'area' | 'day' | 'month' | 'money' | 'whole' | 'body' } & Typed<D, string | null>)
  | (Base & { kind: 'check' } & Typed<D, boolean>)
  | (Base & { kind: 'choice'; options: () => { value: string; label: string }[]; hasNone: boolean } & Typed<D, string | null>)

const useCases = () => UseCase.options.map((value) => ({ value, label: projectKindName(value) }))

const certificateFields: readonly Field<Certificate>[] = [
  { kind: 'choice', id: 'type', label: () => m.lib_type(), hasNone: false, options: () => CertificateType.options.map((value) => ({ value, label: certificateTypeName(value) })), get: ({ type }) => type, set: (data, type) => ({ ...data, type: CertificateType.parse(type) }) },
  { kind: 'text', id: 'name', label: () => m.lib_name(), get: ({ name }) => name, set: (data, name) => ({ ...data, name: name ?? '' }) },
  { kind: 'text', id: 'number', label: () => m.lib_number(), get: ({ number }) => number, set: (data, number) => ({ ...data, number }) },
  { kind: 'text', id: 'issuer', label: () => m.lib_issuer(), get: ({ issuer }) => issuer, set: (data, issuer) => ({ ...data, issuer }) },
  { kind: 'day', id: 'issuedOn', label: () => m.lib_issued(), get: ({ issuedOn }) => issuedOn, set: (data, issuedOn) => ({ ...data, issuedOn }) },
  { kind: 'day', id: 'validUntil', label: () => m.lib_valid_until(), get: ({ validUntil }) => validUntil, set: (data, validUntil) => ({ ...data, validUntil, isPermanent: validUntil === null && data.isPermanent }) },
  { kind: 'check', id: 'isPermanent', label: () => m.lib_is_permanent(), get: ({ isPermanent }) => isPermanent, set: (data, isPermanent) => ({ ...data, isPermanent, validUntil: isPermanent ? null : data.validUntil }) },
  { kind: 'text', id: 'owner', label: () => m.lib_owner(), get: ({ owner }) => owner, set: (data, owner) => ({ ...data, owner }) },
  { kind: 'text', id: 'note', label: () => m.lib_note(), isWide: true, get: ({ note }) => note, set: (data, note) => ({ ...data, note }) },
]

const personFields: readonly Field<Person>[] = [
  { kind: 'text', id: 'name', label: () => m.lib_person_name(), get: ({ name }) => name, set: (data, name) => ({ ...data, name: name ?? '' }) },
  { kind: 'text', id: 'role', label: () => m.lib_role(), get: ({ role }) => role, set: (data, role) => ({ ...data, role }) },
  { kind: 'text', id: 'title', label: () => m.lib_title(), get: ({ title }) => title, set: (data, title) => ({ ...data, title }) },
  { kind: 'text', id: 'education', label: () => m.lib_education(), get: ({ education }) => education, set: (data, education) => ({ ...data, education }) },
  { kind: 'whole', id: 'years', label: () => m.lib_years(), get: ({ years }) => (years === null ? null : String(years)), set: (data, years) => ({ ...data, years: years === null ? null : Number(years) }) },
  { kind: 'month', id: 'socialInsuranceMonth', label: () => m.lib_insurance_month(), get: (data) => data.socialInsuranceMonth, set: (data, socialInsuranceMonth) => ({ ...data, socialInsuranceMonth }) },
  { kind: 'text', id: 'certificates', label: () => m.lib_person_certificates(), isWide: true, get: (data) => data.certificates, set: (data, certificates) => ({ ...data, certificates }) },
  { kind: 'area', id: 'projects', label: () => m.lib_projects(), hint: () => m.lib_projects_hint(), isWide: true, get: projectLines, set: (data, text) => ({ ...data, projects: projectsOf(text) }) },
  { kind: 'text', id: 'note', label: () => m.lib_note(), isWide: true, get: ({ note }) => note, set: (data, note) => ({ ...data, note }) },
]

const referenceFields: readonly Field<Reference>[] = [
  { kind: 'text', id: 'name', label: () => m.lib_project(), isWide: true, get: ({ name }) => name, set: (data, name) => ({ ...data, name: name ?? '' }) },
  { kind: 'text', id: 'buyer', label: () => m.lib_buyer(), get: ({ buyer }) => buyer, set: (data, buyer) => ({ ...data, buyer }) },
  { kind: 'money', id: 'amount', label: () => m.lib_amount(), get: ({ amount }) => amount, set: (data, amount) => ({ ...data, amount }) },
  { kind: 'day', id: 'signedOn', label: () => m.lib_signed(), get: ({ signedOn }) => signedOn, set: (data, signedOn) => ({ ...data, signedOn }) },
  { kind: 'choice', id: 'useCase', label: () => m.lib_use_case(), hasNone: true, options: useCases, get: (data) => data.useCase, set: (data, useCase) => ({ ...data, useCase: UseCase.nullable().parse(useCase) }) },
  { kind: 'text', id: 'contact', label: () => m.lib_contact(), get: ({ contact }) => contact, set: (data, contact) => ({ ...data, contact }) },
  { kind: 'text', id: 'owner', label: () => m.lib_owner(), get: ({ owner }) => owner, set: (data, owner) => ({ ...data, owner }) },
  { kind: 'area', id: 'content', label: () => m.lib_content(), isWide: true, get: ({ content }) => content, set: (data, content) => ({ ...data, content }) },
  { kind: 'text', id: 'note', label: () => m.lib_note(), isWide: true, get: ({ note }) => note, set: (data, note) => ({ ...data, note }) },
]

const textFields: readonly Field<TextBlock>[] = [
  { kind: 'text', id: 'name', label: () => m.lib_name(), isWide: true, get: ({ name }) => name, set: (data, name) => ({ ...data, name: name ?? '' }) },
  { kind: 'choice', id: 'topic', label: () => m.lib_topic(), hasNone: false, options: () => TextTopic.options.map((value) => ({ value, label: topicName(value) })), get: ({ topic }) => topic, set: (data, topic) => ({ ...data, topic: TextTopic.parse(topic) }) },
  { kind: 'choice', id: 'useCase', label: () => m.lib_use_case(), hasNone: true, options: useCases, get: (data) => data.useCase, set: (data, useCase) => ({ ...data, useCase: UseCase.nullable().parse(useCase) }) },
  { kind: 'text', id: 'owner', label: () => m.lib_owner(), get: ({ owner }) => owner, set: (data, owner) => ({ ...data, owner }) },
  { kind: 'day', id: 'reviewOn', label: () => m.lib_review_on(), get: ({ reviewOn }) => reviewOn, set: (data, reviewOn) => ({ ...data, reviewOn }) },
  { kind: 'body', id: 'body', label: () => m.lib_body(), hint: () => m.lib_body_hint(), isWide: true, get: ({ body }) => body, set: (data, body) => ({ ...data, body: body ?? '' }) },
  { kind: 'text', id: 'note', label: () => m.lib_note(), isWide: true, get: ({ note }) => note, set: (data, note) => ({ ...data, note }) },
]

/** '2023.01–2024.06｜project｜role', one a line. */
function projectLines({ projects }: Person): string | null {
  return projects.length === 0 ? null : projects.map(({ period, project, role }) => [period ?? '', project, role ?? ''].join('｜')).join('\n')
}

function projectsOf(text: string | null): Person['projects'] {
  const orNull = (part: string | undefined) => (part === undefined || part.trim() === '' ? null : part.trim())
  return (text ?? '').split('\n').filter((line) => line.trim() !== '').map((line) => {
    const parts = line.split(/[｜|\t]/)
    return parts.length === 1 ? { period: null, project: line.trim(), role: null } : { period: orNull(parts[0]), project: orNull(parts[1]) ?? '', role: orNull(parts[2]) }
  })
}

/** The fields of an item, bound to the item itself. */
export type BoundField = Base & (
  | { kind: 'text' | 'area' | 'day' | 'month' | 'money' | 'whole' | 'body'; value: string | null; put: (value: string | null) => LibraryData }
  | { kind: 'check'; value: boolean; put: (value: boolean) => LibraryData }
  | { kind: 'choice'; options: () => { value: string; label: string }[]; hasNone: boolean; value: string | null; put: (value: string | null) => LibraryData }
)

function bind<D extends LibraryData>(data: D, field: Field<D>): BoundField {
  if (field.kind === 'check') return { ...field, value: field.get(data), put: (value: boolean) => field.set(data, value) }
  const bound = { value: field.get(data), put: (value: string | null) => field.set(data, value) }
  return field.kind === 'choice' ? { ...field, ...bound } : { ...field, ...bound }
}

export function fieldsOf(data: LibraryData): BoundField[] {
  switch (data.kind) {
    case 'certificate': return certificateFields.map((field) => bind(data, field))
    case 'person': return personFields.map((field) => bind(data, field))
    case 'reference': return referenceFields.map((field) => bind(data, field))
    case 'text': return textFields.map((field) => bind(data, field))
  }
}
