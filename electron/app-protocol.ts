import { net, protocol } from 'electron'
import { join, normalize, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import { contentSecurityPolicy } from './security.ts'

/** Must run before the app is ready. */
export function declareAppProtocol(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }])
}

/** Serves the built window from `folder`, and nothing outside it, with the policy as a header. */
export function serveApp(folder: string): void {
  protocol.handle('app', async (request) => {
    const url = new URL(request.url)
    const path = decodedPath(url.pathname)
    if (url.host !== 'bundle' || path === null) return notFound()
    const file = normalize(join(folder, path))
    if (!file.startsWith(folder + sep)) return notFound()
    const found = await net.fetch(pathToFileURL(file).toString(), { bypassCustomProtocolHandlers: true }).catch(() => null)
    if (!found?.ok) return notFound()
    const headers = new Headers(found.headers)
    headers.set('Content-Security-Policy', contentSecurityPolicy)
    headers.set('X-Content-Type-Options', 'nosniff')
    return new Response(found.body, { status: 200, headers })
  })
}

function decodedPath(pathname: string): string | null {
  try {
    const path = decodeURIComponent(pathname)
    return path.includes('\\') || path.includes('\0') ? null : path
  } catch {
    return null
  }
}

const notFound = () => new Response('not found', { status: 404 })
