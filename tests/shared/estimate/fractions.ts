/** Exact arithmetic on whole numbers only: slow, and independent of the decimals the program uses. */
export type Fraction = { over: bigint; under: bigint }

const gcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

const reduced = (over: bigint, under: bigint): Fraction => {
  const [top, bottom] = under < 0n ? [-over, -under] : [over, under]
  const common = gcd(top, bottom)
  return common === 0n ? { over: 0n, under: 1n } : { over: top / common, under: bottom / common }
}

export const zero: Fraction = { over: 0n, under: 1n }

/** '-12.5' as a fraction. */
export const fraction = (text: string): Fraction => {
  const [whole = '0', decimals = ''] = text.split('.')
  return reduced(BigInt(`${whole}${decimals}`), 10n ** BigInt(decimals.length))
}

export const add = (a: Fraction, b: Fraction): Fraction => reduced(a.over * b.under + b.over * a.under, a.under * b.under)
export const minus = (a: Fraction, b: Fraction): Fraction => reduced(a.over * b.under - b.over * a.under, a.under * b.under)
export const multiply = (a: Fraction, b: Fraction): Fraction => reduced(a.over * b.over, a.under * b.under)
export const divide = (a: Fraction, b: Fraction): Fraction => reduced(a.over * b.under, a.under * b.over)
export const sum = (values: readonly Fraction[]): Fraction => values.reduce(add, zero)
export const less = (a: Fraction, b: Fraction): boolean => a.over * b.under < b.over * a.under
export const equal = (a: Fraction, b: Fraction): boolean => a.over === b.over && a.under === b.under
export const smaller = (a: Fraction, b: Fraction): Fraction => (less(a, b) ? a : b)
export const atLeastZero = (a: Fraction): Fraction => (less(a, zero) ? zero : a)

/** Half-up (away from zero) to so many decimals, as text without "-0". */
const rounded = ({ over, under }: Fraction, places: number): string => {
  const scale = 10n ** BigInt(places)
  const size = over < 0n ? -over : over
  const units = (2n * size * scale + under) / (2n * under)
  const text = `${units / scale}.${String(units % scale).padStart(places, '0')}`
  return over < 0n && units !== 0n ? `-${text}` : text
}

export const money = (amount: Fraction): string => rounded(amount, 2)
export const ratio = (value: Fraction): number => Number(rounded(value, 6))
