import { describe, expect, it } from 'vitest'
import { FeedFault } from '#core/feeds/feed-fault.ts'
import { heldNames, lookupOf } from '#core/feeds/names.ts'
import { redirected } from '#core/feeds/redirect.ts'

const open = 'http://203.0.113.7/feed'
const secure = 'https://203.0.113.7/feed'
const inside = 'http://10.1.2.3/feed'
const resolve = () => Promise.reject(new Error('no name is looked up here'))
const led = (from: string, location: string, first = from) => redirected(new URL(from), location, new URL(first), resolve).then(
  ({ href }) => href,
  (error: unknown) => (error instanceof FeedFault ? [error.code, error.mayPass] : error),
)

describe('a redirect', () => {
  it.each([
    [open, '/next', 'http://203.0.113.7/next'],
    [open, secure, secure],
    [secure, 'https://198.51.100.2/', 'https://198.51.100.2/'],
    [inside, 'http://192.168.0.9/', 'http://192.168.0.9/'],
    [inside, open, open],
  ])('from %s to %s is followed', async (from, location, to) => {
    expect(await led(from, location)).toBe(to)
  })

  it.each([open, 'http://203.0.113.7:8443/', 'HTTP://203.0.113.7/'])('from https to %s is refused, for ever', async (location) => {
    expect(await led(secure, location)).toEqual(['redirect-insecure', false])
  })

  it.each(['10.1.2.3', '127.0.0.1', '2130706433', '0x7f.1', '169.254.169.254', '172.16.0.1', '192.168.1.1', '100.64.0.1', '0.0.0.0', '[::1]', '[fd00::1]', '[fe80::1]', '[::ffff:10.1.2.3]', 'localhost', 'printer.localhost'])('from the web to %s is refused, for ever', async (host) => {
    expect(await led(secure, `https://${host}/`)).toEqual(['redirect-private', false])
    expect(await led(open, `http://${host}/`)).toEqual(['redirect-private', false])
  })

  it('to a name is judged by the very address that is connected to', async () => {
    const answers = ['203.0.113.9', '127.0.0.1']
    const names = heldNames(() => Promise.resolve([{ address: answers.shift() ?? '', family: 4 }]))
    await expect(redirected(new URL(open), 'http://turns.example/', new URL(open), names)).resolves.toBeDefined()
    const connected = await new Promise((done) => lookupOf(names)('turns.example', { all: true }, (_error, addresses) => done(addresses)))
    expect(connected).toEqual([{ address: '203.0.113.9', family: 4 }])
    const inward = heldNames(() => Promise.resolve([{ address: '203.0.113.9', family: 4 }, { address: '10.1.2.3', family: 4 }]))
    await expect(redirected(new URL(open), 'http://both.example/', new URL(open), inward)).rejects.toMatchObject({ code: 'redirect-private' })
  })

  it('is judged by the address the person gave, not by the last one', async () => {
    expect(await led(open, inside, inside)).toBe(inside)
    expect(await led(inside, 'http://10.1.2.4/', open)).toEqual(['redirect-private', false])
  })

  it.each(['file:///etc/passwd', 'ftp://203.0.113.7/', 'javascript:1', 'http://user:pw@203.0.113.7/', 'http://:pw@203.0.113.7/', 'http://[bad'])('to %s is refused', async (location) => {
    expect(await led(open, location)).toEqual(['redirect-refused', false])
  })
})
