import { z } from 'zod'
import { m } from '#renderer/paraglide/messages.js'
import { Decimal } from '#shared/decimal.ts'
import { PriceCategory, PriceDraft, type PriceItem, PriceKind, PriceUnit } from '#shared/prices/price-item.ts'
import { Day } from '#shared/time.ts'

/** The form's fields as typed. */
const Fields = z.object({
  name: z.string(), code: z.string(), kind: PriceKind, category: PriceCategory, vendor: z.string(), model: z.string(), region: z.string(), unitPrice: z.string(), per: z.string(), unit: PriceUnit, unitName: z.string(),
  currency: z.string(), vatIncluded: z.enum(['', 'yes', 'no']), vatRate: z.string(), isDomestic: z.enum(['', 'yes', 'no']), validFrom: z.string(), validUntil: z.string(), sourceDate: z.string(), sourceName: z.string(), sourceUrl: z.string(), note: z.string(), tiers: z.string(), tierBasis: z.enum(['input-tokens', 'volume']),
})
export type PriceFields = z.infer<typeof Fields>

export const emptyPriceFields: PriceFields = {
  name: '', code: '', kind: 'purchase', category: 'other', vendor: '', model: '', region: '', unitPrice: '', per: '1', unit: 'set', unitName: '', currency: 'CNY', vatIncluded: '', vatRate: '', isDomestic: '', validFrom: '', validUntil: '', sourceDate: '', sourceName: '', sourceUrl: '', note: '', tiers: '', tierBasis: 'input-tokens',
}

const truth = (value: boolean | null): '' | 'yes' | 'no' => (value === null ? '' : value ? 'yes' : 'no')

export const fieldsOf = (item: PriceItem): PriceFields => ({
  name: item.name, code: item.code, kind: item.kind, category: item.category, vendor: item.vendor ?? '', model: item.model ?? '', region: item.region ?? '', unitPrice: item.isFree ? m.price_free() : (item.unitPrice ?? ''), per: item.per, unit: item.unit, unitName: item.unitName ?? '',
  currency: item.currency, vatIncluded: truth(item.vatIncluded), vatRate: item.vatRate === null ? '' : `${new Decimal(item.vatRate).times(100).toFixed()}%`, isDomestic: truth(item.isDomestic), validFrom: item.validFrom ?? '', validUntil: item.validUntil ?? '', sourceDate: item.source.date ?? '', sourceName: item.source.name, sourceUrl: item.source.url ?? '', note: item.note ?? '',
  tiers: item.tiers.map(({ upTo, unitPrice }) => `${upTo ?? '+'} ${unitPrice ?? '?'}`).join('\n'), tierBasis: item.tierBasis ?? 'input-tokens',
})

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.normalize('NFKC').trim())
const boolOf = (value: '' | 'yes' | 'no'): boolean | null => (value === '' ? null : value === 'yes')
const numeric = (text: string): string => text.normalize('NFKC').replaceAll(/[,\s¥$]/g, '')

/** "6%", "0.06" and "6" are the same rate. */
const rateOf = (text: string): string | null => {
  const value = orNull(text)
  if (value === null) return null
  const match = /^(\d+(?:\.\d+)?)%?$/.exec(value)
  if (match === null) return value
  const number = new Decimal(match[1] ?? 0)
  return (value.endsWith('%') || number.greaterThan(1) ? number.div(100) : number).toFixed()
}

/** Lines of "up to, price", the last up to '+'; null: a line that is none. */
const tiersOf = (text: string): PriceDraft['tiers'] | null => {
  const tiers: PriceDraft['tiers'] = []
  for (const line of text.normalize('NFKC').split('\n').map((each) => each.trim()).filter((each) => each !== '')) {
    const match = /^(\+|\d[\d,]*(?:\.\d+)?)\s+(\?|\d+(?:\.\d+)?)$/.exec(line)
    if (match === null) return null
    const [, upTo = '+', price = '?'] = match
    tiers.push({ above: tiers.at(-1)?.upTo ?? '0', upTo: upTo === '+' ? null : upTo.replaceAll(',', ''), unitPrice: price === '?' ? null : price })
  }
  return tiers
}

/** Where each problem belongs in the form, and in what words. */
const problemOf = (path: string): { field: keyof PriceFields; message: string } => {
  const field = { source: 'sourceName' }[path] ?? path
  const known = Fields.keyof().safeParse(field).data ?? 'code'
  const messages: Partial<Record<keyof PriceFields, string>> = { name: m.price_bad_name(), unitPrice: m.price_bad_price(), per: m.price_bad_per(), currency: m.price_bad_currency(), vatRate: m.price_bad_rate(), unitName: m.price_bad_unit(), validUntil: m.price_bad_validity(), tiers: m.price_bad_tiers() }
  return { field: known, message: messages[known] ?? m.price_bad_field() }
}

/** Turns the fields into a price, or says by the field what is wrong. What the form does not show of `item` (its marks and origin) stays. */
export const priceFormSchema = (item: PriceItem | null) =>
  Fields.transform((fields, context): PriceDraft => {
    const price = orNull(fields.unitPrice)
    const isFree = price !== null && (price === m.price_free() || /^(免费|free|gratuit)$/i.test(price))
    const days = { validFrom: orNull(fields.validFrom), validUntil: orNull(fields.validUntil), sourceDate: orNull(fields.sourceDate) }
    for (const [field, day] of Object.entries(days)) if (day !== null && !Day.safeParse(day).success) context.addIssue({ code: 'custom', path: [field], message: m.price_bad_day() })
    const unitPrice = isFree ? '0' : price === null ? null : numeric(price)
    const name = fields.name.trim()
    const tiers = tiersOf(fields.tiers)
    if (tiers === null) {
      context.addIssue({ code: 'custom', path: ['tiers'], message: m.price_bad_tiers() })
      return z.NEVER
    }
    const draft = {
      code: orNull(fields.code) ?? `hand:${name}/${fields.kind}/${fields.category}`.slice(0, 200), kind: fields.kind, category: fields.category, name, vendor: orNull(fields.vendor), model: orNull(fields.model), region: orNull(fields.region), unit: fields.unit, unitName: orNull(fields.unitName), per: numeric(fields.per),
      unitPrice, isFree, currency: fields.currency.trim().toUpperCase(), vatIncluded: boolOf(fields.vatIncluded), vatRate: rateOf(fields.vatRate), isDomestic: boolOf(fields.isDomestic), validFrom: days.validFrom, validUntil: days.validUntil,
      source: { name: fields.sourceName.trim(), url: orNull(fields.sourceUrl), date: days.sourceDate }, note: orNull(fields.note), caveats: item?.caveats ?? [], origin: item?.origin ?? 'hand',
      tiers, tierBasis: tiers.length === 0 ? null : fields.tierBasis,
    }
    const parsed = PriceDraft.safeParse(draft)
    if (parsed.success) return parsed.data
    for (const issue of parsed.error.issues) {
      const { field, message } = problemOf(String(issue.path[0] ?? ''))
      context.addIssue({ code: 'custom', path: [field], message })
    }
    return z.NEVER
  })
