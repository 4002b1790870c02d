import type { FaceName } from '#core/documents/fonts.ts'
import type { PageFormat } from '#shared/documents/page-format.ts'
import type { Scene } from '#shared/documents/scene.ts'

/**
 * What a mark belongs to in the file's structure, for screen readers and text extraction. One object per element: all marks
 * that share it are its content, on as many pages as it needs. Marks without a role are decoration.
 */
export type Role = { tag: 'Sect' | 'P' | 'H1' | 'H2' | 'H3' | 'H4' | 'Table' | 'TR' | 'TH' | 'TD' | 'Figure' | 'Caption' | 'TOC' | 'TOCI'; parent: Role | null; alt?: string; scope?: 'Row' | 'Column' }

type Placed = { role?: Role }

/** Marks on a page; points from the top left corner. */
export type TextItem = Placed & { kind: 'text'; x: number; baseline: number; text: string; face: FaceName; size: number; spacing: number; colour?: string }
type LineItem = Placed & { kind: 'line'; x1: number; y1: number; x2: number; y2: number; width: number }
type BoxItem = Placed & { kind: 'box'; x: number; y: number; width: number; height: number; lineWidth: number; isDashed: boolean }
type ShadeItem = Placed & { kind: 'shade'; x: number; y: number; width: number; height: number }
/** A place that leads to a page, counted from 1. */
type LinkItem = Placed & { kind: 'link'; x: number; y: number; width: number; height: number; page: number }
export type WatermarkItem = Placed & { kind: 'watermark'; text: string; size: number; width: number }
export type PictureItem = Placed & { kind: 'picture'; file: string; x: number; y: number; width: number; height: number }
/** A page of another PDF file, counted from 1, fitted into the box. */
export type SheetItem = Placed & { kind: 'sheet'; file: string; page: number; x: number; y: number; width: number; height: number }
export type SceneItem = Placed & { kind: 'scene'; scene: Scene; x: number; y: number; scale: number }
export type Item = TextItem | LineItem | BoxItem | ShadeItem | LinkItem | WatermarkItem | PictureItem | SheetItem | SceneItem

export type Orientation = 'portrait' | 'landscape'
export type Geometry = { orientation: Orientation; width: number; height: number; left: number; right: number; top: number; bottom: number; headerBaseline: number; footerBaseline: number }

/** What others ask the finished pages for: where an anchor, a heading, a seal is. */
export type Mark = { kind: 'anchor'; id: string } | { kind: 'heading'; level: number; title: string } | { kind: 'seal'; label: string }
type PlacedMark = Mark & { top: number }

export type Page = { geometry: Geometry; items: Item[]; marks: PlacedMark[]; isCover: boolean }

const pointsPerMm = 72 / 25.4
export const mm = (millimetres: number): number => millimetres * pointsPerMm

const a4 = { short: 595.28, long: 841.89 }

/** A4 with 25 mm at the binding edge: left, and on a turned page the top. A blind bid has the margins it was told. */
export const geometryOf = (orientation: Orientation, blind: PageFormat['blind'] = null): Geometry => {
  const isPortrait = orientation === 'portrait'
  const width = isPortrait ? a4.short : a4.long
  const height = isPortrait ? a4.long : a4.short
  if (blind !== null) {
    const { top, right, bottom, left } = blind.marginsMm
    return { orientation, width, height, left: mm(left), right: width - mm(right), top: mm(top), bottom: height - mm(bottom), headerBaseline: mm(top / 2), footerBaseline: height - mm(bottom / 2) }
  }
  return isPortrait
    ? { orientation, width, height, left: mm(25), right: width - mm(20), top: mm(28), bottom: height - mm(21), headerBaseline: mm(20), footerBaseline: height - mm(13) }
    : { orientation, width, height, left: mm(20), right: width - mm(20), top: mm(34), bottom: height - mm(19), headerBaseline: mm(28), footerBaseline: height - mm(12) }
}

/** How far a left-hand page of a book printed on both sides is moved so that its wide margin is at the binding too. */
export const mirrorShift = ({ orientation, left, right, width, headerBaseline, footerBaseline, height }: Geometry): { x: number; y: number } =>
  orientation === 'portrait' ? { x: width - right - left, y: 0 } : { x: 0, y: height - footerBaseline - headerBaseline }

export const contentWidth = (geometry: Geometry): number => geometry.right - geometry.left
