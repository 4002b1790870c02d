import type { CSSProperties } from 'react'
import { linePath } from '#renderer/components/charts/paths.ts'
import type { ChartPalette } from '#shared/charts/palette.ts'
import type { Ink, Scene, SceneMark, Stroke } from '#shared/documents/scene.ts'
import css from '#renderer/components/charts/chart-scene.module.css'

/** The window's colours; they follow the theme. */
export const windowPalette: ChartPalette = {
  ink: 'var(--ink)',
  muted: 'var(--muted)',
  axis: 'var(--line-strong)',
  grid: 'var(--line)',
  accent: 'color-mix(in oklab, var(--accent) 75%, var(--surface))',
  soft: 'color-mix(in oklab, var(--accent) 34%, var(--surface))',
  loss: 'var(--loss-line)',
  lossSoft: 'color-mix(in oklab, var(--loss-line) 62%, var(--surface))',
  grey: 'color-mix(in oklab, var(--muted) 50%, var(--surface))',
  pale: 'color-mix(in oklab, var(--muted) 28%, var(--surface))',
  surface: 'var(--surface)',
}

/** A chart on screen: the same scene a document prints. */
export function ChartScene({ scene, label }: { scene: Scene; label: string }) {
  const { width, height, marks } = scene
  return (
    <svg role="img" aria-label={label} width={width} height={height} viewBox={`0 0 ${width} ${height}`} className={css.chart}>
      {marks.map((mark, index) => <Mark key={`${mark.kind}${index}`} mark={mark} />)}
    </svg>
  )
}

function Mark({ mark }: { mark: SceneMark }) {
  switch (mark.kind) {
    case 'rect': return <rect x={mark.x} y={mark.y} width={mark.width} height={mark.height} style={inkStyle(mark)} />
    case 'line': return <line x1={mark.from[0]} y1={mark.from[1]} x2={mark.to[0]} y2={mark.to[1]} style={strokeStyle(mark.stroke)} />
    case 'path': return <path d={`${linePath(mark.points.map(([x, y]) => ({ x, y })))}${mark.isClosed ? 'Z' : ''}`} style={inkStyle(mark)} />
    case 'circle': return <circle cx={mark.x} cy={mark.y} r={mark.radius} style={inkStyle(mark)} />
    case 'text': return <text className={mark.isBold === true ? css.bold : css.text} x={mark.x} y={mark.y} textAnchor={anchors[mark.align]} style={{ fill: mark.colour, fontSize: mark.size }}>{mark.text}</text>
  }
}

const anchors = { left: 'start', center: 'middle', right: 'end' } as const

function strokeStyle({ colour, width, dash }: Stroke): CSSProperties {
  return { stroke: colour, strokeWidth: width, ...(dash === undefined ? {} : { strokeDasharray: dash.join(' ') }) }
}

function inkStyle({ fill, stroke, opacity }: Ink): CSSProperties {
  return { fill: fill ?? 'none', ...(stroke === undefined ? {} : strokeStyle(stroke)), ...(opacity === undefined ? {} : { opacity }) }
}
