import { createHash } from 'node:crypto'
import { existsSync, openSync, closeSync, ftruncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Pdf from 'pdfkit'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openWorkspace } from '#core/db/workspace.ts'
import { imageFacts } from '#core/files/image-facts.ts'
import { backupWorkspace } from '#core/workspace/backup.ts'
import { checkWorkspace } from '#core/workspace/check.ts'
import { restoreWorkspace } from '#core/workspace/restore.ts'
import { maxFileBytes } from '#shared/files/stored-file.ts'
import { pngOf } from '../../support/png.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'

const jpeg = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//wAALCAAUACgBAREA/8QAFgABAQEAAAAAAAAAAAAAAAAAAAYH/8QAGRAAAgMBAAAAAAAAAAAAAAAAABUDFGJS/9oACAEBAAA/ALFzoOdBzoOdBzoz1xoONBxoONBxoh7UvQtS9C1L0LUvQtS9H//Z',
  'base64',
)

const pdfOf = (pages: number, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> =>
  new Promise((resolve) => {
    const parts: Buffer[] = []
    const pdf = new Pdf({ ...options, autoFirstPage: false })
    pdf.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts)))
    for (let page = 1; page <= pages; page++) pdf.addPage().text(`Page ${page}`)
    pdf.end()
  })

let core: TestCore
beforeEach(() => {
  core = openTestCore()
})
afterEach(() => core.close())

const write = (name: string, content: Buffer | string): string => {
  const path = join(core.folder, name)
  writeFileSync(path, content)
  return core.grant(path)
}

const addOne = async (name: string, content: Buffer | string) => {
  const [added] = await core.client.files.add({ tokens: [write(name, content)] })
  if (added === undefined) throw new Error('no answer')
  return added
}

describe('taking files in', () => {
  it('says what each file is by its bytes, whatever its name', async () => {
    const png = pngOf(30, 12)
    expect(await addOne('photo.pdf', png)).toEqual({
      ok: true,
      attachment: { name: 'photo.pdf', file: { id: createHash('sha256').update(png).digest('hex'), mediaType: 'image/png', bytes: png.length, width: 30, height: 12, pages: null } },
    })
    expect(await addOne('a.txt', jpeg)).toMatchObject({ ok: true, attachment: { file: { mediaType: 'image/jpeg', width: 40, height: 20 } } })
    expect(await addOne('b', await pdfOf(3))).toMatchObject({ ok: true, attachment: { file: { mediaType: 'application/pdf', pages: 3, width: null } } })
  })

  it.each([
    ['an empty file', 'e.pdf', (): string => '', 'empty'],
    ['a text named as an image', 'notes.png', (): string => 'nothing but words', 'type-unknown'],
    ['a PDF with a password', 'secret.pdf', (): Promise<Buffer> => pdfOf(1, { userPassword: 'x', ownerPassword: 'y' }), 'locked'],
    ['a PDF that forbids copying', 'owner.pdf', (): Promise<Buffer> => pdfOf(1, { ownerPassword: 'y', permissions: { copying: false } }), 'locked'],
    ['a PDF cut off in its first object', 'cut.pdf', (): string => '%PDF-1.7\n1 0 obj\n<< /Type', 'broken'],
    ['a PNG cut off in its picture', 'cut.png', (): Buffer => pngOf(400, 400).subarray(0, 90), 'broken'],
    ['a JPEG without its end', 'cut.jpg', (): Buffer => jpeg.subarray(0, -2), 'broken'],
  ] as const)('refuses %s with its reason', async (_what, name, content, code) => {
    expect(await addOne(name, await content())).toMatchObject({ ok: false, name, code })
    expect(await core.context.workspace.db.selectFrom('storedFile').selectAll().execute()).toEqual([])
  })

  it('refuses a file over the cap and one that is gone, and still takes the others', async () => {
    const large = openSync(join(core.folder, 'large.pdf'), 'w')
    ftruncateSync(large, maxFileBytes + 1)
    closeSync(large)
    const added = await core.client.files.add({ tokens: [core.grant(join(core.folder, 'large.pdf')), core.grant(join(core.folder, 'gone.pdf')), write('ok.png', pngOf(2, 2))] })
    expect(added.map((each) => (each.ok ? 'ok' : each.code))).toEqual(['too-large', 'unreadable', 'ok'])
  })

  it('knows no path but those a person gave', async () => {
    await expect(core.client.files.add({ tokens: ['/etc/hostname'] })).rejects.toMatchObject({ code: 'FILE_UNKNOWN' })
  })

  it('stores the same content once, and gives back every byte of a file of several parts', async () => {
    const scan = pngOf(2500, 2500, 7)
    const padded = Buffer.concat([scan.subarray(0, -12), chunkOf(3 * 1024 * 1024), scan.subarray(-12)])
    const [first, second] = [await addOne('a.png', padded), await addOne('b.png', padded)]
    if (!first.ok || !second.ok) throw new Error('not stored')
    expect(second.attachment.file).toEqual(first.attachment.file)
    expect(await core.context.workspace.db.selectFrom('storedFilePart').select('no').execute()).toHaveLength(4)
    const { content, file } = await core.client.files.content({ id: first.attachment.file.id })
    expect(file.bytes).toBe(padded.length)
    expect(Buffer.from(await content.arrayBuffer()).equals(padded)).toBe(true)
  })
})

/** Random bytes in a chunk that readers skip. */
const chunkOf = (length: number): Buffer => {
  const frame = Buffer.alloc(length + 12)
  frame.writeUInt32BE(length, 0)
  frame.write('teSt', 4, 'latin1')
  for (let at = 8; at < length + 8; at++) frame.writeUInt8((at * 7919) & 255, at)
  return frame
}

describe('stored files stay with the workspace', () => {
  it('travel in a backup, and a changed byte is found', async () => {
    const added = await addOne('a.png', pngOf(64, 64))
    if (!added.ok) throw new Error('not stored')
    const backup = join(core.folder, 'copy.bidwright')
    await backupWorkspace(core.context.workspace, backup)
    const target = join(core.folder, 'elsewhere', 'w.bidwright')
    const restored = await restoreWorkspace(backup, target, (path) => openWorkspace(path, core.context.now))
    expect(restored.ok && existsSync(target)).toBe(true)
    const moved = openWorkspace(target, core.context.now)
    expect((await checkWorkspace(moved)).problems).toEqual([])
    await moved.db.updateTable('storedFilePart').set({ content: pngOf(64, 64, 9) }).execute()
    expect((await checkWorkspace(moved)).problems).toEqual([expect.stringContaining(added.attachment.file.id)])
    moved.close()
  })
})

describe('the size of an image', () => {
  it('follows the turn a camera wrote down', () => {
    const exif = Buffer.from('Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0', 'latin1')
    const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, exif.length + 2]), exif])
    expect(imageFacts(Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]))).toMatchObject({ ok: true, width: 20, height: 40, orientation: 6 })
  })

  it('refuses a small file that unpacks to a huge picture', () => {
    const bomb = pngOf(1, 1)
    bomb.writeUInt32BE(60_000, 16)
    bomb.writeUInt32BE(60_000, 20)
    expect(imageFacts(bomb)).toMatchObject({ ok: false, code: 'image-too-large' })
  })
})
