import { createWriteStream } from 'node:fs'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import type { Dispatcher } from 'undici'
import { FeedFault, faultOf } from '#core/feeds/feed-fault.ts'
import { heldNames, lookupOf, type Resolve } from '#core/feeds/names.ts'
import { redirected } from '#core/feeds/redirect.ts'
import { retryAfter } from '#shared/feeds/feed.ts'

export type Secrets = { key: { header: string; value: string } | null; proxy: { url: string; authorization: string | null } | null }
/** `resolve` looks up names; the system's where there is none. */
export type DownloadDeps = { now: () => Date; wait: (ms: number, signal?: AbortSignal) => Promise<void>; resolve?: Resolve }
export type Asked = { url: string; target: string; etag: string | null; lastModified: string | null; secrets: Secrets; signal?: AbortSignal | undefined; limits?: Partial<Limits> }
export type Downloaded = { isUnchanged: true } | { isUnchanged: false; etag: string | null; lastModified: string | null; type: string | null; url: string }

export type Limits = { bytes: number; connectMs: number; silenceMs: number; wholeMs: number; redirects: number; tries: number; longestWaitMs: number; gapMs: number }
const usual: Limits = { bytes: 512 * 1024 * 1024, connectMs: 15_000, silenceMs: 30_000, wholeMs: 20 * 60_000, redirects: 5, tries: 3, longestWaitMs: 60_000, gapMs: 1_000 }

/** When a host was last asked: no source is asked faster than once a second. */
const lastAsked = new Map<string, number>()

/** Fetches an address into a file: asks whether it changed, follows few redirects and none to elsewhere, waits as told, gives up at the limits. Throws `FeedFault`. */
export async function download(asked: Asked, deps: DownloadDeps): Promise<Downloaded> {
  const limits = { ...usual, ...asked.limits }
  const names = heldNames(deps.resolve)
  const timeouts = { connect: { timeout: limits.connectMs }, headersTimeout: limits.silenceMs, bodyTimeout: limits.silenceMs }
  const { proxy } = asked.secrets
  const { Agent, ProxyAgent } = await import('undici')
  const dispatcher = proxy === null ? new Agent({ ...timeouts, connect: { ...timeouts.connect, lookup: lookupOf(names) } }) : new ProxyAgent({ ...timeouts, uri: proxy.url, ...(proxy.authorization === null ? {} : { token: proxy.authorization }) })
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        return await follow(asked, limits, { dispatcher, names }, deps)
      } catch (error) {
        const fault = faultOf(error, asked.signal, proxy !== null)
        const pause = pauseBefore(fault, attempt, limits, deps.now())
        if (pause === null) throw fault
        await deps.wait(pause, asked.signal)
      }
    }
  } finally {
    // Nothing waits for it: a proxy that is silent would be waited for once more.
    dispatcher.destroy().catch(() => undefined)
  }
}

/** Milliseconds before another try: one second, then four …, or what the server asked for; null: it is no use today. */
function pauseBefore(fault: FeedFault, attempt: number, limits: Limits, now: Date): number | null {
  if (!fault.mayPass || attempt >= limits.tries) return null
  const asked = fault.notBefore === null ? 0 : Date.parse(fault.notBefore) - now.getTime()
  return asked > limits.longestWaitMs ? null : Math.max(asked, 1000 * 4 ** (attempt - 1))
}

async function follow(asked: Asked, limits: Limits, { dispatcher, names }: { dispatcher: Dispatcher; names: Resolve }, deps: DownloadDeps): Promise<Downloaded> {
  const first = new URL(asked.url)
  let url = first
  for (let redirects = 0; redirects <= limits.redirects; redirects++) {
    const answer = await ask(url, first, asked, limits, dispatcher, deps)
    if (!('location' in answer)) return answer
    url = await redirected(url, answer.location, first, names)
  }
  throw new FeedFault('redirect-loop', `more than ${limits.redirects} redirects`)
}

async function keepGap(host: string, limits: Limits, deps: DownloadDeps, signal?: AbortSignal): Promise<void> {
  const now = deps.now().getTime()
  const free = (lastAsked.get(host) ?? Number.NEGATIVE_INFINITY) + limits.gapMs
  lastAsked.set(host, Math.max(now, free))
  if (free > now) await deps.wait(free - now, signal)
}

async function ask(url: URL, first: URL, asked: Asked, limits: Limits, dispatcher: Dispatcher, deps: DownloadDeps): Promise<Downloaded | { location: string }> {
  await keepGap(url.host, limits, deps, asked.signal)
  const { key } = asked.secrets
  const { request } = await import('undici')
  const headers: Record<string, string> = { 'accept': '*/*', 'accept-encoding': 'gzip, deflate, br', 'user-agent': 'Bidwright' }
  // A key is for the one it was given for.
  if (key !== null && url.origin === first.origin) headers[key.header] = key.value
  if (asked.etag !== null) headers['if-none-match'] = asked.etag
  if (asked.lastModified !== null) headers['if-modified-since'] = asked.lastModified
  const whole = AbortSignal.timeout(limits.wholeMs)
  // A proxy that takes the call and says nothing is told by no other clock.
  const signal = asked.signal === undefined ? whole : AbortSignal.any([whole, asked.signal])
  const response = await within(limits.connectMs + limits.silenceMs, request(url, { dispatcher, headers, signal }))
  const header = (name: string): string | null => {
    const value = response.headers[name]
    return (Array.isArray(value) ? value[0] : value) ?? null
  }
  if (response.statusCode === 200) {
    await save(response.body, { encoding: header('content-encoding'), length: header('content-length'), target: asked.target, limits, signal })
    return { isUnchanged: false, etag: header('etag'), lastModified: header('last-modified'), type: header('content-type'), url: url.href }
  }
  response.body.on('error', () => undefined).destroy()
  const location = header('location')
  if (response.statusCode === 304) return { isUnchanged: true }
  if (response.statusCode >= 300 && response.statusCode < 400 && location !== null) return { location }
  throw FeedFault.ofStatus(response.statusCode, retryAfter(header('retry-after'), deps.now().toISOString()))
}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new DOMException('no answer', 'TimeoutError')), ms)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

const decoders: Readonly<Record<string, () => Transform>> = { 'gzip': createGunzip, 'x-gzip': createGunzip, 'deflate': createInflate, 'br': createBrotliDecompress }

type Saving = { encoding: string | null; length: string | null; target: string; limits: Limits; signal: AbortSignal }

async function save(body: Dispatcher.ResponseData['body'], { encoding, length, target, limits, signal }: Saving): Promise<void> {
  const tooLarge = () => new FeedFault('too-large', `more than ${limits.bytes} bytes`)
  if (length !== null && Number(length) > limits.bytes) {
    body.on('error', () => undefined).destroy()
    throw tooLarge()
  }
  let bytes = 0
  // After decompression: a small answer may unfold into a large one.
  const cap = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      done(bytes > limits.bytes ? tooLarge() : null, chunk)
    },
  })
  const decoder = decoders[(encoding ?? '').toLowerCase()]?.()
  const file = createWriteStream(target)
  await (decoder ? pipeline(body, decoder, cap, file, { signal }) : pipeline(body, cap, file, { signal }))
}
