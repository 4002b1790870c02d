import { Decimal } from '#shared/decimal.ts'

/** What a score formula needs of a number, so that one text of the formula serves exact results and fast simulations. */
export type Numeric<T> = {
  plus: (other: T) => T
  minus: (other: T) => T
  times: (other: T) => T
  div: (other: T) => T
  abs: () => T
  floor: () => T
  lt: (other: T) => boolean
  gt: (other: T) => boolean
}

export type Reader<T> = (text: string) => T

/** Exact decimals: everything a person or a document sees. */
export const exact: Reader<Decimal> = (text) => new Decimal(text)

/** A float with the methods of a decimal: charts and simulations only. */
export class Float implements Numeric<Float> {
  readonly value: number
  constructor(value: number) {
    this.value = value
  }
  plus(other: Float): Float {
    return new Float(this.value + other.value)
  }
  minus(other: Float): Float {
    return new Float(this.value - other.value)
  }
  times(other: Float): Float {
    return new Float(this.value * other.value)
  }
  div(other: Float): Float {
    return new Float(this.value / other.value)
  }
  abs(): Float {
    return new Float(Math.abs(this.value))
  }
  floor(): Float {
    return new Float(Math.floor(this.value))
  }
  lt(other: Float): boolean {
    return this.value < other.value
  }
  gt(other: Float): boolean {
    return this.value > other.value
  }
}

export const fast: Reader<Float> = (text) => new Float(Number(text))

/** The sum; `zero` for none. */
export function sum<T extends Numeric<T>>(values: readonly T[], zero: T): T {
  return values.reduce((total, value) => total.plus(value), zero)
}

/** The arithmetic mean; null for none. */
export function mean<T extends Numeric<T>>(values: readonly T[], read: Reader<T>): T | null {
  return values.length === 0 ? null : sum(values, read('0')).div(read(String(values.length)))
}

export function smaller<T extends Numeric<T>>(a: T, b: T): T {
  return b.lt(a) ? b : a
}

export function larger<T extends Numeric<T>>(a: T, b: T): T {
  return b.gt(a) ? b : a
}

/** A new list, lowest first. */
export function ascending<T extends Numeric<T>>(values: readonly T[]): T[] {
  return values.toSorted((a, b) => (a.lt(b) ? -1 : Number(a.gt(b))))
}
