import { load } from 'cheerio'
import { isParseable } from '#core/readers/notice/page-text.ts'
import type { ListedDocument } from '#shared/tenders/tender.ts'

/** What people hand out as a file, by the ending of its name. */
const fileName = /\.(pdf|docx?|wps|xlsx?|et|ofd|zip|rar|7z|dwg|zbwj|czbwj)$/i

const longestUrl = 4000

function resolved(href: string, base: string | null): string | null {
  if (!/^https?:\/\//i.test(href) && base === null) return null
  if (!URL.canParse(href, base ?? undefined)) return null
  const url = new URL(href, base ?? undefined)
  return /^https?:$/.test(url.protocol) && url.href.length <= longestUrl ? url.href : null
}

/** The path's last part as people read it: a name that is no valid percent-encoding stays as it is. */
function nameIn(href: string): string {
  const last = href.split(/[?#]/)[0]?.split('/').at(-1) ?? ''
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}

/**
 * The attachments a saved page links to: links whose words or address end like a file's name, and the portals' own marks (`a.bizDownload`,
 * procurement-rules §7.1). A relative address needs the page's own, `pageUrl` or its `base`; without it, only the name is known.
 */
export function pageAttachments(html: string, pageUrl: string | null): ListedDocument[] {
  if (!isParseable(html)) return []
  const $ = load(html)
  const declared = $('base[href]').attr('href') ?? $('link[rel="canonical"]').attr('href') ?? null
  const base = declared !== null && URL.canParse(declared) ? declared : pageUrl
  const listed = new Map<string, ListedDocument>()
  for (const link of $('a').toArray()) {
    const href = (link.attribs['href'] ?? '').trim()
    const words = $(link).text().replace(/\s+/g, ' ').trim()
    const name = [words, link.attribs['download'] ?? '', link.attribs['title'] ?? '', nameIn(href)].map((each) => each.trim()).find((each) => fileName.test(each))
    const isMarked = (link.attribs['class'] ?? '').split(/\s+/).includes('bizDownload')
    if (name === undefined && !(isMarked && words !== '')) continue
    const title = (words === '' ? (name ?? '') : words).slice(0, 1000)
    const url = href === '' || /^(?:#|javascript:)/i.test(href) ? null : resolved(href, base)
    listed.set(url ?? title, { title, type: null, url, format: fileName.exec(name ?? '')?.[1]?.toLowerCase() ?? null, publishedAt: null })
  }
  return [...listed.values()]
}
