/** UTF-8 to parse next; a unit that ends a document can be judged without the others. */
export type JsonUnit = { bytes: Buffer; endsDocument: boolean }

const longestLine = 64 * 1024 * 1024
const newline = 0x0a
const openObject = 0x7b

function isObjectText(text: string): boolean {
  try {
    return text.trimStart().startsWith('{') && typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}

/** One document a line: the first line is a whole object and the next begins one. A fault then costs one line, not the rest of the file. */
function hasDocumentPerLine(bytes: Buffer): boolean {
  const end = bytes.indexOf(newline)
  if (end === -1) return false
  const next = bytes.subarray(end + 1).find((byte) => byte > 0x20)
  return next === openObject && isObjectText(new TextDecoder().decode(bytes.subarray(0, end)))
}

function* linesIn(bytes: Buffer): Generator<JsonUnit> {
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(newline, from)
    const line = bytes.subarray(from, end === -1 ? bytes.length : end)
    if (line.some((byte) => byte > 0x20)) yield { bytes: line, endsDocument: true }
    from = end === -1 ? bytes.length : end + 1
  }
}

/** Cuts streamed bytes into what can be parsed at once: lines where each is a document, else the pieces as they come. */
export async function* jsonUnits(pieces: AsyncIterable<Buffer>): AsyncGenerator<JsonUnit> {
  let isByLine: boolean | null = null
  let open: Buffer[] = []
  let openBytes = 0
  for await (const piece of pieces) {
    isByLine ??= hasDocumentPerLine(piece)
    if (!isByLine) {
      yield { bytes: piece, endsDocument: false }
      continue
    }
    const end = piece.lastIndexOf(newline)
    if (end === -1 && openBytes + piece.length <= longestLine) {
      open.push(piece)
      openBytes += piece.length
      continue
    }
    const cut = end === -1 ? piece.length : end
    yield* linesIn(Buffer.concat([...open, piece.subarray(0, cut)]))
    open = [piece.subarray(cut + (end === -1 ? 0 : 1))]
    openBytes = open[0]?.length ?? 0
  }
  if (isByLine === true) yield* linesIn(Buffer.concat(open))
  else yield { bytes: Buffer.alloc(0), endsDocument: true }
}
