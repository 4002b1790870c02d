/** JSON as the OCDS reader hands it over: numbers stay text, digit for digit. */
export type OcdsValue = null | boolean | string | OcdsValue[] | OcdsObject
export type OcdsObject = { [key: string]: OcdsValue }

export function isOcdsObject(value: OcdsValue | undefined): value is OcdsObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The member of that name, never something inherited; undefined where there is none. */
export function member(value: OcdsValue | undefined, name: string): OcdsValue | undefined {
  if (Array.isArray(value)) return value[Number(name)]
  return isOcdsObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

/** Text without surrounding blanks; null where there is none. */
export function plainText(value: OcdsValue | undefined): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}
