import { BlockList, isIP } from 'node:net'
import type { Resolve } from '#core/feeds/names.ts'

const privateRanges = new BlockList()
for (const [network, prefix] of [['10.0.0.0', 8], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.168.0.0', 16], ['100.64.0.0', 10], ['0.0.0.0', 8]] as const) privateRanges.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of [['fc00::', 7], ['fe80::', 10]] as const) privateRanges.addSubnet(network, prefix, 'ipv6')
privateRanges.addAddress('::1', 'ipv6')
privateRanges.addAddress('::', 'ipv6')

function isPrivate(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  return privateRanges.check(mapped ?? address, mapped === undefined && isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

/** Whether a host is this computer or inside the company's network. A name nobody knows is not: the request itself will say so. */
export async function isPrivateHost(hostname: string, names: Resolve): Promise<boolean> {
  const host = hostname.replace(/^\[|\]$/g, '')
  if (host === 'localhost' || host.endsWith('.localhost')) return true
  if (isIP(host) !== 0) return isPrivate(host)
  const found = await names(host).catch(() => [])
  return found.some(({ address }) => isPrivate(address))
}
