import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Pdf from 'pdfkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FileFormat } from '#shared/documents/contract.ts'
import type { Printout } from '#shared/documents/printable.ts'
import { PrintableVolume } from '#shared/documents/volume.ts'
import { arranged } from '#shared/templates/arrangement.ts'
import type { Attachment } from '#shared/files/stored-file.ts'
import { inspectPdf, missingPdfTools, squeezed } from '../../support/pdf-tools.ts'
import { jpeg, png } from '../../support/pictures.ts'
import { openTestCore, type TestCore } from '../../support/workspace.ts'
import { partsOf } from '../../support/zip-parts.ts'

/** Written into every place of a bid that the buyer must not read, in a form no layout would produce by chance. */
const unitCost = '1653.7319'
const spoken = ['1653.7319', '1,653.7319', '1653.73', '1,653.73']
const words = ['SECRETCOST', '机密供应商', '机密成本行', '机密备注']

let core: TestCore
let bidId = ''

/** Notes a JPEG the way cameras and editors do, and behind its end. */
const notedJpeg = (): Buffer => {
  const note = Buffer.from('SECRETCOST 1653.7319')
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, note.length + 2]), note])
  const plain = jpeg(6)
  return Buffer.concat([plain.subarray(0, 2), comment, plain.subarray(2), note])
}

const notedPng = (): Buffer => {
  const plain = png(40, 30)
  const text = Buffer.from('Comment\0SECRETCOST 1653.7319')
  const head = Buffer.alloc(8)
  head.writeUInt32BE(text.length)
  head.write('tEXt', 4, 'latin1')
  return Buffer.concat([plain.subarray(0, 33), head, text, Buffer.alloc(4), plain.subarray(33)])
}

const notedPdf = (): Promise<Buffer> =>
  new Promise((resolve) => {
    const pdf = new Pdf({ info: { Title: 'SECRETCOST 1653.7319', Author: 'SECRETCOST', Keywords: '1653.7319' } })
    pdf.file(Buffer.from('SECRETCOST 1653.7319'), { name: 'SECRETCOST.txt' })
    pdf.text('certificate')
    const parts: Buffer[] = []
    pdf.on('data', (part: Buffer) => parts.push(part))
    pdf.on('end', () => resolve(Buffer.concat(parts)))
    pdf.end()
  })

const attach = async (name: string, bytes: Buffer): Promise<Attachment> => {
  const path = join(core.folder, name)
  writeFileSync(path, bytes)
  const [added] = await core.client.files.add({ tokens: [core.grant(path)] })
  if (added?.ok !== true) throw new Error(`${name} was not taken`)
  return added.attachment
}

beforeAll(async () => {
  core = openTestCore()
  await core.client.workspace.loadSample()
  bidId = (await core.client.bids.list()).find(({ title }) => title.includes('客服'))?.id ?? ''
  const { bid } = await core.client.bids.get({ id: bidId })
  const costLines = bid.estimate.costLines.map((line) => (line.id === 'c1' ? { ...line, name: '机密成本行', note: '机密备注', unitCost: { low: unitCost, likely: unitCost, high: unitCost }, price: { ...line.price, source: '机密供应商' } } : line))
  await core.client.bids.saveEstimate({ id: bidId, version: bid.version, estimate: { ...bid.estimate, costLines } })
  const attachments = [await attach('SECRETCOST.jpg', notedJpeg()), await attach('SECRETCOST.png', notedPng()), await attach('SECRETCOST.pdf', await notedPdf())]
  const item = await core.client.library.save({ id: null, version: 0, data: { kind: 'certificate', type: 'other', name: '其他证书', number: null, issuer: null, issuedOn: null, validUntil: null, isPermanent: true, owner: '机密备注', note: '机密备注 1653.7319', attachments } })
  const { version, materials } = await core.client.materials.get({ bidId })
  await core.client.materials.save({ bidId, version, materials: [...materials, { itemId: item.id, role: null, duty: null }] })
}, 60_000)
afterAll(() => core.close())

const saved = async (volume: Printout, format: FileFormat): Promise<Buffer> => {
  const path = join(core.folder, `${volume}.${format}`)
  await core.client.documents.save({ bidId, volume, format, destination: core.grant(path) })
  return readFileSync(path)
}

const foundIn = (text: string): string[] => [...spoken, ...words].filter((secret) => text.includes(secret))

const pdfSays = (bytes: Uint8Array): string[] => {
  const { pages, info, plain } = inspectPdf(bytes)
  // Names in a file are Latin-1, UTF-16 or UTF-8; the figures are the same in the first and last.
  return foundIn([squeezed(pages.join('\n')), JSON.stringify(info), plain, Buffer.from(plain, 'latin1').toString('utf8'), plain.replaceAll('\0', '')].join('\n'))
}

const wordSays = (file: Buffer): string[] => [...partsOf(file)].flatMap(([name, part]) => foundIn(`${name} ${part} ${squeezed(part.replaceAll(/<[^>]+>/g, ''))}`))

const pngsOf = (file: Buffer): number => [...partsOf(file).keys()].filter((name) => name.startsWith('word/media/') && name.endsWith('.png')).length

const arrangements = { volumes: { isBook: false, isBlind: false }, book: { isBook: true, isBlind: false }, blind: { isBook: false, isBlind: true } }

describe.skipIf(missingPdfTools.length > 0)(`a cost planted in a bid (needs ${missingPdfTools.join(', ') || 'poppler, qpdf'})`, () => {
  it('is found in the internal sheet, so the search finds what is there', async () => {
    expect(pdfSays(await saved('internal', 'pdf'))).toEqual(expect.arrayContaining(['1,653.73', '机密成本行']))
  }, 60_000)

  it.each(Object.entries(arrangements))('is in no file for the buyer: %s, PDF and Word, text, properties, attachments', async (_, wanted) => {
    const { template } = await core.client.templates.ofBid({ bidId })
    await core.client.templates.change({ bidId, template: arranged(template, wanted) })
    let painted = 0
    for (const { volume } of (await core.client.templates.ofBid({ bidId })).template.volumes) {
      expect({ volume, says: pdfSays(await saved(PrintableVolume.parse(volume), 'pdf')) }).toEqual({ volume, says: [] })
      const word = await saved(volume, 'word')
      expect({ volume, says: wordSays(word) }).toEqual({ volume, says: [] })
      painted += pngsOf(word)
    }
    // The page of SECRETCOST.pdf was among what was searched.
    expect(painted).toBeGreaterThan(1)
  }, 120_000)

  it('is not in the list of seals; the explanation of a low price shows the cost with its proof, and neither notes nor foreign properties', async () => {
    expect(pdfSays(await saved('seals', 'pdf'))).toEqual([])
    expect(pdfSays(await saved('defence', 'pdf')).filter((secret) => ![...spoken, '机密成本行', '机密供应商'].includes(secret))).toEqual([])
  }, 60_000)
})
