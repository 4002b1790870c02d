import { describe, expect, it } from 'vitest'
import { openFonts } from '#core/documents/fonts.ts'
import { openPainter, type Painted } from '#core/documents/word/sheet-painter.ts'
import { sourcePdf, writtenPdf } from '../../support/source-pdf.ts'
import { pdfium } from '../../support/workspace.ts'

const fonts = openFonts('node_modules/@expo-google-fonts')
const room = { width: 400, height: 400 }

const paint = async (bytes: Uint8Array, page = 1, msPerPage?: number): Promise<Painted | null> => {
  const sheets = (await openPainter(pdfium, fonts, msPerPage)).open(bytes)
  const painted = sheets?.paint(page, room) ?? null
  sheets?.close()
  return painted
}

const colourAt = ({ pixels, width, height }: Painted, shareX: number, shareY: number): readonly number[] => {
  const at = (Math.floor(shareY * height) * width + Math.floor(shareX * width)) * 4
  return [...pixels.subarray(at, at + 3)]
}

/** Pixels that are not white in a strip across the page, as shares of its height. */
const inkIn = ({ pixels, width, height }: Painted, from: number, to: number): number => {
  let ink = 0
  for (let at = Math.floor(from * height) * width * 4; at < Math.floor(to * height) * width * 4; at += 4) if ((pixels[at] ?? 255) < 128) ink++
  return ink
}

const red = [255, 0, 0]
const blue = [0, 0, 255]

describe('a page of a PDF painted for Word', () => {
  it('is as it is seen: turned, in its shape, with its stamp', async () => {
    // Red upper left, a blue stamp lower right, before the page is turned.
    const corners: Record<number, { red: [number, number]; blue: [number, number] }> = {
      0: { red: [0.02, 0.02], blue: [0.93, 0.95] },
      90: { red: [0.98, 0.02], blue: [0.05, 0.93] },
      180: { red: [0.98, 0.98], blue: [0.07, 0.05] },
      270: { red: [0.02, 0.98], blue: [0.95, 0.07] },
    }
    for (const [rotate, corner] of Object.entries(corners)) {
      const painted = await paint(await sourcePdf([{ text: 'cover' }, { text: 'turned', rotate: Number(rotate) }]), 2)
      if (painted === null) throw new Error('not painted')
      expect({ rotate, red: colourAt(painted, ...corner.red), blue: colourAt(painted, ...corner.blue) }).toEqual({ rotate, red, blue })
      expect([painted.width, painted.height]).toEqual(Number(rotate) % 180 === 0 ? [283, 400] : [400, 283])
    }
  })

  it('has the seal of a signature field, and nothing that is hidden', async () => {
    const painted = await Promise.all([{ Subtype: 'Widget', FT: 'Sig' }, { F: 2 }].map(async (stamp) => paint(await sourcePdf([{ text: 'sealed', stamp }]))))
    expect(painted.map((page) => page && colourAt(page, 0.93, 0.95))).toEqual([blue, [255, 255, 255]])
  })

  it('shows Chinese whose font the file only names, as invoices do', async () => {
    const typed = Buffer.from('增值税发票', 'utf16le').swap16().toString('hex')
    const invoice = writtenPdf(`BT /F1 40 Tf 50 700 Td <${typed}> Tj ET`, { fonts: '/F1 5 0 R', objects: [
      '<< /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
      '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 7 0 R >>',
      '<< /Type /FontDescriptor /FontName /SimSun /Flags 6 /FontBBox [0 -141 1000 859] /ItalicAngle 0 /Ascent 859 /Descent -141 /CapHeight 700 /StemV 80 >>',
    ] })
    const painted = await paint(invoice)
    if (painted === null) throw new Error('not painted')
    expect(inkIn(painted, 0.1, 0.2)).toBeGreaterThan(300)
    expect(inkIn(painted, 0.3, 1)).toBe(0)
  })

  it('is given up when it takes too long, and when there is no such page or file', async () => {
    const endless = writtenPdf('0 0 595 842 re f\n'.repeat(20_000))
    expect(await paint(endless)).not.toBeNull()
    expect(await paint(endless, 1, 0)).toBeNull()
    expect(await paint(await sourcePdf([{ text: 'one' }]), 2)).toBeNull()
    expect(await paint(Buffer.from('%PDF-1.7 and nothing else'))).toBeNull()
  })
})
