import { z } from 'zod'
import { buyerCertificateOf, buyerPersonOf, buyerReferenceOf, buyerTextOf, type BuyerMaterials } from '#shared/documents/buyer-materials.ts'
import { isOf, type LibraryItem, type LibraryKind } from '#shared/library/item.ts'
import { CertificateType, TextTopic } from '#shared/library/kinds.ts'
import { validityOf } from '#shared/library/validity.ts'
import type { UseCase } from '#shared/tenders/tender.ts'

/** An item of the library chosen for a bid. Of a person: the role and the duty in this project; null takes the library's. */
export const ChosenItem = z.object({ itemId: z.string(), role: z.string().trim().min(1).max(300).nullable(), duty: z.string().trim().min(1).max(300).nullable() })
export type ChosenItem = z.infer<typeof ChosenItem>

/** 投标材料: what a bid takes from the library, in the order it is printed. */
export const BidMaterials = z.array(ChosenItem).max(1000).refine((chosen) => new Set(chosen.map(({ itemId }) => itemId)).size === chosen.length, 'an item is chosen twice')
export type BidMaterials = z.infer<typeof BidMaterials>

/** The chosen items that are still in the library, in order, with what they are. */
export const chosenItems = (chosen: BidMaterials, items: readonly LibraryItem[]): { choice: ChosenItem; item: LibraryItem }[] =>
  chosen.flatMap((choice) => {
    const item = items.find(({ id }) => id === choice.itemId)
    return item === undefined ? [] : [{ choice, item }]
  })

/** Takes from the chosen items what the buyer may read. */
export const buyerMaterialsOf = (chosen: BidMaterials, items: readonly LibraryItem[]): BuyerMaterials => {
  const found = chosenItems(chosen, items)
  return {
    certificates: found.flatMap(({ item }) => (isOf(item, 'certificate') ? [buyerCertificateOf(item.id, item.data)] : [])),
    people: found.flatMap(({ item, choice }) => (isOf(item, 'person') ? [buyerPersonOf(item.id, item.data, choice.role, choice.duty)] : [])),
    references: found.flatMap(({ item }) => (isOf(item, 'reference') ? [buyerReferenceOf(item.id, item.data)] : [])),
    texts: found.flatMap(({ item }) => (isOf(item, 'text') ? [buyerTextOf(item.id, item.data)] : [])),
  }
}

const mostReferences = 10

/**
 * What a bid of this use case would take: what is valid on the day, references of the same kind first and newest first,
 * texts of the use case or of none; papers and texts in the order forms ask for them, the most experienced people first.
 */
export const suggestedMaterials = (items: readonly LibraryItem[], useCase: UseCase | null, validOn: string): BidMaterials => {
  const usable = items.filter(({ data }) => !['expired', 'unknown'].includes(validityOf(data, validOn)) || data.kind === 'text')
  const fits = ({ data }: LibraryItem) => (data.kind === 'reference' || data.kind === 'text') && data.useCase !== null && data.useCase === useCase
  const signed = ({ data }: LibraryItem) => (data.kind === 'reference' ? (data.signedOn ?? '') : '')
  const references = usable.filter(({ data }) => data.kind === 'reference').toSorted((a, b) => Number(fits(b)) - Number(fits(a)) || signed(b).localeCompare(signed(a))).slice(0, mostReferences)
  const texts = usable.filter((item) => item.data.kind === 'text' && (item.data.useCase === null || fits(item)))
  const of = (kind: LibraryKind) => usable.filter(({ data }) => data.kind === kind)
  const rank = ({ data }: LibraryItem): number => {
    if (data.kind === 'certificate') return CertificateType.options.indexOf(data.type)
    return data.kind === 'text' ? TextTopic.options.indexOf(data.topic) : data.kind === 'person' ? -(data.years ?? 0) : 0
  }
  const inOrder = (list: readonly LibraryItem[]) => list.toSorted((a, b) => rank(a) - rank(b))
  return [...inOrder(of('certificate')), ...inOrder(of('person')), ...references, ...inOrder(texts)].map(({ id }) => ({ itemId: id, role: null, duty: null }))
}
