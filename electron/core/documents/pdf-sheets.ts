import { deflateSync, inflateSync } from 'node:zlib'
import { decodePDFRawStream, PDFArray, PDFBool, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRawStream, PDFRef, PDFStream, PDFString } from '@cantoo/pdf-lib'
import type { PDFContext, PDFObject, PDFPage } from '@cantoo/pdf-lib'

/** A page of another PDF file as it is seen: its visible box (points, from the bottom left) and how it is turned. */
export type Sheet = { page: PDFPage; box: { x: number; y: number; width: number; height: number }; rotation: number; width: number; height: number }

const maxSheets = 2000

const sheetOf = (page: PDFPage): Sheet => {
  const { x, y, width, height } = page.getCropBox()
  const rotation = ((page.getRotation().angle % 360) + 360) % 360
  const isTurned = rotation % 180 !== 0
  return { page, box: { x, y, width, height }, rotation, width: isTurned ? height : width, height: isTurned ? width : height }
}

/** The pages of a PDF file. Strict: a file with a broken object is refused, for a missing stamp would not be noticed. */
export const readSheets = async (bytes: Uint8Array): Promise<Sheet[] | 'pdf-encrypted' | 'pdf-unreadable'> => {
  try {
    const document = await PDFDocument.load(bytes, { ignoreEncryption: true, updateMetadata: false, throwOnInvalidObject: true, parseSpeed: Number.POSITIVE_INFINITY })
    if (document.context.trailerInfo.Encrypt !== undefined) return 'pdf-encrypted'
    const sheets = document.getPages().map(sheetOf)
    const isSound = sheets.length > 0 && sheets.length <= maxSheets && sheets.every(({ width, height }) => width > 1 && height > 1)
    return isSound ? sheets : 'pdf-unreadable'
  } catch {
    return 'pdf-unreadable'
  }
}

type Matrix = readonly [number, number, number, number, number, number]
/** A form of the book's own file and where it goes in the plane of the sheet. */
export type ImportedForm = { ref: PDFKit.PDFKitReference; matrix: Matrix }

const name = (text: string): PDFName => PDFName.of(text)

/** Ways out of the page (its tree, its structure, its layers) and what a camera or an editor noted about itself. */
const leftBehind = new Set(['Parent', 'P', 'StructParent', 'StructParents', 'Metadata', 'PieceInfo', 'LastModified', 'OC', 'AF'].map((key) => `/${key}`))

const maxContentBytes = 200_000_000

const contentOf = (stream: PDFStream): Uint8Array => {
  if (!(stream instanceof PDFRawStream)) return stream.getContents()
  const isPlainFlate = stream.dict.lookup(name('Filter')) === name('FlateDecode') && !stream.dict.has(name('DecodeParms'))
  return isPlainFlate ? inflateSync(stream.contents, { maxOutputLength: maxContentBytes }) : decodePDFRawStream(stream).decode()
}

const numbers = (array: PDFArray | undefined, fallback: readonly number[]): number[] => (array === undefined ? [...fallback] : array.asArray().map((value) => (value instanceof PDFNumber ? value.asNumber() : 0)))

/** Objects of one file become objects of another, each once, with what they refer to. */
const createCopier = (pdf: PDFKit.PDFDocument, context: PDFContext) => {
  const copied = new Map<PDFRef, unknown>()
  const copyEntries = (dict: PDFDict): Record<string, unknown> => Object.fromEntries(dict.entries().filter(([key]) => !leftBehind.has(key.toString())).map(([key, value]) => [key.toString().slice(1), copy(value)]))
  const copyStream = (stream: PDFStream): PDFKit.PDFKitReference => {
    const ref = pdf.ref({ ...copyEntries(stream.dict), Length: undefined })
    ref.end(stream.getContents())
    return ref
  }
  const copyRef = (ref: PDFRef): unknown => {
    if (copied.has(ref)) return copied.get(ref)
    const target = context.lookup(ref)
    if (target instanceof PDFStream) {
      // Named before it is filled: a form may lead back to itself.
      const stream = pdf.ref({})
      copied.set(ref, stream)
      Object.assign(stream.data, copyEntries(target.dict), { Length: undefined })
      stream.compress = false
      stream.end(target.getContents())
      return stream
    }
    if (!(target instanceof PDFDict)) {
      const value = copy(target)
      copied.set(ref, value)
      return value
    }
    const dict = pdf.ref({})
    copied.set(ref, dict)
    Object.assign(dict.data, copyEntries(target))
    dict.end(undefined)
    return dict
  }
  const copy = (value: PDFObject | undefined): unknown => {
    if (value instanceof PDFRef) return copyRef(value)
    if (value instanceof PDFStream) return copyStream(value)
    if (value instanceof PDFDict) return copyEntries(value)
    if (value instanceof PDFArray) return value.asArray().map(copy)
    if (value instanceof PDFName) return value.toString().slice(1)
    if (value instanceof PDFNumber) return value.asNumber()
    if (value instanceof PDFBool) return value.asBoolean()
    return value instanceof PDFString || value instanceof PDFHexString ? value.asBytes() : null
  }
  return { copy, copyEntries }
}

/** A sheet is shown in one preview after the other: its content is joined and packed once. */
const packedContents = new WeakMap<Sheet, Buffer>()

