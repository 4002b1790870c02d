import type { Attachment } from '#shared/files/stored-file.ts'
import type { Certificate, LibraryItem, Person, Reference, TextBlock } from '#shared/library/item.ts'

/** What of the company library a buyer may read: no owner, no note, no review date; the `never` fields keep them out. */
type NotForBuyers = { owner?: never; note?: never; reviewOn?: never }
export type BuyerCertificate = NotForBuyers & Pick<Certificate, 'type' | 'name' | 'number' | 'issuer' | 'issuedOn' | 'validUntil' | 'isPermanent' | 'attachments'> & { id: string }
export type BuyerPerson = NotForBuyers & Pick<Person, 'name' | 'title' | 'education' | 'certificates' | 'years' | 'projects' | 'socialInsuranceMonth' | 'attachments'> & { id: string; role: string | null; duty: string | null }
export type BuyerReference = NotForBuyers & Pick<Reference, 'name' | 'buyer' | 'amount' | 'signedOn' | 'content' | 'contact'> & { id: string; attachments: Attachment[] }
export type BuyerText = NotForBuyers & Pick<TextBlock, 'name' | 'topic' | 'body'> & { id: string }

/** The materials chosen for a bid, in the order they are printed. */
export type BuyerMaterials = { certificates: readonly BuyerCertificate[]; people: readonly BuyerPerson[]; references: readonly BuyerReference[]; texts: readonly BuyerText[] }

export const noMaterials: BuyerMaterials = { certificates: [], people: [], references: [], texts: [] }

export const buyerCertificateOf = (id: string, { type, name, number, issuer, issuedOn, validUntil, isPermanent, attachments }: Certificate): BuyerCertificate => ({ id, type, name, number, issuer, issuedOn, validUntil, isPermanent, attachments })

export const buyerPersonOf = (id: string, person: Person, role: string | null, duty: string | null): BuyerPerson => {
  const { name, title, education, certificates, years, projects, socialInsuranceMonth, attachments } = person
  return { id, name, title, education, certificates, years, projects, socialInsuranceMonth, attachments, role: role ?? person.role, duty }
}

export const buyerReferenceOf = (id: string, { name, buyer, amount, signedOn, content, contact, contract, acceptance, invoice }: Reference): BuyerReference => ({ id, name, buyer, amount, signedOn, content, contact, attachments: [...contract, ...acceptance, ...invoice] })

export const buyerTextOf = (id: string, { name, topic, body }: TextBlock): BuyerText => ({ id, name, topic, body })

/** Where a page of the bid can be cited: `pageOf` finds it by these names. */
export const anchorOf = (kind: LibraryItem['data']['kind'], id: string): string => `${kind}:${id}`
