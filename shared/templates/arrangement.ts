import type { FormTemplate } from '#shared/documents/template.ts'
import type { PrintableVolume } from '#shared/documents/volume.ts'
import { volumeOf, type BidTemplate, type VolumeTemplate } from '#shared/templates/bid-template.ts'
import { templateProblems } from '#shared/templates/problems.ts'
import { bookRank, bookTemplate, builtIn, builtInIds, namesBidder, standardTemplate, type BuiltInId } from '#shared/templates/standard.ts'

/** How a bid is bound: in volumes of their own or in one book, its technical volume blind (暗标) or not. */
export type Arrangement = { isBook: boolean; isBlind: boolean }

export const arrangementOf = (template: BidTemplate): Arrangement => ({ isBook: volumeOf(template, 'book') !== null, isBlind: volumeOf(template, 'technical')?.isBlind === true })

const homes = new Map(standardTemplate.volumes.flatMap(({ volume, forms }, place) => forms.map(({ id }, index) => [id, { volume, rank: place * 1000 + index }] as const)))

/** A form of one's own goes where nothing forbids it: a price only into the price volume. */
const homeOf = (form: FormTemplate): PrintableVolume => {
  const known = homes.get(form.id)
  if (known !== undefined) return known.volume
  const asBusiness: VolumeTemplate = { volume: 'business', part: '', isBlind: false, forms: [form] }
  const showsPrice = templateProblems({ ...standardTemplate, volumes: [asBusiness] }).some(({ code }) => code === 'price-outside-price')
  if (showsPrice) return 'price'
  return form.blocks.some(({ kind }) => kind === 'texts') ? 'technical' : 'business'
}

const rankOf = ({ id }: FormTemplate): number => homes.get(id)?.rank ?? Number.MAX_SAFE_INTEGER

const asBook = (template: BidTemplate): BidTemplate => {
  const [book] = bookTemplate.volumes
  const cover = template.volumes.find((volume) => volume.cover !== undefined)?.cover
  const forms = template.volumes.flatMap((volume) => volume.forms).toSorted((a, b) => bookRank(a) - bookRank(b))
  return book === undefined ? template : { ...template, volumes: [{ ...book, ...(cover === undefined ? {} : { cover }), forms }] }
}

const asVolumes = (template: BidTemplate): BidTemplate => {
  const { cover, forms = [] } = volumeOf(template, 'book') ?? {}
  const sorted = forms.toSorted((a, b) => rankOf(a) - rankOf(b))
  const volumes = standardTemplate.volumes.map((volume) => ({ ...volume, ...(cover === undefined ? {} : { cover }), forms: sorted.filter((form) => homeOf(form) === volume.volume) }))
  return { ...template, volumes: volumes.filter(({ forms: own }) => own.length > 0) }
}

/** The form before the first that usually comes after it; the others keep their order. */
const placed = (forms: readonly FormTemplate[], form: FormTemplate): FormTemplate[] => {
  const after = forms.findIndex((each) => rankOf(each) > rankOf(form))
  return after < 0 ? [...forms, form] : [...forms.slice(0, after), form, ...forms.slice(after)]
}

/** What would tell who bids moves from the technical to the business volume, and back. */
const withBlind = (template: BidTemplate, isBlind: boolean): BidTemplate => {
  const isMoved = (form: FormTemplate) => namesBidder.has(form.id)
  const business = volumeOf(template, 'business')
  const technical = volumeOf(template, 'technical')
  if (business === null || technical === null) return { ...template, volumes: template.volumes.map((volume) => (volume.volume === 'technical' ? { ...volume, isBlind } : volume)) }
  const from = isBlind ? technical : business
  const moved = from.forms.filter(isMoved)
  const rest = (volume: VolumeTemplate) => volume.forms.filter((form) => !isMoved(form))
  const back = moved.reduce(placed, rest(technical))
  const volumes = template.volumes.map((volume) => {
    if (volume.volume === 'business') return { ...volume, forms: isBlind ? [...rest(business), ...moved] : rest(business) }
    return volume.volume === 'technical' ? { ...volume, isBlind, forms: isBlind ? rest(technical) : back } : volume
  })
  return { ...template, volumes: volumes.filter(({ forms }) => forms.length > 0) }
}

/** The template bound another way: every form, its words and its order within its volume stay. One book cannot be blind. */
export const arranged = (template: BidTemplate, wanted: Arrangement): BidTemplate => {
  const { isBook, isBlind } = arrangementOf(template)
  if (wanted.isBook) return isBook ? template : asBook(isBlind ? withBlind(template, false) : template)
  const apart = isBook ? asVolumes(template) : template
  return arrangementOf(apart).isBlind === wanted.isBlind ? apart : withBlind(apart, wanted.isBlind)
}

/** The built-in template that prints exactly these volumes; null where there is none. */
export const builtInLike = ({ volumes }: BidTemplate): BuiltInId | null => builtInIds.find((id) => JSON.stringify(builtIn[id].volumes) === JSON.stringify(volumes)) ?? null
