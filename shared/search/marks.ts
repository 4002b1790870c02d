import { searchable, soughtIn } from '#shared/search/bigrams.ts'

/** Places in a text, start inclusive, end exclusive. */
export type Marks = [start: number, end: number][]
export type Snippet = { text: string; marks: Marks }

/** Where the words of a query stand in a text, in order and without overlaps. */
export function marksIn(text: string, query: string): Marks {
  const { compared, origin } = comparedText(text)
  const found: Marks = []
  for (const word of soughtIn(query)) {
    for (let at = compared.indexOf(word); at >= 0; at = compared.indexOf(word, at + word.length)) {
      const [start, end] = [origin(at), origin(at + word.length)]
      if (isWordStart(compared, at) && !found.some((mark) => start < mark[1] && mark[0] < end)) found.push([start, end])
    }
  }
  return found.toSorted((a, b) => a[0] - b[0])
}

const lead = 6

/** The piece of a text around the first place the words were found, about `length` characters; null where none stands in it. */
export function snippetOf(text: string, query: string, length = 72): Snippet | null {
  const { compared, origin } = comparedText(text)
  const places = soughtIn(query).flatMap((word) => firstPlace(compared, word))
  if (places.length === 0) return null
  const from = Math.max(0, origin(Math.min(...places)) - lead)
  const piece = text.slice(from, from + length).replaceAll(/\s+/g, ' ').trim()
  const shown = `${from > 0 ? '…' : ''}${piece}${from + length < text.length ? '…' : ''}`
  return { text: shown, marks: marksIn(shown, query) }
}

function firstPlace(compared: string, word: string): number[] {
  for (let at = compared.indexOf(word); at >= 0; at = compared.indexOf(word, at + 1)) if (isWordStart(compared, at)) return [at]
  return []
}

/** Latin words and numbers are found from their beginning, as the index does; Han characters anywhere. */
function isWordStart(compared: string, at: number): boolean {
  const wordChar = /^(?!\p{Script=Han})[\p{Letter}\p{Number}]$/u
  return !wordChar.test(compared.charAt(at)) || !wordChar.test(compared.charAt(at - 1))
}

/** The text as it is compared, and where each of its characters came from: full-width signs can become several. */
function comparedText(text: string): { compared: string; origin: (at: number) => number } {
  const compared = searchable(text)
  if (compared.length === text.length) return { compared, origin: (at) => at }
  const origins: number[] = []
  let built = ''
  let at = 0
  for (const character of text) {
    const part = searchable(character)
    for (let i = 0; i < part.length; i++) origins.push(at)
    built += part
    at += character.length
  }
  return { compared: built, origin: (index) => origins[index] ?? text.length }
}
