import { open } from 'node:fs/promises'
import { decodeBytes, encodingOfHead } from '#core/readers/text-decoding.ts'

const headBytes = 4096

const root = /^\s*(?:<\?[^>]*\?>\s*|<!--(?:(?!-->)[^])*-->\s*|<!DOCTYPE[^[>]*(?:\[[^\]]*\]\s*)?>\s*)*<(?:rss|(?:\w+:)?RDF|feed)[\s>]/

/** Whether text begins as RSS or Atom does. */
export const isFeedText = (head: string): boolean => root.test(head)

/** Whether a file begins as RSS or Atom does; what can't be opened is refused by who reads it. */
export async function isFeed(path: string): Promise<boolean> {
  const file = await open(path).catch(() => null)
  if (file === null) return false
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    const head = buffer.subarray(0, bytesRead)
    const encoding = encodingOfHead(head)
    return encoding !== null && isFeedText(decodeBytes(head, encoding))
  } finally {
    await file.close()
  }
}
