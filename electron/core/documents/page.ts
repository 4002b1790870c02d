import type { FaceName } from '#core/documents/fonts.ts'

/** Marks on a page; points from the top left corner. */
export type TextItem = { kind: 'text'; x: number; baseline: number; text: string; face: FaceName; size: number; spacing: number }
export type LineItem = { kind: 'line'; x1: number; y1: number; x2: number; y2: number; width: number }
export type BoxItem = { kind: 'box'; x: number; y: number; width: number; height: number; lineWidth: number; isDashed: boolean }
export type ShadeItem = { kind: 'shade'; x: number; y: number; width: number; height: number }
/** A place that leads to a page, counted from 1. */
export type LinkItem = { kind: 'link'; x: number; y: number; width: number; height: number; page: number }
export type WatermarkItem = { kind: 'watermark'; text: string }
export type Item = TextItem | LineItem | BoxItem | ShadeItem | LinkItem | WatermarkItem

export type Orientation = 'portrait' | 'landscape'
export type Geometry = { orientation: Orientation; width: number; height: number; left: number; right: number; top: number; bottom: number; headerBaseline: number; footerBaseline: number }

/** Where the seal goes, for the check before handing in. */
export type SealPlace = { label: string }
export type Page = { geometry: Geometry; items: Item[]; seals: SealPlace[]; isCover: boolean }

export const pointsPerMm = 72 / 25.4
export const mm = (millimetres: number): number => millimetres * pointsPerMm

const a4 = { short: 595.28, long: 841.89 }

/** A4 with 25 mm at the binding edge: left, and on a turned page the top. */
export const geometryOf = (orientation: Orientation): Geometry =>
  orientation === 'portrait'
    ? { orientation, width: a4.short, height: a4.long, left: mm(25), right: a4.short - mm(20), top: mm(28), bottom: a4.long - mm(21), headerBaseline: mm(20), footerBaseline: a4.long - mm(13) }
    : { orientation, width: a4.long, height: a4.short, left: mm(20), right: a4.long - mm(20), top: mm(34), bottom: a4.short - mm(19), headerBaseline: mm(28), footerBaseline: a4.short - mm(12) }

export const contentWidth = (geometry: Geometry): number => geometry.right - geometry.left
