import { ORPCError } from '@orpc/server'

/** Expected errors are values of the contract; anything else is a bug and is logged with its stack. */
export async function logUnexpected<T>(call: { next(): Promise<T> }): Promise<T> {
  try {
    return await call.next()
  } catch (error) {
    const isExpected = error instanceof ORPCError && (error.defined || error.code === 'BAD_REQUEST')
    const isAbort = error instanceof Error && error.name === 'AbortError'
    if (!isExpected && !isAbort) console.error(error)
    throw error
  }
}
