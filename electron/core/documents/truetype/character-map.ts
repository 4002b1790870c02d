import { viewOf } from '#core/documents/truetype/font-file.ts'

/** Format 12 of the table "cmap" (ISO/IEC 14496-22, 5.2.1.3.7): ranges of code points, for all of Unicode. */
const segmentedCoverage = 12

const subtableAt = (view: DataView): number => {
  for (let record = 0; record < view.getUint16(2); record++) {
    const offset = view.getUint32(4 + record * 8 + 4)
    if (view.getUint16(offset) === segmentedCoverage) return offset
  }
  throw new Error('the font maps no characters beyond the first plane')
}

/** The glyph of a code point; 0, the missing glyph, where the font has none. */
export const characterMap = (cmap: Uint8Array): ((codePoint: number) => number) => {
  const view = viewOf(cmap)
  const groups = subtableAt(view) + 16
  const count = view.getUint32(groups - 4)
  return (codePoint) => {
    let [low, high] = [0, count - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const group = groups + middle * 12
      if (codePoint < view.getUint32(group)) high = middle - 1
      else if (codePoint > view.getUint32(group + 4)) low = middle + 1
      else return view.getUint32(group + 8) + codePoint - view.getUint32(group)
    }
    return 0
  }
}
