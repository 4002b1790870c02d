import { lookup, type LookupAddress } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { callbackify, promisify } from 'node:util'

/** The addresses of a host's name. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>

const asked: Resolve = (hostname) => promisify(lookup)(hostname, { all: true })

/** Looks each name up once: what was judged by its address is connected to at that address, whatever its name says a moment later. A failure is not kept. */
export function heldNames(resolve: Resolve = asked): Resolve {
  const held = new Map<string, Promise<readonly LookupAddress[]>>()
  return (hostname) => {
    const known = held.get(hostname)
    if (known !== undefined) return known
    const found = resolve(hostname)
    held.set(hostname, found)
    found.catch(() => held.delete(hostname))
    return found
  }
}

/** The same names, as a connection asks for them. */
export function lookupOf(names: Resolve): LookupFunction {
  const ask = callbackify(names)
  return (hostname, { all, family }, done) =>
    ask(hostname, (error: Error | null, found) => {
      if (error !== null) return done(error, '')
      const fitting = found.filter((each) => (family === 4 || family === 6 ? each.family === family : true))
      const [first] = fitting
      if (first === undefined) return done(Object.assign(new Error(`no address of ${hostname}`), { code: 'ENOTFOUND' }), '')
      if (all === true) done(null, [...fitting])
      else done(null, first.address, first.family)
    })
}
