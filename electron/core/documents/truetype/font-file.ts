import { closeSync, openSync, readSync } from 'node:fs'

/** Tables of a TrueType file as ISO/IEC 14496-22 names them; each reader says which it needs. */
export type FontTables = ReadonlyMap<string, Uint8Array>

/** A font on disk: everything but its outlines is in memory, of those only what was asked for. Nine tenths of a Chinese font are outlines no document shows. */
export type FontFile = {
  tables: FontTables
  /** The stored outlines of glyphs, in the order asked for; empty for a blank one. */
  outlines(glyphs: readonly number[]): Uint8Array[]
}

type Place = { offset: number; length: number }

const wanted = new Set(['head', 'hhea', 'maxp', 'OS/2', 'post', 'name', 'hmtx', 'cmap', 'loca', 'prep', 'cvt ', 'fpgm'])

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

export const tableOf = (tables: FontTables, tag: string): Uint8Array => {
  const table = tables.get(tag)
  if (table === undefined) throw new Error(`the font has no table "${tag}"`)
  return table
}

const withFile = <Result>(path: string, work: (read: (place: Place) => Uint8Array) => Result): Result => {
  const file = openSync(path, 'r')
  try {
    return work(({ offset, length }) => {
      const bytes = new Uint8Array(length)
      if (readSync(file, bytes, 0, length, offset) !== length) throw new Error(`the font file ${path} is cut short`)
      return bytes
    })
  } finally {
    closeSync(file)
  }
}

const readDirectory = (read: (place: Place) => Uint8Array): Map<string, Place> => {
  const head = viewOf(read({ offset: 0, length: 12 }))
  const count = head.getUint16(4)
  const records = read({ offset: 12, length: count * 16 })
  const view = viewOf(records)
  return new Map(Array.from({ length: count }, (_, index) => [Buffer.from(records.subarray(index * 16, index * 16 + 4)).toString('latin1'), { offset: view.getUint32(index * 16 + 8), length: view.getUint32(index * 16 + 12) }]))
}

/** Two outlines with less than this between them are read in one go. */
const readAcross = 4096

/** Wanted places in the order of the file, neighbours joined. */
const joined = (places: readonly Place[]): Place[] => {
  const runs: Place[] = []
  for (const { offset, length } of [...places].sort((a, b) => a.offset - b.offset)) {
    const last = runs.at(-1)
    if (last && offset - (last.offset + last.length) < readAcross) last.length = Math.max(last.length, offset + length - last.offset)
    else runs.push({ offset, length })
  }
  return runs
}

const placeOf = (loca: DataView, isLong: boolean, glyph: number): Place => {
  const at = (index: number): number => (isLong ? loca.getUint32(index * 4) : loca.getUint16(index * 2) * 2)
  return { offset: at(glyph), length: at(glyph + 1) - at(glyph) }
}

/** Opens a TrueType file. Throws when it is missing, cut short or of another kind: the program is incomplete then. */
export const openFontFile = (path: string): FontFile => {
  const { tables, glyf } = withFile(path, (read) => {
    const directory = readDirectory(read)
    const outlines = directory.get('glyf')
    if (outlines === undefined) throw new Error(`${path} is no TrueType font`)
    return { glyf: outlines, tables: new Map([...directory].filter(([tag]) => wanted.has(tag)).map(([tag, place]) => [tag, read(place)])) }
  })
  const loca = viewOf(tableOf(tables, 'loca'))
  const isLong = viewOf(tableOf(tables, 'head')).getInt16(50) === 1
  const known = new Map<number, Uint8Array>()
  const load = (glyphs: readonly number[]): void => {
    const places = glyphs.map((glyph) => placeOf(loca, isLong, glyph))
    withFile(path, (read) => {
      const runs = joined(places.filter(({ length }) => length > 0)).map(({ offset, length }) => ({ offset, bytes: read({ offset: glyf.offset + offset, length }) }))
      glyphs.forEach((glyph, index) => {
        const { offset, length } = places[index] ?? { offset: 0, length: 0 }
        const run = runs.find((candidate) => offset >= candidate.offset && offset < candidate.offset + candidate.bytes.length)
        // A copy: the rest of what was read with it is let go.
        known.set(glyph, length === 0 || run === undefined ? new Uint8Array(0) : run.bytes.slice(offset - run.offset, offset - run.offset + length))
      })
    })
  }
  return {
    tables,
    outlines: (glyphs) => {
      const unknown = glyphs.filter((glyph) => !known.has(glyph))
      if (unknown.length > 0) load(unknown)
      return glyphs.map((glyph) => known.get(glyph) ?? new Uint8Array(0))
    },
  }
}
