/** The eight looks of a verdict; the three kinds of loss share one. */
export type FlagLook = 'over' | 'abn' | 'loss' | 'likely' | 'under' | 'thin' | 'healthy' | 'unknown'

/** The shape that stands beside the colour, so that the flag is told apart without it. Drawn in `currentColor`, cut-outs in `--chip`. */
export function FlagShape({ look, size = 14 }: { look: FlagLook; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 14 14" aria-hidden="true" focusable="false">
      {shapeOf(look)}
    </svg>
  )
}

const cut = { stroke: 'var(--chip, transparent)', strokeWidth: 1.6, strokeLinecap: 'round', fill: 'none' } as const

function shapeOf(look: FlagLook) {
  switch (look) {
    case 'over':
      return (
        <>
          <path fill="currentColor" d="M4.5 1h5L13 4.5v5L9.5 13h-5L1 9.5v-5z" />
          <path {...cut} d="M4.5 7h5" />
        </>
      )
    case 'abn':
      return <path fill="currentColor" d="M5 1.5h4V7h3.2L7 12.8 1.8 7H5z" />
    case 'loss':
      return (
        <>
          <rect fill="currentColor" x="1.5" y="1.5" width="11" height="11" rx="1.5" />
          <path {...cut} d="M4.5 7h5" />
        </>
      )
    case 'likely':
      return (
        <>
          <path fill="currentColor" d="M7 1.2 13.2 12.5H.8z" />
          <path {...cut} d="M7 5.5v2.8M7 10.6v.01" />
        </>
      )
    case 'under':
      return <path fill="currentColor" d="M7 .8 13.2 7 7 13.2.8 7z" />
    case 'thin':
      return (
        <>
          <circle cx="7" cy="7" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.4" />
          <path fill="currentColor" d="M7 1.5a5.5 5.5 0 0 0 0 11z" />
        </>
      )
    case 'healthy':
      return (
        <>
          <circle cx="7" cy="7" r="6" fill="currentColor" />
          <path {...cut} d="m4.3 7.2 1.9 1.9 3.5-4" />
        </>
      )
    case 'unknown':
      return (
        <>
          <circle cx="7" cy="7" r="6" fill="none" stroke="currentColor" strokeWidth="1.1" strokeDasharray="2 1.5" />
          <path fill="none" stroke="currentColor" strokeWidth="1.3" strokeLinecap="round" d="M5.4 5.6C5.4 4.6 6.1 4 7 4s1.6.6 1.6 1.5c0 1.1-1.6 1.2-1.6 2.3M7 9.9v.01" />
        </>
      )
  }
}
