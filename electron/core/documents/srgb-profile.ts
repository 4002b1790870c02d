/** sRGB as an ICC profile (ICC.1:2001, matrix and curve): what the colours of a file that is to be archived mean. */

const fixed = (value: number): Uint8Array => {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setInt32(0, Math.round(value * 65536))
  return bytes
}

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text)
const uint32 = (value: number): Uint8Array => {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}

const joined = (parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))

const xyz = (values: readonly number[]): Uint8Array => joined([ascii('XYZ '), uint32(0), ...values.map(fixed)])

/** The transfer curve of IEC 61966-2-1 in 256 steps. */
const curve = (): Uint8Array => {
  const steps = new Uint8Array(512)
  const view = new DataView(steps.buffer)
  for (let step = 0; step < 256; step++) {
    const value = step / 255
    view.setUint16(step * 2, Math.round(65535 * (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)))
  }
  return joined([ascii('curv'), uint32(0), uint32(256), steps])
}

const description = (text: string): Uint8Array => joined([ascii('desc'), uint32(0), uint32(text.length + 1), ascii(`${text}\0`), new Uint8Array(78)])

const padded = (bytes: Uint8Array): Uint8Array => joined([bytes, new Uint8Array((4 - (bytes.length % 4)) % 4)])

/** Primaries adapted to D50, as the profile connection space asks. */
const tags = (): [string, Uint8Array][] => [
  ['desc', description('sRGB')],
  ['cprt', joined([ascii('text'), uint32(0), ascii('No copyright\0')])],
  ['wtpt', xyz([0.9642, 1, 0.8249])],
  ['rXYZ', xyz([0.43607, 0.22249, 0.01392])],
  ['gXYZ', xyz([0.38515, 0.71687, 0.09708])],
  ['bXYZ', xyz([0.14307, 0.06061, 0.7141])],
  ['rTRC', curve()],
  ['gTRC', curve()],
  ['bTRC', curve()],
]

const header = (size: number): Uint8Array => {
  const bytes = new Uint8Array(128)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, size)
  view.setUint32(8, 0x02100000)
  for (const [at, text] of [[12, 'mntr'], [16, 'RGB '], [20, 'XYZ '], [36, 'acsp']] as const) bytes.set(ascii(text), at)
  // The date of the format, not of the machine: the same file every time.
  view.setUint16(24, 2001)
  view.setUint16(26, 1)
  view.setUint16(28, 1)
  bytes.set(joined([0.9642, 1, 0.8249].map(fixed)), 68)
  return bytes
}

export const srgbProfile = (): Uint8Array => {
  const contents = tags().map(([name, bytes]) => ({ name, length: bytes.length, bytes: padded(bytes) }))
  let offset = 128 + 4 + contents.length * 12
  const table = contents.map(({ name, length, bytes }) => {
    const entry = joined([ascii(name), uint32(offset), uint32(length)])
    offset += bytes.length
    return entry
  })
  return joined([header(offset), uint32(contents.length), ...table, ...contents.map(({ bytes }) => bytes)])
}
