/** Pages saved as one file (.mht, .mhtml): a mail-like container whose first HTML part is the page. */

const headerEnd = /\r?\n\r?\n/

const header = (head: string, name: string): string => new RegExp(`^${name}:\\s*([^\\r\\n]*(?:\\r?\\n[ \\t][^\\r\\n]*)*)`, 'im').exec(head)?.[1]?.replace(/\s+/g, ' ') ?? ''

const fromQuotedPrintable = (text: string): Buffer => {
  const joined = text.replace(/=\r?\n/g, '')
  return Buffer.from(joined.replace(/=([0-9A-Fa-f]{2})/g, (_match, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1')
}

const bodyOf = (part: string, head: string): Buffer => {
  const encoding = header(head, 'Content-Transfer-Encoding').toLowerCase()
  if (encoding.startsWith('base64')) return Buffer.from(part, 'base64')
  return encoding.startsWith('quoted-printable') ? fromQuotedPrintable(part) : Buffer.from(part, 'latin1')
}

const split = (text: string): { head: string; body: string } | null => {
  const end = headerEnd.exec(text)
  return end ? { head: text.slice(0, end.index), body: text.slice(end.index + end[0].length) } : null
}

/** The bytes of the page inside a saved web archive; null when the file is none. */
export const pageInMht = (bytes: Uint8Array): Uint8Array | null => {
  const start = Buffer.from(bytes.subarray(0, 4000)).toString('latin1')
  if (!/^(?:From|MIME-Version|Subject|Date|Snapshot-Content-Location|Content-Type):/i.test(start) || !/multipart\/related/i.test(start)) return null
  const whole = split(Buffer.from(bytes).toString('latin1'))
  const boundary = whole && /boundary="?([^";\s]+)"?/i.exec(header(whole.head, 'Content-Type'))?.[1]
  if (!whole || !boundary) return null
  for (const piece of whole.body.split(`--${boundary}`)) {
    const part = split(piece.replace(/^\r?\n/, ''))
    if (part && /text\/html/i.test(header(part.head, 'Content-Type'))) return bodyOf(part.body, part.head)
  }
  return null
}
