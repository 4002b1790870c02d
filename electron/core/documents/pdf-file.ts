import Pdf from 'pdfkit'
import { packedStream, type PackedStreams } from '#core/documents/packed-streams.ts'
import type { Embeddable, FaceName, Fonts } from '#core/documents/fonts.ts'
import { srgbProfile } from '#core/documents/srgb-profile.ts'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import { formatOf } from '#shared/documents/document.ts'
import type { PrintDocument } from '#shared/documents/document.ts'

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** The file's properties as XMP: what the information dictionary says and nothing else. */
const packet = ({ title, author }: PrintDocument['info'], printed: string | null, isArchival: boolean): string => {
  const parts = [
    ...(isArchival ? ['<rdf:Description xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" rdf:about=""><pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>'] : []),
    ...(printed === null ? [] : [`<rdf:Description xmlns:xmp="http://ns.adobe.com/xap/1.0/" rdf:about=""><xmp:CreateDate>${printed}</xmp:CreateDate></rdf:Description>`]),
    ...(title === '' ? [] : [`<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" rdf:about=""><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title></rdf:Description>`]),
    ...(author === '' ? [] : [`<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" rdf:about=""><dc:creator><rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq></dc:creator></rdf:Description>`]),
  ]
  const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${parts.join('')}</rdf:RDF>`
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">${rdf}</x:xmpmeta><?xpacket end="w"?>`
}

/** Of pdfkit's bookmarks, what it keeps to itself. */
type CountedOutline = PDFKit.PDFOutline & { children: CountedOutline[]; outlineData: Record<string, unknown> }

/** `isArchival` claims PDF/A-2b: only where all that goes in is known to us. */
type FileOptions = { document: PrintDocument; now: string; isArchival: boolean; packedBefore: PackedStreams | null }

const joined = (pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let offset = 0
  for (const piece of pieces) {
    bytes.set(piece, offset)
    offset += piece.length
  }
  return bytes
}

/** An object of the file with the parts of its stream, which its types do not name. */
type StreamReference = PDFKit.PDFKitReference & { buffer: Uint8Array[] }

const hasStream = (reference: PDFKit.PDFKitReference): reference is StreamReference => 'buffer' in reference && Array.isArray(reference.buffer) && reference.buffer.length > 0

/**
 * An empty tagged file with our faces and properties. pdfkit writes its own name into the properties and an unescaped title into the XMP packet, and reads its colour profile from
 * a path no bundle has: so the properties and the output intent are written here.
 */
export class BidPdf extends Pdf {
  declare readonly _root: PDFKit.PDFKitReference
  /** Its `registerFont` is typed for files only; a face that is open already goes the same way. */
  declare readonly _registeredFonts: Record<string, { src: Embeddable }>
  declare readonly outline: CountedOutline
  declare readonly openImage: (bytes: Uint8Array) => PDFKit.Mixins.ImageSrc
  declare readonly _font: { id: string; encode(text: string): [string[], unknown]; ref(): PDFKit.PDFKitReference }
  declare pieces: Uint8Array[] | undefined
  /** The whole file, once it is ended. */
  readonly bytes: Promise<Uint8Array<ArrayBuffer>>
  #ended: (bytes: Uint8Array<ArrayBuffer>) => void = () => undefined
  readonly #options: FileOptions
  readonly #printed: Date
  readonly #fonts: Fonts

  constructor(options: FileOptions, fonts: Fonts) {
    // Noon in Beijing of the day: a file tells when it was printed to the day, not who sat at the machine at which second.
    const printed = new Date(`${beijingDay(options.now)}T12:00:00+08:00`)
    const { title, author } = options.document.info
    super({
      pdfVersion: '1.7',
      autoFirstPage: false,
      font: '',
      fontLayoutCache: false,
      lang: options.document.language ?? 'zh-CN',
      tagged: true,
      displayTitle: title !== '',
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      info: { CreationDate: printed, ...(title === '' ? {} : { Title: title }), ...(author === '' ? {} : { Author: author }) },
    })
    this.bytes = new Promise((resolve) => {
      this.#ended = resolve
    })
    this.#options = options
    this.#printed = printed
    this.#fonts = fonts
    delete this.info.Producer
    delete this.info.Creator
    if (formatOf(options.document).blind !== null) delete this.info.CreationDate
  }

  /** Sets the face for what follows; only faces that are used are opened and embedded. */
  useFace(name: FaceName): this {
    const { _registeredFonts: registered } = this
    registered[name] ??= { src: this.#fonts[name].embeddable() }
    return this.font(name)
  }

  /** pdfkit is a stream; to lead its thousands of pieces through one takes longer than to write them. */
  override push(piece: Uint8Array | null): boolean {
    // The first piece comes from the constructor above ours.
    this.pieces ??= []
    if (piece === null) this.#ended(joined(this.pieces))
    else this.pieces.push(piece)
    return true
  }

  /** Its streams are packed by us, so that those packed before can be taken. */
  override ref(data: object = {}): PDFKit.PDFKitReference {
    const reference = super.ref(data)
    const finalize = reference.finalize.bind(reference)
    reference.finalize = () => {
      if (reference.compress && hasStream(reference)) {
        reference.buffer = [packedStream(Buffer.concat(reference.buffer), this.#options.packedBefore)]
        reference.compress = false
      }
      finalize()
    }
    return reference
  }

  /** pdfkit says only of opened bookmarks how many lie below them; closed ones say it with a minus (ISO 32000-1, 12.3.3). */
  override endOutline(): void {
    const count = ({ children, outlineData }: CountedOutline, sign: 1 | -1): void => {
      if (children.length > 0) outlineData['Count'] = sign * children.length
      for (const child of children) count(child, -1)
    }
    count(this.outline, 1)
    super.endOutline()
  }

  override endMetadata(): void {
    const { document, isArchival } = this.#options
    const printed = this.info.CreationDate === undefined ? null : `${this.#printed.toISOString().slice(0, 19)}Z`
    const metadata = this.ref({ Type: 'Metadata', Subtype: 'XML' })
    metadata.compress = false
    metadata.end(new TextEncoder().encode(packet(document.info, printed, isArchival)))
    const profile = this.ref({ N: 3 })
    profile.end(srgbProfile())
    const intent = { Type: 'OutputIntent', S: 'GTS_PDFA1', OutputConditionIdentifier: Object('sRGB'), Info: Object('sRGB'), DestOutputProfile: profile }
    const { _root: catalogue } = this
    Object.assign(catalogue.data, { Metadata: metadata, OutputIntents: [intent] })
  }
}
