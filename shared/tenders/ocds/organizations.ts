import { isOcdsObject, member, plainText, type OcdsObject, type OcdsValue } from '#shared/tenders/ocds/ocds-value.ts'
import type { Fields } from '#shared/tenders/ocds/read-fields.ts'

function nameOf(organization: OcdsValue | undefined): string | null {
  return plainText(member(organization, 'name')) ?? plainText(member(member(organization, 'identifier'), 'legalName'))
}

function partiesOf(release: OcdsObject): OcdsObject[] {
  const parties = release['parties']
  return Array.isArray(parties) ? parties.filter((party) => isOcdsObject(party)) : []
}

/** The name of the organization at a path: stated there (1.0), or with the party its `id` refers to (1.1). */
export function organizationName(fields: Fields, release: OcdsObject, path: string): string | null {
  const reference = fields.at(path)
  if (reference === undefined || reference === null) return null
  if (!isOcdsObject(reference)) return fields.invalid(path, 'expected an organization')
  const stated = fields.text(`${path}.name`)
  if (stated !== null) return stated
  const id = plainText(reference['id'])
  const party = id === null ? undefined : partiesOf(release).find((candidate) => plainText(candidate['id']) === id)
  return nameOf(party) ?? nameOf(reference)
}

/** The only party with that role, for publishers that leave the reference out; null when there is none or more than one. */
export function partyInRole(release: OcdsObject, role: string): string | null {
  const found = partiesOf(release).filter((party) => {
    const roles = party['roles']
    return Array.isArray(roles) ? roles.includes(role) : roles === role
  })
  return found.length === 1 ? nameOf(found[0]) : null
}
