/**
 * Chinese full text without a dictionary: a run of Han characters is indexed as its overlapping pairs, plus its last
 * character alone, so that a query of one character (as a prefix) finds every place it stands in. Latin words and
 * numbers stay whole. The same function serves every database engine.
 */
const han = /^\p{Script=Han}/u

/** Text as it is compared: full-width to half-width, lower case. */
export function searchable(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** The tokens of a text, space-separated, for the index. */
export function indexGrams(text: string): string {
  const grams: string[] = []
  for (const [run] of searchable(text).matchAll(splitHan)) {
    if (!han.test(run)) {
      grams.push(run)
      continue
    }
    const characters = Array.from(run)
    for (let i = 0; i + 1 < characters.length; i++) grams.push(`${characters[i]}${characters[i + 1]}`)
    grams.push(characters.at(-1) ?? '')
  }
  return grams.join(' ')
}

const splitHan = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{Letter}\p{Number}])+/gu

export type SearchQuery = {
  /** FTS5 match expression; null when the query holds no letter or digit. */
  match: string | null
  /** Strings the text must also contain, where pairs alone could match characters that stand apart. */
  mustContain: string[]
  /** The words as they stand in searchable text: what a text holds that matches without an index. */
  terms: string[]
  /** A Han character by itself: all the pairs it begins are looked up. */
  isWide: boolean
}

/** What stands between spaces, as it is compared, without the signs at its ends. */
function words(input: string): string[] {
  return searchable(input)
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{Letter}\p{Number}]+|[^\p{Letter}\p{Number}]+$/gu, ''))
    .filter((word) => word !== '')
}

/** What to look for in a text that was found: whole numbers, else runs of Han characters or of letters and digits; longest first. */
export function soughtIn(input: string): string[] {
  const sought = words(input).flatMap((word) => (/\p{Script=Han}/u.test(word) ? (word.match(splitHan) ?? []) : [word]))
  return [...new Set(sought)].toSorted((a, b) => b.length - a.length)
}

/** Turns what a person typed into an index query: all words must occur. */
export function parseQuery(input: string): SearchQuery {
  const terms: string[] = []
  const mustContain: string[] = []
  const runs: string[] = []
  const text = searchable(input)
  for (const { 0: run, index } of text.matchAll(splitHan)) {
    const characters = Array.from(run)
    runs.push(run)
    if (!han.test(run) || characters.length === 1) {
      // 'GF-2026': what a hyphen follows is written out, and need not be looked for as the beginning of longer words.
      terms.push(/^[-_/.][\p{Letter}\p{Number}]/u.test(text.slice(index + run.length)) ? `"${run}"` : `"${run}"*`)
      continue
    }
    for (let i = 0; i + 1 < characters.length; i++) terms.push(`"${characters[i]}${characters[i + 1]}"`)
    if (characters.length > 2) mustContain.push(run)
  }
  // 'GF-2026-001' is one number: its parts alone would also be found apart.
  for (const word of words(input)) if (!/\p{Script=Han}/u.test(word) && (word.match(splitHan)?.length ?? 0) > 1) mustContain.push(word)
  return { match: terms.length === 0 ? null : terms.join(' AND '), mustContain, terms: runs, isWide: runs.some((run) => /^\p{Script=Han}$/u.test(run)) }
}
