import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { connect, type Socket } from 'node:net'

export type Answer = (request: IncomingMessage, response: ServerResponse) => void

function portOf(server: Server): number {
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the server does not listen')
  return address.port
}

/** A server on this computer that answers as each test wants, and remembers what it was asked. */
export async function openServer() {
  const asked: { path: string; headers: IncomingMessage['headers'] }[] = []
  const answers = new Map<string, Answer[]>()
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push({ path, headers: request.headers })
    const list = answers.get(path) ?? []
    const answer = list.length > 1 ? list.shift() : list[0]
    if (answer) answer(request, response)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const port = portOf(server)
  return {
    asked,
    url: (path: string) => `http://127.0.0.1:${port}${path}`,
    /** One answer after the other; the last one stays. */
    on: (path: string, ...list: Answer[]) => answers.set(path, list),
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

export const text = (body: string | Buffer, headers: Record<string, string> = {}): Answer => (_request, response) => response.writeHead(200, headers).end(body)
export const status = (code: number, headers: Record<string, string> = {}): Answer => (_request, response) => response.writeHead(code, headers).end()

/** A proxy that tunnels for who knows the password; null: it takes the call and says nothing. */
export async function openProxy(authorization: string | null) {
  const sockets = new Set<Socket>()
  const proxy = { url: '', tunnels: 0, close: () => undefined as void }
  const server = createServer()
  server.on('connection', (socket) => sockets.add(socket))
  server.on('connect', (request, socket) => {
    if (authorization === null) return
    if (request.headers['proxy-authorization'] !== authorization) return void socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n')
    proxy.tunnels += 1
    const [host = '', port = ''] = (request.url ?? '').split(':')
    const through = connect(Number(port), host, () => socket.write('HTTP/1.1 200 OK\r\n\r\n'))
    sockets.add(through)
    socket.on('error', () => through.destroy())
    through.on('error', () => socket.destroy())
    socket.pipe(through).pipe(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const port = portOf(server)
  proxy.url = `http://127.0.0.1:${port}`
  proxy.close = () => {
    for (const socket of sockets) socket.destroy()
    server.close()
  }
  return proxy
}
