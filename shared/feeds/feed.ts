import { z } from 'zod'
import { Instant } from '#shared/time.ts'

/** `folder`: what appears in a folder is imported; `web`: an address that gives RSS, Atom, OCDS, a JSON list, a table or a notice page. */
export const FeedKind = z.enum(['folder', 'web'])
export type FeedKind = z.infer<typeof FeedKind>

/** Why a feed brought nothing: each is one remedy for the user. */
export const FeedProblemCode = z.enum([
  'unreachable',
  'timed-out',
  'not-allowed',
  'not-found',
  'rate-limited',
  'server-error',
  'too-large',
  'truncated',
  'redirect-loop',
  'redirect-refused',
  'redirect-insecure',
  'redirect-private',
  'proxy-failed',
  'certificate',
  'secret-missing',
  'not-a-feed',
  'folder-missing',
  'pages-left',
  'failed',
])
export type FeedProblemCode = z.infer<typeof FeedProblemCode>

/** `detail` is for the log, in plain English. */
export const FeedProblem = z.object({ code: FeedProblemCode, detail: z.string() })
export type FeedProblem = z.infer<typeof FeedProblem>

export const everyMinutes = { least: 5, most: 7 * 24 * 60, usual: 60 } as const

const webAddress = z.url({ protocol: /^https?$/ }).max(2000).regex(/^https?:\/\/[^/?#@]+(?:[/?#]|$)/i)

export const FeedSettings = z.object({
  name: z.string().trim().min(1).max(100),
  everyMinutes: z.int().min(everyMinutes.least).max(everyMinutes.most),
  /** Only for `web`: a proxy without credentials in its address; the header the key is sent in. Key and password lie in the key store. */
  proxy: webAddress.nullable(),
  proxyUser: z.string().max(200).nullable(),
  keyHeader: z.string().regex(/^[A-Za-z0-9-]{1,60}$/).nullable(),
})
export type FeedSettings = z.infer<typeof FeedSettings>

export const FeedAddress = webAddress

export const FeedCounts = z.object({ added: z.int(), updated: z.int(), unchanged: z.int(), rejected: z.int() })

export const Feed = FeedSettings.extend({
  id: z.string(),
  kind: FeedKind,
  /** The address, or the folder's name. */
  place: z.string(),
  isOn: z.boolean(),
  lastRunAt: Instant.nullable(),
  nextRunAt: Instant.nullable(),
  /** Of the last run that brought something; null before. `isUnchanged`: the source said that it has nothing new. */
  counts: FeedCounts.nullable(),
  isUnchanged: z.boolean(),
  runId: z.string().nullable(),
  problem: FeedProblem.nullable(),
  failures: z.int(),
})
export type Feed = z.infer<typeof Feed>

const minute = 60_000
const longestPause = 24 * 60 * minute

/** When a feed runs next: its interval, doubled for each failure in a row up to a day; later where the server asked for it. Instants. */
export function nextRunAfter(now: string, { everyMinutes, failures, notBefore }: { everyMinutes: number; failures: number; notBefore: string | null }): string {
  const usual = everyMinutes * minute
  const pause = failures === 0 ? usual : Math.min(usual * 2 ** Math.min(failures, 20), Math.max(longestPause, usual))
  const next = new Date(Date.parse(now) + pause).toISOString()
  return notBefore !== null && notBefore > next ? notBefore : next
}

/** Seconds or an HTTP date as an instant; null where it is neither. */
export function retryAfter(header: string | null, now: string): string | null {
  if (header === null) return null
  const text = header.trim()
  if (/^\d{1,9}$/.test(text)) return new Date(Date.parse(now) + Number(text) * 1000).toISOString()
  const at = Date.parse(text)
  return Number.isNaN(at) ? null : new Date(at).toISOString()
}
