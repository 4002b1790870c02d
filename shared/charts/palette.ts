/** What a mark of a chart means; the window and the document each have their own colour for it. */
export type ChartTone = 'ink' | 'muted' | 'axis' | 'grid' | 'accent' | 'soft' | 'loss' | 'lossSoft' | 'grey' | 'pale' | 'surface'
export type ChartPalette = Readonly<Record<ChartTone, string>>

/** Chinese labels beside Latin figures: sizes in the units of the scene. */
export const labelSize = 11
export const nameSize = 12

/** On paper: readable in print, and apart from each other in grey. */
export const paperPalette: ChartPalette = { ink: '#000000', muted: '#444444', axis: '#888888', grid: '#d5d5d5', accent: '#1f4fd8', soft: '#a9bdf0', loss: '#a61b1b', lossSoft: '#d98b83', grey: '#8f959e', pale: '#c9cdd3', surface: '#ffffff' }
