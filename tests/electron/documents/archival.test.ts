import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { openFonts } from '#core/documents/fonts.ts'
import { renderPdf } from '#core/documents/render-pdf.ts'
import { buyerBidOf } from '#shared/documents/buyer-bid.ts'
import { paragraph, type PrintDocument } from '#shared/documents/document.ts'
import { usualBlindFormat } from '#shared/documents/page-format.ts'
import { missingPdfTools } from '../../support/pdf-tools.ts'
import { jpeg, png } from '../../support/pictures.ts'
import { sampleBid, sampleCompany, sampleTender } from '../../support/sample-bid.ts'
import { businessVolume, priceVolume, technicalVolume } from '../../support/volumes.ts'

const fonts = openFonts('node_modules/@expo-google-fonts')
const now = '2026-11-22T22:48:13.123Z'
const bid = buyerBidOf(sampleBid(), sampleTender, sampleCompany)

/** Everything a volume of our own can show: pictures with and without transparency, a drawing that shines through, turned pages, tables, links, bookmarks in levels. */
const showcase: PrintDocument = {
  volume: 'technical',
  info: { title: '样本 & <项目>', author: '某公司' },
  header: { left: '样本', right: 'NO-1' },
  watermark: '草稿',
  cover: [paragraph('封面', { style: 'coverTitle' })],
  sections: [
    {
      title: '图', orientation: 'portrait', blocks: [
        { kind: 'heading', text: '总体', isNumbered: true, anchor: 'a' },
        { kind: 'heading', text: '细节', level: 2, isNumbered: true },
        { kind: 'picture', file: 'photo', alt: '照片', caption: '照片' },
        { kind: 'picture', file: 'shining', alt: '图标', caption: null },
        { kind: 'drawing', alt: '图', caption: null, scene: { width: 100, height: 50, marks: [{ kind: 'rect', x: 0, y: 0, width: 50, height: 50, fill: '#ff0000', opacity: 0.4 }, { kind: 'text', x: 50, y: 30, text: '价', size: 10, align: 'center' }] } },
      ],
    },
    { title: '表', orientation: 'landscape', blocks: [paragraph([{ text: '见' }, { text: '', pageOf: 'a' }]), { kind: 'table', columns: [{ share: 1, align: 'left' }], head: [[{ text: '甲' }]], rows: [[{ text: '乙 & Ω 1' }]], dense: false }] },
  ],
}
const files = new Map([['photo', jpeg(6)], ['shining', png(40, 30, { alpha: 90 })]])

const documents: [string, PrintDocument][] = [
  ['a business volume', businessVolume(bid)],
  ['a technical volume', technicalVolume(bid)],
  ['a price volume', priceVolume(bid)],
  ['all that can be shown', showcase],
  ['a blind volume', { ...technicalVolume(bid), format: { blind: usualBlindFormat } }],
]

const withFile = async <Result>(document: PrintDocument, work: (path: string) => Result): Promise<Result> => {
  const folder = mkdtempSync(join(tmpdir(), 'bid-archive-'))
  try {
    const path = join(folder, 'bid.pdf')
    writeFileSync(path, (await renderPdf(document, { fonts, now, files })).bytes)
    return work(path)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

type Dict = Record<string, unknown>
const Objects = z.object({ qpdf: z.tuple([z.unknown(), z.record(z.string(), z.object({ value: z.unknown().optional(), stream: z.object({ dict: z.record(z.string(), z.unknown()) }).optional() }))]) })
const nameOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))
const isDict = (value: unknown): value is Dict => typeof value === 'object' && value !== null && !Array.isArray(value)

