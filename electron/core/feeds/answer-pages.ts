import { join } from 'node:path'
import { download, type DownloadDeps, type Secrets } from '#core/feeds/download.ts'
import { detectKind } from '#core/readers/detect-kind.ts'
import { wholeText } from '#core/readers/open-text.ts'

/** Pages of one OCDS answer that are followed. */
const mostPages = 200
/** Characters of a page that are looked through for the next one. */
const longestPage = 16 * 1024 * 1024

type Page = { path: string; url: string }

/** The pages of an OCDS answer, one after the other, and what of them could not be followed. */
export async function collectPages(first: Page, folder: string, asked: { secrets: Secrets; signal: AbortSignal | undefined }, deps: DownloadDeps): Promise<{ paths: string[]; left: string | null }> {
  const paths = [first.path]
  let page = first
  while ((await detectKind(page.path)) === 'ocds') {
    const next = await nextPage(page, asked.signal)
    if (next === null) break
    if (!next.isFollowed) return { paths, left: next.url }
    if (paths.length === mostPages) return { paths, left: `more than ${mostPages} pages` }
    const path = join(folder, `page-${paths.length + 1}.json`)
    const got = await download({ url: next.url, target: path, etag: null, lastModified: null, ...asked }, deps)
    if (got.isUnchanged) break
    paths.push(path)
    page = { path, url: got.url }
  }
  return { paths, left: null }
}

/** The next page an OCDS package names (`links.next`); followed on the same server only. */
async function nextPage({ path, url: from }: Page, signal: AbortSignal | undefined): Promise<{ url: string; isFollowed: boolean } | null> {
  const whole = await wholeText({ name: '', path, ...(signal ? { signal } : {}) }, longestPage)
  if (!whole.ok) return whole.code === 'file-too-large' ? { url: `a page longer than ${longestPage} characters`, isFollowed: false } : null
  const next = /"links"\s*:\s*\{[^{}]*"next"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(whole.text)?.[1]
  if (next === undefined) return null
  const address: unknown = JSON.parse(next)
  const url = typeof address === 'string' && URL.canParse(address, from) ? new URL(address, from) : null
  if (url === null || url.href === from) return null
  return { url: url.href, isFollowed: url.origin === new URL(from).origin }
}
