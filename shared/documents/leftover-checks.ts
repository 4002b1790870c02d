import type { BuyerBid } from '#shared/documents/buyer-bid.ts'
import { check, orPass, type Check } from '#shared/documents/check.ts'
import { sectionTexts, type PrintDocument } from '#shared/documents/document.ts'
import { groupBy } from '#shared/group-by.ts'

/** Names of another purchase: what is left over from an older bid (procurement rules 6.3). `buyer`: only of those we bid for. */
export type OtherProject = { title: string; projectNo: string | null; buyer: string | null }

const shortestName = 6

/** What may be named: this project, and what our references and people did before, which was a tender once too. */
const ownNames = ({ project, materials }: BuyerBid): string =>
  [project.title, project.projectNo, project.buyer, project.agency, ...materials.references.flatMap(({ name, buyer, content }) => [name, buyer, content]), ...materials.people.flatMap(({ projects }) => projects.map((each) => each.project))].join('\n')

const distinct = (names: readonly (string | null)[], own: string): string[] => [...new Set(names)].filter((name): name is string => name !== null && name.length >= shortestName && !own.includes(name))

/** Which of thousands of names a text of hundreds of pages holds: it is walked once, and looked up where a name may begin. */
const foundIn = (text: string, names: readonly string[]): string[] => {
  const byStart = groupBy(names, (name) => name.slice(0, shortestName))
  const firsts = new Set(names.map((name) => name.charCodeAt(0)))
  const found = new Set<string>()
  for (let at = 0; at < text.length; at++) {
    if (!firsts.has(text.charCodeAt(at))) continue
    for (const name of byStart.get(text.slice(at, at + shortestName)) ?? []) if (text.startsWith(name, at)) found.add(name)
  }
  return names.filter((name) => found.has(name))
}

/** Where the words come from: a text of the library where one holds them, else the form. */
const placeOf = (name: string, { materials }: BuyerBid): [Check['where']['screen'], { field?: string }] => {
  const source = materials.texts.find((text) => `${text.name}\n${text.body}`.includes(name))
  return source === undefined ? ['documents', {}] : ['library', { field: `text/${source.id}` }]
}

/**
 * Another project's number or title stops the file; another buyer's name may be a reference, so a person looks. What our own
 * project's names contain is not another's.
 */
export const leftoverChecks = (document: PrintDocument, bid: BuyerBid, others: readonly OtherProject[]): Check[] => {
  if (others.length === 0) return []
  const own = ownNames(bid)
  const text = document.sections.map((section) => sectionTexts(section).join('\n'))
  const whole = text.join('\n')
  const titles = foundIn(whole, distinct(others.flatMap(({ title, projectNo }) => [title, projectNo]), own))
  const buyers = foundIn(whole, distinct(others.map(({ buyer }) => buyer), own))
  const found = document.sections.flatMap((section, index) => {
    const here = (names: readonly string[], level: Check['level'], code: Check['code']) => names.filter((name) => text[index]?.includes(name)).map((name) => check(level, code, ...placeOf(name, bid), { form: section.title, name }))
    return [...here(titles, 'stop', 'other-project-named'), ...here(buyers, 'warn', 'other-buyer-named')]
  })
  return orPass(found, 'names-clean', 'documents', { count: String(others.length) })
}
