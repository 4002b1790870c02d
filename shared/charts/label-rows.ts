export type LabelBox = { x: number; width: number }
export type PlacedLabel = { row: number; left: number }

/**
 * Puts labels centred on their mark into as few rows as needed so that none overlap, kept inside [min, max].
 * Input sorted by x. Rows are counted from the top; what finds no place in `maxRows` gets row −1 and is not drawn.
 */
export function placeLabels(labels: readonly LabelBox[], min: number, max: number, maxRows: number, gap = 8): PlacedLabel[] {
  const ends = Array.from({ length: maxRows }, () => -Infinity)
  return labels.map(({ x, width }) => {
    const left = Math.max(min, Math.min(max - width, x - width / 2))
    const row = ends.findIndex((end) => end + gap <= left)
    if (row !== -1) ends[row] = left + width
    return { row, left }
  })
}

/** Width of a label without measuring it: a Chinese character is as wide as the font is high, others a little over half. */
export function estimateTextWidth(text: string, fontSize: number): number {
  let width = 0
  for (const character of text) width += /[\u2e80-\uffef]/u.test(character) ? 1 : /[\s.,:]/u.test(character) ? 0.32 : 0.58
  return width * fontSize
}
