import { m } from '#renderer/paraglide/messages.js'
import type { FeedProblemCode } from '#shared/feeds/feed.ts'

const problems: Record<FeedProblemCode, () => string> = {
  'unreachable': m.feeds_p_unreachable,
  'timed-out': m.feeds_p_timed_out,
  'not-allowed': m.feeds_p_not_allowed,
  'not-found': m.feeds_p_not_found,
  'rate-limited': m.feeds_p_rate_limited,
  'server-error': m.feeds_p_server_error,
  'too-large': m.feeds_p_too_large,
  'truncated': m.feeds_p_truncated,
  'redirect-loop': m.feeds_p_redirect_loop,
  'redirect-refused': m.feeds_p_redirect_refused,
  'redirect-insecure': m.feeds_p_redirect_insecure,
  'redirect-private': m.feeds_p_redirect_private,
  'proxy-failed': m.feeds_p_proxy_failed,
  'certificate': m.feeds_p_certificate,
  'secret-missing': m.feeds_p_secret_missing,
  'not-a-feed': m.feeds_p_not_a_feed,
  'folder-missing': m.feeds_p_folder_missing,
  'pages-left': m.feeds_p_pages_left,
  'failed': m.feeds_p_failed,
}

/** What is wrong and what to do about it. */
export const problemText = (code: FeedProblemCode): string => problems[code]()

/** Minutes between two readings, as offered. */
export const intervals = [15, 30, 60, 240, 720, 1440] as const

export const intervalText = (minutes: number): string => (minutes < 60 || minutes % 60 !== 0 ? m.feeds_every_minutes({ minutes }) : m.feeds_every_hours({ hours: minutes / 60 }))
