/**
 * Where a Chinese line may break (避头尾, after GB/T 15834 and CLREQ), character by character.
 * Blanks to fill in are bracketed by two private characters so that they obey the same rules.
 */
export const blankOpen = '\uE000'
export const blankClose = '\uE001'

const closing = '、。，．；：？！）］｝〉》」』】〕〗’”'
const opening = '（［｛〈《「『【〔〖‘“'

const neverFirst = new Set(`${closing}％‰℃°′″…—～·ー々〻)]},.;:?!%${blankClose}`)
const neverLast = new Set(`${opening}￥＄￡€$¥([{#№${blankOpen}`)
const closingMarks = new Set(closing)
const openingMarks = new Set(opening)

/** Signs a number is read with; "36个月" and "2026年" stay together. */
const units = new Set('元万亿角分年月日天个项套台人次页份周时点号款条倍折米户家期包卡张名只块步级层轮场批册颗路座辆本届阶处种类室楼幢栋％%‰℃°㎡㎏㎜')
const latinUnits = new Set(['mm', 'cm', 'm', 'km', 'kg', 'g', 't', 'KB', 'MB', 'GB', 'TB', 'PB', 'W', 'kW', 'kWh', 'P', 'PFLOPS', 'TFLOPS', 'ms', 's', 'h', 'GHz', 'MHz', 'Mbps', 'Gbps', 'QPS', 'dpi'])

const isDigit = (character: string): boolean => character >= '0' && character <= '9' && character.length === 1
/** Printable ASCII and accented Latin: letters, digits and what joins them into one run (GB/T, 22239-2019, a@b.cn). */
export const isLatin = (character: string): boolean => {
  const code = character.charCodeAt(0)
  if (character.length !== 1 || code < 0x21) return false
  return code < 0x7f || (code >= 0xc0 && code <= 0x24f) || '²³µΩ≤≥'.includes(character)
}
const isSpace = (character: string): boolean => character === ' ' || character === '\u3000'

const isIdeograph = (character: string): boolean => character >= '\u4E00' && character <= '\u9FFF'

export const isClosingMark = (character: string): boolean => closingMarks.has(character)
export const isOpeningMark = (character: string): boolean => openingMarks.has(character)
export const mayStartLine = (character: string): boolean => !neverFirst.has(character) && (character < '\u0300' || isIdeograph(character) || !/^\p{M}$/u.test(character))
export const mayEndLine = (character: string): boolean => !neverLast.has(character)

const wordAt = (characters: readonly string[], from: number, step: 1 | -1): string => {
  let word = ''
  for (let i = from; isLatin(characters[i] ?? ''); i += step) word = step === 1 ? word + characters[i] : characters[i] + word
  return word
}

/** "25 mm", "GB/T 22239", "ISO 9001": the space inside does not break. */
const isJoiningSpace = (characters: readonly string[], space: number): boolean => {
  if (characters[space] !== ' ') return false
  const before = wordAt(characters, space - 1, -1)
  const after = wordAt(characters, space + 1, 1)
  if (/^[\d.,]+$/.test(before)) return latinUnits.has(after) || units.has(characters[space + 1] ?? '')
  return /^[A-Z][A-Z/-]{0,7}$/.test(before) && /^\d[\d.-]*$/.test(after)
}

const lastBeforeSpaces = (characters: readonly string[], index: number): string => {
  let last = index - 1
  while (isSpace(characters[last] ?? '')) last--
  return characters[last] ?? ''
}

/** Whether a line may end before `characters[index]`; false at both ends of the text. */
export const mayBreakBefore = (characters: readonly string[], index: number): boolean => {
  const previous = characters[index - 1]
  const next = characters[index]
  if (previous === undefined || next === undefined) return false
  if (isSpace(next) || previous === '\u00A0' || next === '\u00A0') return false
  if (isSpace(previous)) return mayStartLine(next) && mayEndLine(lastBeforeSpaces(characters, index)) && !isJoiningSpace(characters, index - 1)
  if (!mayStartLine(next) || !mayEndLine(previous)) return false
  if (isLatin(previous) && isLatin(next)) return false
  if (isDigit(previous) && units.has(next)) return false
  return !(previous === '第' && isDigit(next))
}

/**
 * How much closer, in em, a full-width mark stands to the one after it: neighbouring marks share their blank half
 * (标点挤压), and the two halves of a dash touch.
 */
export const tightening = (character: string, next: string | undefined): number => {
  if (next === undefined) return 0
  if (character === '—' && next === '—') return 0.09
  const isMark = isClosingMark(character) || isOpeningMark(character)
  if (!isMark || !(isClosingMark(next) || isOpeningMark(next))) return 0
  return isClosingMark(character) || isOpeningMark(next) ? 0.5 : 0
}
