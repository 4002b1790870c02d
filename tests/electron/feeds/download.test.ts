import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { download, type Asked } from '#core/feeds/download.ts'
import type { Resolve } from '#core/feeds/names.ts'
import { openProxy, openServer, status, text } from './misbehaving-server.ts'

let server: Awaited<ReturnType<typeof openServer>>
let folder: string
let target: string
let waits: number[]

beforeEach(async () => {
  server = await openServer()
  folder = mkdtempSync(join(tmpdir(), 'bidwright-download-'))
  target = join(folder, 'answer')
  waits = []
})
afterEach(() => {
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

const fetched = (path: string, more: Partial<Asked> = {}, resolve?: Resolve) =>
  download(
    { url: server.url(path), target, etag: null, lastModified: null, secrets: { key: null, proxy: null }, ...more, limits: { gapMs: 0, silenceMs: 300, connectMs: 2_000, ...more.limits } },
    { now: () => new Date('2026-11-22T02:00:00.000Z'), wait: (ms) => (waits.push(ms), Promise.resolve()), ...(resolve === undefined ? {} : { resolve }) },
  )
const fault = (path: string, more: Partial<Asked> = {}) => fetched(path, more).then(
  () => 'no fault',
  (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
)

describe('a download', () => {
  test('asks with what it was told last time, and hears that nothing changed', async () => {
    server.on('/a', (request, response) => (request.headers['if-none-match'] === '"1"' && request.headers['if-modified-since'] === 'Mon' ? response.writeHead(304).end() : response.writeHead(200, { etag: '"1"', 'last-modified': 'Mon' }).end('hello')))
    expect(await fetched('/a')).toMatchObject({ isUnchanged: false, etag: '"1"', lastModified: 'Mon' })
    expect(readFileSync(target, 'utf8')).toBe('hello')
    expect(await fetched('/a', { etag: '"1"', lastModified: 'Mon' })).toEqual({ isUnchanged: true })
  })

  test('tries again with growing pauses, and as long as the server asks for', async () => {
    server.on('/b', status(500), status(502), text('late'))
    await fetched('/b')
    expect(waits).toEqual([1000, 4000])
    waits.length = 0
    server.on('/c', status(429, { 'retry-after': '7' }), text('late'))
    await fetched('/c')
    expect(waits).toEqual([7000])
    waits.length = 0
    server.on('/d', status(503, { 'retry-after': 'Sun, 22 Nov 2026 02:00:09 GMT' }), text('late'))
    await fetched('/d')
    expect(waits).toEqual([9000])
  })

  test('gives up where it is no use, and says why', async () => {
    server.on('/500', status(500))
    expect(await fault('/500')).toBe('server-error')
    expect(server.asked).toHaveLength(3)
    server.on('/429', status(429, { 'retry-after': '3600' }))
    await expect(fetched('/429')).rejects.toMatchObject({ code: 'rate-limited', notBefore: '2026-11-22T03:00:00.000Z' })
    server.on('/401', status(401))
    expect(await fault('/401')).toBe('not-allowed')
    expect(await fault('/none')).toBe('not-found')
    expect(await fault('/a', { url: 'http://127.0.0.1:9/' })).toBe('unreachable')
  })

  test('does not wait for ever: for an answer, nor within one', async () => {
    server.on('/silent', () => undefined)
    expect(await fault('/silent', { limits: { tries: 1 } })).toBe('timed-out')
    server.on('/stalls', (_request, response) => response.writeHead(200).write('half'))
    expect(await fault('/stalls', { limits: { tries: 1 } })).toBe('timed-out')
  })

  test('ends a download that trickles on past all patience', async () => {
    server.on('/trickle', (_request, response) => {
      response.writeHead(200)
      const timer = setInterval(() => response.write('x'), 20)
      response.on('close', () => clearInterval(timer))
    })
    expect(await fault('/trickle', { limits: { tries: 1, wholeMs: 400 } })).toBe('timed-out')
  })

  test('knows an answer that was cut off', async () => {
    server.on('/cut', (_request, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('half')
      setTimeout(() => response.destroy(), 50)
    })
    expect(await fault('/cut', { limits: { tries: 1 } })).toBe('truncated')
    server.on('/gzip-cut', text(gzipSync('x'.repeat(100_000)).subarray(0, 60), { 'content-encoding': 'gzip' }))
    server.on('/chunks', (_request, response) => {
      response.writeHead(200, { 'transfer-encoding': 'chunked' }).write('half')
      setTimeout(() => response.destroy(), 50)
    })
    expect(await fault('/chunks', { limits: { tries: 1 } })).toBe('truncated')
    expect(await fault('/gzip-cut', { limits: { tries: 1 } })).toBe('truncated')
  })

  test('follows a few redirects, but neither in circles nor to elsewhere', async () => {
    server.on('/1', status(302, { location: '/2' }))
    server.on('/2', text('there'))
    await fetched('/1')
    expect(readFileSync(target, 'utf8')).toBe('there')
    server.on('/loop', status(302, { location: '/loop' }))
    expect(await fault('/loop')).toBe('redirect-loop')
    for (const location of ['file:///etc/passwd', 'ftp://127.0.0.1/x', 'http://user:pw@127.0.0.1/', 'javascript:1', 'http://[bad']) {
      server.on('/away', status(302, { location }))
      expect([location, await fault('/away')]).toEqual([location, 'redirect-refused'])
    }
  })

  test('connects to the address its name had at first, whatever the name says a moment later', async () => {
    const said: string[] = []
    const resolve: Resolve = (hostname) => {
      said.push(hostname)
      // The second answer leads nowhere: who asked again would not arrive.
      return Promise.resolve([{ address: said.length === 1 ? '127.0.0.1' : '192.0.2.1', family: 4 }])
    }
    const named = server.url('/a').replace('127.0.0.1', 'feed.example')
    server.on('/a', status(500), status(302, { 'location': '/b', 'connection': 'close' }))
    server.on('/b', text('there'))
    await fetched('/a', { url: named }, resolve)
    expect(readFileSync(target, 'utf8')).toBe('there')
    expect(said).toEqual(['feed.example'])
  })

  test('gives its key to the server it is for, and to no other', async () => {
    const other = await openServer()
    const secrets = { key: { header: 'x-api-key', value: 'k' }, proxy: null }
    other.on('/b', text('there'))
    server.on('/a', status(302, { location: other.url('/b') }))
    await fetched('/a', { secrets })
    expect(server.asked[0]?.headers['x-api-key']).toBe('k')
    expect(other.asked[0]?.headers['x-api-key']).toBeUndefined()
    other.close()
  })

  test('stops at the size it takes: announced, endless, or folded small', async () => {
    const limits = { bytes: 1_000_000, tries: 1 }
    server.on('/announced', (_request, response) => response.writeHead(200, { 'content-length': String(2 * 1024 ** 3) }).write('x'))
    expect(await fault('/announced', { limits })).toBe('too-large')
    server.on('/endless', (_request, response) => {
      const chunk = Buffer.alloc(64 * 1024)
      const pump = (): void => {
        while (!response.destroyed && response.write(chunk));
        response.once('drain', pump)
      }
      response.writeHead(200)
      pump()
    })
    expect(await fault('/endless', { limits })).toBe('too-large')
    server.on('/bomb', text(gzipSync(Buffer.alloc(50_000_000)), { 'content-encoding': 'gzip' }))
    expect(await fault('/bomb', { limits })).toBe('too-large')
    expect(existsSync(target) ? readFileSync(target).length : 0).toBeLessThanOrEqual(1_000_000)
  })

  test('keeps a distance between two requests to one host', async () => {
    server.on('/a', text('x'))
    await fetched('/a', { limits: { gapMs: 1000 } })
    await fetched('/a', { limits: { gapMs: 1000 } })
    expect(waits).toEqual([1000])
  })

  test('goes through a proxy, with its password', async () => {
    server.on('/a', text('there'))
    const proxy = await openProxy('Basic dTpw')
    const secrets = (authorization: string | null) => ({ key: null, proxy: { url: proxy.url, authorization } })
    await fetched('/a', { secrets: secrets('Basic dTpw') })
    expect(readFileSync(target, 'utf8')).toBe('there')
    expect(proxy.tunnels).toBe(1)
    expect(await fault('/a', { secrets: secrets('Basic wrong'), limits: { tries: 1 } })).toBe('proxy-failed')
    proxy.close()
    expect(await fault('/a', { secrets: secrets(null), limits: { tries: 1 } })).toBe('proxy-failed')
  })

  test('does not wait for a proxy that says nothing', async () => {
    const silent = await openProxy(null)
    expect(await fault('/a', { secrets: { key: null, proxy: { url: silent.url, authorization: null } }, limits: { tries: 1, connectMs: 300 } })).toBe('timed-out')
    silent.close()
  })
})
