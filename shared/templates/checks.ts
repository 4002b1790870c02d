import { statedSize } from '#shared/company/size-class.ts'
import type { BuyerBid } from '#shared/documents/buyer-bid.ts'
import { check, orPass, type Check } from '#shared/documents/check.ts'
import { documentTexts, type PrintDocument } from '#shared/documents/document.ts'
import type { PrintableVolume } from '#shared/documents/volume.ts'
import { volumeOf, type BidTemplate } from '#shared/templates/bid-template.ts'
import { templateProblems } from '#shared/templates/problems.ts'
import { sealChecks } from '#shared/templates/seal-checks.ts'

/** Names by which a reader would recognise who bids; very short ones would be found by chance. */
const namesOfBidder = ({ company, materials }: BuyerBid): string[] =>
  [company.name, company.creditCode, company.legalRepresentative, company.authorisedAgent, company.phone, company.email, company.address, ...materials.people.map(({ name }) => name)].filter((name) => name !== null).filter((name) => name.trim().length >= 2)

/** 暗标: no name in any text of the volume. */
const blindChecks = (document: PrintDocument, bid: BuyerBid): Check[] => {
  const text = documentTexts(document).join('\n')
  const names = [...new Set(namesOfBidder(bid))]
  return orPass(names.filter((name) => text.includes(name)).map((name) => check('stop', 'bidder-named', 'documents', { field: 'template' }, { name })), 'bidder-unnamed', 'documents', { count: String(names.length) })
}

/** Forms of the library for which nothing was chosen: not printed, and said so. */
const emptyChecks = (template: BidTemplate, volume: PrintableVolume, document: PrintDocument): Check[] => {
  const printed = new Set(document.sections.map(({ anchor }) => anchor))
  const empty = (volumeOf(template, volume)?.forms ?? []).filter((form) => form.skipEmpty && !form.isOff && !printed.has(`form:${form.id}`))
  return empty.map(({ title }) => check('warn', 'section-empty', 'documents', { field: 'materials' }, { form: title }))
}

/** Rows a form leaves to be filled by hand, where nothing is known to print in them: a deviation table handed in like that answers nothing. */
const blankChecks = (document: PrintDocument): Check[] => {
  const withBlanks = document.sections.filter(({ blocks }) => blocks.some((block) => block.kind === 'table' && block.rows.some((row) => row.every(({ text }) => text === ''))))
  return withBlanks.map(({ title }) => check('warn', 'rows-blank', 'documents', {}, { form: title }))
}

/** What the template itself does wrong in this volume, what it left out, and names where none may stand. */
export const templateChecks = (template: BidTemplate, volume: PrintableVolume, document: PrintDocument, bid: BuyerBid): Check[] => [
  ...templateProblems({ ...template, volumes: template.volumes.filter((each) => each.volume === volume) }).map(({ form, detail }) => check('stop', 'template-broken', 'documents', { field: 'template' }, { form: form ?? '', detail })),
  ...(volumeOf(template, volume)?.isBlind === true ? blindChecks(document, bid) : []),
  ...emptyChecks(template, volume, document),
  ...blankChecks(document),
  ...sealChecks(template, volume, document),
]

/** The declaration of size must agree with the figures it states (财库〔2020〕46号; a false one is fined). */
export const declaredSizeChecks = ({ company: { isSmallBusiness, details } }: BuyerBid): Check[] =>
  isSmallBusiness === true && statedSize(details.industry, details.employees, details.revenueWan) === 'large' ? [check('stop', 'size-not-small', 'company', { field: 'employees' })] : []