describe.skipIf(missingPdfTools.length > 0).each(documents)(`%s holds to PDF/A-2b where we can tell (needs ${missingPdfTools.join(', ') || 'poppler, qpdf'})`, (_, document) => {
  let objects: Record<string, { value?: unknown; stream?: { dict: Dict } | undefined }> = {}
  let dicts: Dict[] = []
  const lookup = (value: unknown): unknown => (typeof value === 'string' && value.endsWith(' R') ? (objects[`obj:${value}`]?.value ?? objects[`obj:${value}`]?.stream?.dict) : value)
  const inner = (value: unknown): Dict[] => (Array.isArray(value) ? value.flatMap(inner) : isDict(value) ? [value, ...Object.values(value).flatMap(inner)] : [])
  const ofType = (type: string): Dict[] => dicts.filter((dict) => dict['/Type'] === type)

  beforeAll(async () => {
    objects = await withFile(document, (path) => Objects.parse(JSON.parse(execFileSync('qpdf', ['--json', path], { encoding: 'utf8', maxBuffer: 1 << 28 }))).qpdf[1])
    dicts = Object.values(objects).flatMap(({ value, stream }) => [...inner(value), ...inner(stream?.dict)])
  })

  it('is not encrypted, has an identifier, one output intent with its profile, and no other way to be packed than Flate and JPEG', () => {
    const trailer = objects['trailer']?.value
    expect(isDict(trailer) && [trailer['/Encrypt'], Array.isArray(trailer['/ID']) && trailer['/ID'].length]).toEqual([undefined, 2])
    const intents = ofType('/OutputIntent')
    expect(intents.map((intent) => [intent['/S'], isDict(lookup(intent['/DestOutputProfile']))])).toEqual([['/GTS_PDFA1', true]])
    expect([...new Set(dicts.flatMap((dict) => dict['/Filter'] ?? []))].filter((filter) => !['/FlateDecode', '/DCTDecode'].includes(nameOf(filter)))).toEqual([])
    expect(dicts.filter((dict) => '/F' in dict && '/Length' in dict)).toEqual([])
  })

  it('embeds every font, with its width for every glyph and a map of its glyphs', () => {
    const found = ofType('/Font')
    expect(found.length).toBeGreaterThan(0)
    for (const font of found.filter((dict) => dict['/Subtype'] === '/CIDFontType2')) {
      const descriptor = lookup(font['/FontDescriptor'])
      expect(isDict(descriptor) && isDict(lookup(descriptor['/FontFile2']))).toBe(true)
      expect([font['/CIDToGIDMap'], Array.isArray(lookup(font['/W']))]).toEqual(['/Identity', true])
    }
    for (const font of found.filter((dict) => dict['/Subtype'] === '/Type0')) expect([font['/Encoding'], '/ToUnicode' in font]).toEqual(['/Identity-H', true])
    expect(found.map((font) => font['/Subtype']).filter((subtype) => subtype !== '/Type0' && subtype !== '/CIDFontType2')).toEqual([])
  })

  it('does nothing but lead from place to place, shows all it has in print, and carries no other file', () => {
    expect(dicts.flatMap((dict) => ['/AA', '/JavaScript', '/JS', '/EmbeddedFiles', '/AF', '/XFA', '/OCProperties', '/Alternates', '/OPI', '/PS', '/TR'].filter((key) => key in dict))).toEqual([])
    expect(dicts.flatMap((dict) => (dict['/Type'] === '/Action' || (typeof dict['/S'] === 'string' && '/D' in dict) ? [dict['/S']] : [])).filter((kind) => kind !== '/GoTo')).toEqual([])
    for (const annotation of dicts.filter((dict) => '/Subtype' in dict && '/Rect' in dict)) expect([annotation['/Subtype'], Number(annotation['/F']) & (1 | 2 | 4 | 32 | 256)]).toEqual(['/Link', 4])
    expect(dicts.filter((dict) => dict['/Interpolate'] === true)).toEqual([])
  })

  it('is coloured as its profile says and mixes colours in the usual ways', () => {
    const spaces = dicts.filter((dict) => dict['/Subtype'] === '/Image').map((dict) => dict['/ColorSpace'])
    expect(spaces.filter((space) => !['/DeviceRGB', '/DeviceGray'].includes(nameOf(space)))).toEqual([])
    expect(dicts.flatMap((dict) => dict['/BM'] ?? []).filter((mode) => !['/Normal', '/Compatible'].includes(nameOf(mode)))).toEqual([])
  })
})

const jars = ['preflight', 'pdfbox2', 'fontbox2', 'xmpbox', 'commons-logging', 'javax.activation', 'jaxb-api'].map((name) => `/usr/share/java/${name}.jar`)
const missingJars = [...(spawnSync('java', ['-version']).error === undefined ? [] : ['java']), ...jars.filter((jar) => !existsSync(jar))]

/** PDF/A-1 asks for what PDF/A-2 no longer does: its own number, a list of the glyphs of each subset, and no transparency. */
const onlyOfPart1 = /part must be 1|CIDSet entry is missing|Transparency error, (?:CA|ca) entry|Soft Mask must be null/

describe.skipIf(missingJars.length > 0)(`the validator of PDFBox (needs Debian's libpdfbox2-java, libcommons-logging-java, libactivation-java and libjaxb-api-java${missingJars.length === 0 ? '' : `; missing: ${missingJars.join(', ')}`})`, () => {
  it.each(documents)('finds in %s nothing but what PDF/A-2 allows', async (_, document) => {
    const said = await withFile(document, (path) => spawnSync('java', ['-cp', jars.join(':'), 'org.apache.pdfbox.preflight.Validator_A1b', path], { encoding: 'utf8' }).stdout)
    const errors = said.split('\n').filter((line) => /^\d/.test(line))
    // It always finds the number, so that a validator that did not run is noticed.
    expect(errors.some((error) => error.includes('part must be 1'))).toBe(true)
    expect(errors.filter((error) => !onlyOfPart1.test(error))).toEqual([])
  }, 120_000)
})
