import { breakLines } from '#core/documents/line-breaking.ts'
import type { Line, Sized } from '#core/documents/line-breaking.ts'

const words = new Intl.Segmenter('zh-CN', { granularity: 'word' })

/** The same text, no line of which may end within a word. */
const inWords = (text: readonly Sized[]): Sized[] => {
  const starts = new Set<number>()
  for (const { index } of words.segment(text.map(({ character }) => character).join(''))) starts.add(index)
  let place = 0
  return text.map((sized) => {
    const isStart = starts.has(place)
    place += sized.character.length
    return isStart ? sized : { ...sized, isJoined: true }
  })
}

/** Breaks a title into no more lines than it needs, all about as long, and between words where that costs no line. Points. */
export const balancedLines = (text: readonly Sized[], width: number): Line[] => {
  const needed = breakLines(text, width)
  if (needed.length < 2) return needed
  const whole = inWords(text)
  const lines = breakLines(whole, width)
  if (lines.length > needed.length) return needed
  const step = (text[0]?.size ?? width) / 2
  let balanced = lines
  for (let room = width - step; room > 0; room -= step) {
    const narrower = breakLines(whole, room)
    if (narrower.length > lines.length) break
    balanced = narrower
  }
  return balanced
}
