import { chunk, isBreak, space } from '#core/documents/flow.ts'
import type { Chunk, Flow } from '#core/documents/flow.ts'
import { emAscent, setText } from '#core/documents/inline.ts'
import type { TextStyle } from '#core/documents/inline.ts'
import { contentWidth, mm } from '#core/documents/page.ts'
import type { Item, Role } from '#core/documents/page.ts'
import { textChunks } from '#core/documents/text-chunks.ts'
import type { Setting } from '#core/documents/text-chunks.ts'
import type { Drawing, PdfPages, Picture } from '#shared/documents/document.ts'
import type { Scene } from '#shared/documents/scene.ts'

/** A picture is not blown up beyond this. */
const leastDpi = 150
/** To stay with the text before it, a picture gives up at most this much of its size. */
const leastScale = 0.6
/** A drawing has words in it, which a reader must be able to read. */
const leastDrawingScale = 0.85

type Fitted = { width: number; height: number }

const fitInto = (width: number, height: number, room: Fitted): Fitted => {
  const scale = Math.min(1, room.width / width, room.height / height)
  return { width: width * scale, height: height * scale }
}

const captionChunks = (setting: Setting, caption: string | null): Chunk[] => (caption === null ? [] : [chunk(3, () => [], { isGlued: false }), ...textChunks(setting, caption, setting.styles.caption, { align: 'center', indentEm: 0, keepWithNext: false, tag: 'Caption' })])

const captionHeight = (chunks: readonly Chunk[]): number => chunks.reduce((sum, piece) => sum + piece.height, 0)

/** A figure in the middle of the column with its caption below, on one page. */
const figureChunks = (setting: Setting, size: Fitted, caption: string | null, least: number, draw: (x: number, top: number, width: number, height: number) => Item[]): Chunk[] => {
  const captions = captionChunks(setting, caption)
  const { left, right, top, bottom } = setting.geometry
  const { width, height } = fitInto(size.width, size.height, { width: right - left, height: bottom - top - captionHeight(captions) - 1 })
  const figure = chunk(
    height,
    (y, given) => {
      const shown = (width * given) / height
      return draw(left + (right - left - shown) / 2, y, shown, given)
    },
    { minHeight: height * least, isGlued: captions.length > 0 },
  )
  return [space(6), figure, ...captions.map((piece, index) => ({ ...piece, isGlued: index < captions.length - 1 })), space(8)]
}

/** Null where the file can't be shown; layout.ts reports why. */
export const pictureChunks = (setting: Setting, picture: Picture): Chunk[] | null => {
  const attachment = setting.attachments.get(picture.file)
  if (attachment?.kind !== 'picture') return null
  const { info } = attachment
  const points = 72 / leastDpi
  const bounds = { width: picture.maxWidthMm === undefined ? Number.POSITIVE_INFINITY : mm(picture.maxWidthMm), height: picture.maxHeightMm === undefined ? Number.POSITIVE_INFINITY : mm(picture.maxHeightMm) }
  const role: Role = { tag: 'Figure', parent: setting.parent, alt: picture.alt }
  return figureChunks(setting, fitInto(info.width * points, info.height * points, bounds), picture.caption, leastScale, (x, y, width, height) => [{ kind: 'picture', file: picture.file, x, y, width, height, role }])
}

const sceneTextItems = ({ shaper }: Setting, scene: Scene, left: number, top: number, scale: number, role: Role): Item[] =>
  scene.marks.flatMap((mark): Item[] => {
    if (mark.kind !== 'text' || mark.text === '') return []
    const size = mark.size * scale
    const style: TextStyle = { face: mark.isBold === true ? 'sansBold' : 'sans', bold: 'sansBold', size, lineHeight: size }
    const [line] = setText(shaper, mark.text, style, Number.POSITIVE_INFINITY, 'left')
    const before = { left: 0, center: 0.5, right: 1 }[mark.align] * (line?.width ?? 0)
    const items = line?.draw(left + mark.x * scale - before, top + mark.y * scale - emAscent * size, 0, role) ?? []
    return items.map((item) => (item.kind === 'text' && mark.colour !== undefined ? { ...item, colour: mark.colour } : item))
  })

export const drawingChunks = (setting: Setting, drawing: Drawing): Chunk[] => {
  const width = drawing.widthMm === undefined ? contentWidth(setting.geometry) : mm(drawing.widthMm)
  const role: Role = { tag: 'Figure', parent: setting.parent, alt: drawing.alt }
  const size = { width, height: (width * drawing.scene.height) / drawing.scene.width }
  return figureChunks(setting, size, drawing.caption, leastDrawingScale, (x, y, shown) => {
    const scale = shown / drawing.scene.width
    return [{ kind: 'scene', scene: drawing.scene, x, y, scale, role }, ...sceneTextItems(setting, drawing.scene, x, y, scale, role)]
  })
}

/** The pages a block asks for, counted from 1; null where it asks for more than there are. */
export const wantedSheets = ({ range }: PdfPages, count: number): number[] | null => {
  const { from, to } = range ?? { from: 1, to: count }
  return from < 1 || to > count || from > to ? null : Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

const isTall = ({ width, height }: Fitted): boolean => height > width

/**
 * Each page of the file fills a page of ours between header and footer, a broad one a turned page; the first shares the page
 * of the title before it, but a tall one on a turned page would be half its size. Null where the file can't be shown.
 */
export const pdfPagesFlow = (setting: Setting, pages: PdfPages): Flow[] | null => {
  const attachment = setting.attachments.get(pages.file)
  const sheets = attachment?.kind === 'pdf' ? attachment.sheets : []
  const wanted = wantedSheets(pages, sheets.length)
  if (attachment?.kind !== 'pdf' || wanted === null) return null
  const flow = wanted.flatMap((number, index): Flow[] => {
    const sheet = sheets[number - 1]
    if (sheet === undefined) return []
    const isFirst = index === 0 && !(setting.geometry.orientation === 'landscape' && isTall(sheet))
    const geometry = isFirst ? setting.geometry : setting.geometries[isTall(sheet) ? 'portrait' : 'landscape']
    const room = { width: contentWidth(geometry), height: geometry.bottom - geometry.top }
    const scale = Math.min(room.width / sheet.width, room.height / sheet.height)
    const [width, height] = [sheet.width * scale, sheet.height * scale]
    const role: Role = { tag: 'Figure', parent: setting.parent, alt: `${pages.title} ${number}` }
    const draw = (top: number, given: number): Item[] => {
      const shown = (width * given) / height
      return [{ kind: 'sheet', file: pages.file, page: number, x: geometry.left + (room.width - shown) / 2, y: top, width: shown, height: given, role }]
    }
    const body = chunk(height, draw, { minHeight: height * 0.5 })
    return isFirst ? [body] : [{ kind: 'page', geometry }, body]
  })
  return flow.some(isBreak) ? [...flow, { kind: 'page', geometry: setting.geometry }] : [...flow, space(8)]
}
