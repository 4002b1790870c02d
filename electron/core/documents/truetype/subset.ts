import { tableOf, viewOf, type FontFile, type FontTables } from '#core/documents/truetype/font-file.ts'

/** The glyphs of a font that one file shows, numbered as they come; what pdfkit asks of a subset. */
export type FontSubset = {
  /** The glyph's number in the subset. */
  includeGlyph(glyph: number): number
  /** The subset as a TrueType file of its own. */
  encode(): Uint8Array
}

const evenly = (length: number): number => Math.ceil(length / 4) * 4

const metricsOf = ({ hhea, hmtx }: { hhea: DataView; hmtx: DataView }, glyph: number): { advance: number; bearing: number } => {
  const count = hhea.getUint16(34)
  const bearingAt = glyph < count ? glyph * 4 + 2 : count * 4 + (glyph - count) * 2
  return { advance: hmtx.getUint16(Math.min(glyph, count - 1) * 4), bearing: hmtx.getInt16(bearingAt) }
}

const changed = (table: Uint8Array, change: (view: DataView) => void): Uint8Array => {
  const copy = table.slice()
  change(viewOf(copy))
  return copy
}

const outlineTables = (outlines: readonly Uint8Array[]): { glyf: Uint8Array; loca: Uint8Array } => {
  const glyf = new Uint8Array(outlines.reduce((sum, outline) => sum + evenly(outline.length), 0))
  const loca = new Uint8Array((outlines.length + 1) * 4)
  let offset = 0
  outlines.forEach((outline, index) => {
    glyf.set(outline, offset)
    offset += evenly(outline.length)
    viewOf(loca).setUint32((index + 1) * 4, offset)
  })
  return { glyf, loca }
}

const horizontalMetrics = (tables: FontTables, glyphs: readonly number[]): Uint8Array => {
  const metrics = new Uint8Array(glyphs.length * 4)
  const [from, to] = [{ hhea: viewOf(tableOf(tables, 'hhea')), hmtx: viewOf(tableOf(tables, 'hmtx')) }, viewOf(metrics)]
  glyphs.forEach((glyph, index) => {
    const { advance, bearing } = metricsOf(from, glyph)
    to.setUint16(index * 4, advance)
    to.setInt16(index * 4 + 2, bearing)
  })
  return metrics
}

const checksum = (table: Uint8Array): number => {
  let sum = 0
  for (let at = 0; at < table.length; at += 4) sum = (sum + (((table[at] ?? 0) << 24) | ((table[at + 1] ?? 0) << 16) | ((table[at + 2] ?? 0) << 8) | (table[at + 3] ?? 0))) >>> 0
  return sum
}

/** Puts tables together to a file (ISO/IEC 14496-22, 4.3). */
const fileOf = (tables: readonly [string, Uint8Array][]): Uint8Array => {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1))
  const start = 12 + sorted.length * 16
  const file = new Uint8Array(start + sorted.reduce((sum, [, table]) => sum + evenly(table.length), 0))
  const view = viewOf(file)
  const power = 2 ** Math.floor(Math.log2(sorted.length))
  view.setUint32(0, 0x00010000)
  view.setUint16(4, sorted.length)
  view.setUint16(6, power * 16)
  view.setUint16(8, Math.log2(power))
  view.setUint16(10, (sorted.length - power) * 16)
  let offset = start
  sorted.forEach(([tag, table], index) => {
    const record = 12 + index * 16
    file.set(Buffer.from(tag, 'latin1'), record)
    view.setUint32(record + 4, checksum(table))
    view.setUint32(record + 8, offset)
    view.setUint32(record + 12, table.length)
    file.set(table, offset)
    offset += evenly(table.length)
  })
  return file
}

const longOffsets = 1

export const createSubset = (file: FontFile): FontSubset => {
  const { tables } = file
  const glyphs = [0]
  const numbers = new Map([[0, 0]])
  return {
    includeGlyph: (glyph) => {
      const known = numbers.get(glyph)
      if (known !== undefined) return known
      numbers.set(glyph, glyphs.length)
      return glyphs.push(glyph) - 1
    },
    encode: () => {
      const { glyf, loca } = outlineTables(file.outlines(glyphs))
      const kept = ['prep', 'cvt ', 'fpgm'].flatMap((tag): [string, Uint8Array][] => {
        const table = tables.get(tag)
        return table === undefined ? [] : [[tag, table]]
      })
      return fileOf([
        ...kept,
        ['head', changed(tableOf(tables, 'head'), (head) => head.setInt16(50, longOffsets))],
        ['hhea', changed(tableOf(tables, 'hhea'), (hhea) => hhea.setUint16(34, glyphs.length))],
        ['maxp', changed(tableOf(tables, 'maxp'), (maxp) => maxp.setUint16(4, glyphs.length))],
        ['hmtx', horizontalMetrics(tables, glyphs)],
        ['loca', loca],
        ['glyf', glyf],
      ])
    },
  }
}
