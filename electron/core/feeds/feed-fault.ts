import type { FeedProblemCode } from '#shared/feeds/feed.ts'

const passing: ReadonlySet<FeedProblemCode> = new Set(['unreachable', 'timed-out', 'rate-limited', 'server-error', 'truncated'])

/** A source that could not be read, and whether another try may help. */
export class FeedFault extends Error {
  readonly code: FeedProblemCode
  /** An instant the server asked to wait for. */
  readonly notBefore: string | null
  constructor(code: FeedProblemCode, detail: string, notBefore: string | null = null) {
    super(detail)
    this.code = code
    this.notBefore = notBefore
  }

  get mayPass(): boolean {
    return passing.has(this.code)
  }

  static ofStatus(status: number, notBefore: string | null): FeedFault {
    const detail = `the server answered ${status}`
    if (status === 401 || status === 403 || status === 407) return new FeedFault(status === 407 ? 'proxy-failed' : 'not-allowed', detail)
    if (status === 404 || status === 410) return new FeedFault('not-found', detail)
    if (status === 429 || status === 503) return new FeedFault('rate-limited', detail, notBefore)
    return new FeedFault(status >= 500 ? 'server-error' : 'not-a-feed', detail)
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '')

const timeouts = new Set(['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'ETIMEDOUT'])
const cuts = new Set(['UND_ERR_SOCKET', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'ECONNRESET', 'Z_BUF_ERROR', 'Z_DATA_ERROR', 'HPE_INVALID_CHUNK_SIZE', 'ERR_STREAM_PREMATURE_CLOSE'])

/** What went wrong, in our words. An abort by the person goes on as it is. */
export function faultOf(error: unknown, signal: AbortSignal | undefined, isProxied: boolean): FeedFault {
  signal?.throwIfAborted()
  if (error instanceof FeedFault) return error
  const code = codeOf(error)
  const detail = error instanceof Error ? error.message : 'the request failed'
  if (/CERT|SSL|TLS/.test(code)) return new FeedFault('certificate', detail)
  if (isProxied && (code === 'ECONNREFUSED' || code === 'UND_ERR_ABORTED' || /proxy/i.test(detail))) return new FeedFault('proxy-failed', detail)
  // The person's own abort is out of the way: what else ends a download is our patience.
  if (timeouts.has(code) || (error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError'))) return new FeedFault('timed-out', detail)
  return cuts.has(code) ? new FeedFault('truncated', detail) : new FeedFault('unreachable', detail)
}
