import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decodeBytes, detectTextEncoding, encodingOfHead, readText } from '#core/readers/text-decoding.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'text-'))
})
afterAll(() => rm(folder, { recursive: true }))

const chinese = '某公司采购智能问答系统，预算一百万元。'
const western = 'Adjudicación de contratación pública: café, señal, über, ÀÉÎÕÜ naïve'

describe('encodingOfHead', () => {
  it.each([
    ['utf-8', Buffer.from(chinese)],
    ['utf-8', Buffer.from('plain')],
    ['utf-8', Buffer.from(chinese).subarray(0, 10)],
    ['gb18030', iconv.encode(chinese, 'gb18030')],
    ['gb18030', iconv.encode(`name,金额\n${chinese}`, 'gbk')],
    ['latin1', iconv.encode(western, 'latin1')],
    ['utf-16le', iconv.encode('{"ocid": 1}', 'utf-16le')],
    ['utf-16be', iconv.encode('{"ocid": 1}', 'utf-16be')],
    ['utf-16le', iconv.encode(chinese, 'utf-16le', { addBOM: true })],
  ])('finds %s', (encoding, bytes) => {
    expect(encodingOfHead(bytes)).toBe(encoding)
  })

  it('takes bytes with zeros for no text', () => {
    expect(encodingOfHead(Buffer.from([80, 75, 3, 4, 0, 0, 1, 2]))).toBeNull()
  })
})

describe('whole files', () => {
  it.each(['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'latin1'] as const)('stream as %s without a split character, whatever the length', async (encoding) => {
    const text = `x${(encoding === 'latin1' ? western : chinese).repeat(20_000)}`
    const path = join(folder, encoding)
    await writeFile(path, iconv.encode(text, encoding, { addBOM: encoding.startsWith('utf') }))
    expect(await detectTextEncoding(path)).toBe(encoding)
    let read = ''
    for await (const piece of readText({ path: path }, encoding)) read += piece
    expect(read === text).toBe(true)
  })

  it('are no UTF-8 because of one byte far down', async () => {
    const path = join(folder, 'late')
    await writeFile(path, Buffer.concat([Buffer.from('a'.repeat(600_000)), Buffer.from([0xe9, 0x21])]))
    expect(await detectTextEncoding(path)).toBe('latin1')
  })

  it('lose their byte order mark', () => {
    expect(decodeBytes(iconv.encode('标匠', 'utf8', { addBOM: true }), 'utf-8')).toBe('标匠')
  })
})