const packedContent = (sheet: Sheet): Buffer => {
  const known = packedContents.get(sheet)
  if (known !== undefined) return known
  const contents = sheet.page.node.Contents()
  const streams = contents instanceof PDFArray ? contents.asArray().map((_, index) => contents.lookup(index, PDFStream)) : contents === undefined ? [] : [contents]
  const packed = deflateSync(Buffer.concat(streams.flatMap((stream) => [contentOf(stream), Buffer.from('\n')])))
  packedContents.set(sheet, packed)
  return packed
}

const contentForm = (pdf: PDFKit.PDFDocument, sheet: Sheet, copier: ReturnType<typeof createCopier>): PDFKit.PDFKitReference => {
  const { page: { node }, box } = sheet
  const group = node.lookupMaybe(name('Group'), PDFDict)
  const form = pdf.ref({
    Type: 'XObject',
    Subtype: 'Form',
    Filter: 'FlateDecode',
    BBox: [box.x, box.y, box.x + box.width, box.y + box.height],
    Resources: copier.copy(node.Resources()) ?? {},
    ...(group === undefined ? {} : { Group: copier.copy(group) }),
  })
  form.end(packedContent(sheet))
  return form
}

const hiddenFlags = 2 | 32

const appearanceOf = (annotation: PDFDict): PDFStream | null => {
  const flags = annotation.lookupMaybe(name('F'), PDFNumber)?.asNumber() ?? 0
  const subtype = annotation.lookupMaybe(name('Subtype'), PDFName)?.toString()
  if ((flags & hiddenFlags) !== 0 || subtype === '/Popup' || subtype === '/Link') return null
  const normal = annotation.lookupMaybe(name('AP'), PDFDict)?.lookup(name('N'))
  if (normal instanceof PDFStream) return normal
  const state = annotation.lookupMaybe(name('AS'), PDFName)
  const chosen = normal instanceof PDFDict && state !== undefined ? normal.lookup(state) : undefined
  return chosen instanceof PDFStream ? chosen : null
}

/** Stamps and electronic seals are annotations; this fits the appearance's box into the annotation's rectangle (ISO 32000-1, 12.5.5). */
const overlayOf = (annotation: PDFDict, copier: ReturnType<typeof createCopier>): ImportedForm | null => {
  const appearance = appearanceOf(annotation)
  if (appearance === null) return null
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = numbers(annotation.lookupMaybe(name('Rect'), PDFArray), [])
  const [bx1 = 0, by1 = 0, bx2 = 0, by2 = 0] = numbers(appearance.dict.lookupMaybe(name('BBox'), PDFArray), [])
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers(appearance.dict.lookupMaybe(name('Matrix'), PDFArray), [1, 0, 0, 1, 0, 0])
  const corners = [[bx1, by1], [bx2, by1], [bx1, by2], [bx2, by2]].map(([u = 0, v = 0]) => [a * u + c * v + e, b * u + d * v + f] as const)
  const left = Math.min(...corners.map(([u]) => u))
  const bottom = Math.min(...corners.map(([, v]) => v))
  const width = Math.max(...corners.map(([u]) => u)) - left
  const height = Math.max(...corners.map(([, v]) => v)) - bottom
  if (!(width > 0 && height > 0)) return null
  const [sx, sy] = [Math.abs(x2 - x1) / width, Math.abs(y2 - y1) / height]
  const ref = copier.copy(appearance)
  return isReference(ref) ? { ref, matrix: [sx, 0, 0, sy, Math.min(x1, x2) - left * sx, Math.min(y1, y2) - bottom * sy] } : null
}

const isReference = (value: unknown): value is PDFKit.PDFKitReference => typeof value === 'object' && value !== null && 'id' in value && 'end' in value

type SheetImporter = (sheet: Sheet) => ImportedForm[]

/** Copies sheets into a file being written: the page's content first, then its stamps. Throws on content it cannot decode. */
export const createSheetImporter = (pdf: PDFKit.PDFDocument): SheetImporter => {
  const copiers = new Map<PDFContext, ReturnType<typeof createCopier>>()
  return (sheet) => {
    const { context } = sheet.page.node
    const copier = copiers.get(context) ?? createCopier(pdf, context)
    copiers.set(context, copier)
    const annotations = sheet.page.node.Annots()?.asArray().map((value) => context.lookup(value)) ?? []
    const overlays = annotations.flatMap((annotation) => (annotation instanceof PDFDict ? (overlayOf(annotation, copier) ?? []) : []))
    return [{ ref: contentForm(pdf, sheet, copier), matrix: [1, 0, 0, 1, 0, 0] }, ...overlays]
  }
}

/** From the plane of the sheet to a box on our page, whose y points down. */
export const sheetMatrix = ({ box, rotation, width, height }: Sheet, x: number, y: number, scale: number): Matrix => {
  const [right, bottom] = [x + width * scale, y + height * scale]
  if (rotation === 90) return [0, scale, scale, 0, x - box.y * scale, y - box.x * scale]
  if (rotation === 180) return [-scale, 0, 0, scale, right + box.x * scale, y - box.y * scale]
  if (rotation === 270) return [0, -scale, -scale, 0, right + box.y * scale, bottom + box.x * scale]
  return [scale, 0, 0, -scale, x - box.x * scale, bottom + box.y * scale]
}
