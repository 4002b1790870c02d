import { blankClose, isClosingMark, isLatin, isOpeningMark, mayBreakBefore, mayEndLine, mayStartLine } from '#core/documents/kinsoku.ts'

/** A character with the room it takes, in points; a joined one stays with the character before it, a ruled one does not hang. */
export type Sized = { character: string; width: number; size: number; isJoined?: boolean; isRuled?: boolean }

/** Characters `start` to `end` (exclusive, without trailing spaces). */
export type Line = {
  start: number
  end: number
  /** Room taken, hanging marks and a trimmed opening mark already deducted. */
  width: number
  /** An opening mark at the start of a line stands half a character to the left. */
  outdent: number
  isLast: boolean
}

const isBlankSpace = (sized: Sized | undefined): boolean => sized?.character === ' ' || sized?.character === '\u3000'

/** The blank half of a mark that may hang out of the line. Vertical quotes are never squeezed: every mark here is full-width. */
const hang = (sized: Sized | undefined): number => (sized && !sized.isRuled && isClosingMark(sized.character) && sized.width >= sized.size * 0.9 ? sized.size / 2 : 0)
const outdentOf = (sized: Sized | undefined): number => (sized && !sized.isRuled && isOpeningMark(sized.character) && sized.width >= sized.size * 0.9 ? sized.size / 2 : 0)

const trimEnd = (text: readonly Sized[], start: number, end: number): number => {
  let last = end
  while (last > start && isBlankSpace(text[last - 1])) last--
  return last
}

const forcedSplit = (text: readonly Sized[], start: number, limit: number): number => {
  const characters = (index: number): string => text[index]?.character ?? ''
  const isClean = (index: number): boolean => mayStartLine(characters(index)) && mayEndLine(characters(index - 1)) && characters(index) !== blankClose
  for (let index = limit; index > start + 1; index--) if (isClean(index)) return index
  return limit
}

type Fill = { end: number; width: number }

/** As many characters as fit from `start`; at least one. */
const fill = (text: readonly Sized[], start: number, room: number): Fill => {
  let width = 0
  let end = start
  while (end < text.length) {
    const sized = text[end]
    if (!sized) break
    if (end > start && !isBlankSpace(sized) && width + sized.width - hang(sized) > room + 0.001) break
    width += sized.width
    end++
  }
  return { end, width }
}

const lastBreak = (canBreak: (index: number) => boolean, start: number, end: number): number => {
  for (let index = end; index > start; index--) if (canBreak(index)) return index
  return -1
}

/** A word longer than a whole line is cut where the line ends; everything else moves to the next line whole. */
const breakAt = (text: readonly Sized[], canBreak: (index: number) => boolean, start: number, end: number, fullWidth: number): number => {
  const clean = lastBreak(canBreak, start, end)
  if (clean === -1) return forcedSplit(text, start, end)
  let wordEnd = end
  while (wordEnd < text.length && !canBreak(wordEnd)) wordEnd++
  const wordWidth = text.slice(clean, wordEnd).reduce((sum, sized) => sum + sized.width, 0)
  const isLongWord = wordWidth > fullWidth && text.slice(clean, end).every((sized) => isLatin(sized.character))
  return isLongWord && end - clean > 3 ? end : clean
}

/**
 * Breaks one paragraph (no line ends in it) into lines of at most `width` points, the first one shorter by `indent`.
 * Closing marks may hang by their blank half; a run without any allowed break is cut.
 */
export const breakLines = (text: readonly Sized[], width: number, indent = 0): Line[] => {
  const characters = text.map((sized) => sized.character)
  const canBreak = (index: number): boolean => text[index]?.isJoined !== true && mayBreakBefore(characters, index)
  const lines: Line[] = []
  let start = 0
  while (start < text.length) {
    const isFirst = start === 0
    const outdent = isFirst ? 0 : outdentOf(text[start])
    const room = width + outdent - (isFirst ? indent : 0)
    const filled = fill(text, start, room)
    const next = filled.end >= text.length ? text.length : breakAt(text, canBreak, start, filled.end, width)
    const end = trimEnd(text, start, next)
    const natural = text.slice(start, end).reduce((sum, sized) => sum + sized.width, 0)
    const hanging = natural > room + 0.001 ? hang(text[end - 1]) : 0
    lines.push({ start, end, width: natural - hanging - outdent, outdent, isLast: next >= text.length })
    start = next
    while (start < text.length && characters[start] === ' ') start++
  }
  return lines
}
