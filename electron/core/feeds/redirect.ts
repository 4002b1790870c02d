import { FeedFault } from '#core/feeds/feed-fault.ts'
import type { Resolve } from '#core/feeds/names.ts'
import { isPrivateHost } from '#core/feeds/private-address.ts'

/** Where a redirect may lead: to the web, never from a protected connection to an open one, and into a private network only when the address the person gave lies in one. Throws `FeedFault`. */
export async function redirected(from: URL, location: string, first: URL, names: Resolve): Promise<URL> {
  const to = URL.canParse(location, from) ? new URL(location, from) : null
  if (to === null || !/^https?:$/.test(to.protocol) || to.username !== '' || to.password !== '') throw new FeedFault('redirect-refused', `redirected to ${location.slice(0, 200)}`)
  if (from.protocol === 'https:' && to.protocol === 'http:') throw new FeedFault('redirect-insecure', `redirected from https to ${to.origin}`)
  if ((await isPrivateHost(to.hostname, names)) && !(await isPrivateHost(first.hostname, names))) throw new FeedFault('redirect-private', `redirected into the private network: ${to.hostname}`)
  return to
}
