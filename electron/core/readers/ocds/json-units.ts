/** Text to parse next; a unit that ends a document can be judged without the others. */
export type JsonUnit = { text: string; endsDocument: boolean }

const longestLine = 64 * 1024 * 1024

/** One document a line: the first line is a whole object and the next begins one. A fault then costs one line, not the rest of the file. */
function hasDocumentPerLine(text: string): boolean {
  const first = /^\s*(\{[^\r\n]*\})[ \t]*\r?\n\s*\{/.exec(text)
  if (!first) return false
  try {
    JSON.parse(first[1] ?? '')
    return true
  } catch {
    return false
  }
}

function* linesIn(text: string): Generator<JsonUnit> {
  for (const line of text.split('\n')) if (line.trim() !== '') yield { text: line, endsDocument: true }
}

/** Cuts streamed text into what can be parsed at once: lines where each is a document, else the pieces as they come. */
export async function* jsonUnits(pieces: AsyncIterable<string>): AsyncGenerator<JsonUnit> {
  let isByLine: boolean | null = null
  let open = ''
  for await (const piece of pieces) {
    isByLine ??= hasDocumentPerLine(piece)
    if (!isByLine) {
      yield { text: piece, endsDocument: false }
      continue
    }
    open += piece
    const end = open.lastIndexOf('\n')
    if (end === -1 && open.length <= longestLine) continue
    const whole = end === -1 ? open : open.slice(0, end)
    open = end === -1 ? '' : open.slice(end + 1)
    yield* linesIn(whole)
  }
  if (isByLine === true) yield* linesIn(open)
  else yield { text: '', endsDocument: true }
}
