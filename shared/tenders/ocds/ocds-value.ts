import { z } from 'zod'

/** JSON as the OCDS reader hands it over: a number with more digits than a float holds is text. */
export type OcdsValue = null | boolean | number | string | OcdsValue[] | OcdsObject
export type OcdsObject = { [key: string]: OcdsValue }

const OcdsJson = z.custom<OcdsValue>()

export function isOcdsObject(value: OcdsValue | undefined): value is OcdsObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The member of that name, never something inherited; undefined where there is none. */
export function member(value: OcdsValue | undefined, name: string): OcdsValue | undefined {
  if (Array.isArray(value)) return value[Number(name)]
  return isOcdsObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

/** What JSON.parse gives can hold nothing else, so it is taken at its word. */
export const asOcdsValue = (parsed: unknown): OcdsValue => OcdsJson.parse(parsed)

/** Text without surrounding blanks, or a number's; null where there is none. */
export function plainText(value: OcdsValue | undefined): string | null {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}
