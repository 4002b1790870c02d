import { type KeyboardEvent, memo, type PointerEvent, type ReactNode, useRef } from 'react'
import { linearScale } from '#shared/charts/scale.ts'
import { keyTarget, type SliderRange, snap } from '#renderer/components/price-slider/slider-keys.ts'
import css from '#renderer/components/price-slider/price-slider.module.css'

/** One stretch of the price axis with one verdict. `tone` names the flag's colours. */
export type SliderZone = { from: number; to: number; tone: string; label: string; icon: ReactNode }

type PriceSliderProps = {
  /** Yuan; the slider is a picture of the price, the exact amount stays decimal text with the caller. */
  value: number
  range: SliderRange
  zones: readonly SliderZone[]
  /** Pixels of the axis the chart above shares. */
  width: number
  label: string
  valueText: string
  isDisabled?: boolean
  onPreview: (value: number) => void
  /** The value shown is a move that has not been committed yet. */
  isPreviewing?: boolean
  /** The drag or the key presses have come to rest. */
  onCommit: () => void
  /** The drag was given up: back to where it began. */
  onCancel: () => void
}

/** The colour strip is the track: where the thumb stands is the verdict. */
export function PriceSlider({ value, range, zones, width, label, valueText, isDisabled = false, isPreviewing = false, onPreview, onCommit, onCancel }: PriceSliderProps) {
  const track = useRef<HTMLDivElement>(null)
  const isDragging = useRef(false)
  const scale = linearScale([range.min, range.max], [0, width])
  const active = zones.findIndex((zone) => value >= zone.from && value <= zone.to)
  const activeZone = zones[active]
  const place = activeZone === undefined ? 'centre' : labelPlace(scale.at(activeZone.from), scale.at(activeZone.to), scale.at(value), labelWidth(activeZone))

  const previewAt = (event: PointerEvent) => {
    const left = track.current?.getBoundingClientRect().left ?? 0
    onPreview(snap(scale.invert(event.clientX - left), range))
  }
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (isDisabled || event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    isDragging.current = true
    track.current?.querySelector<HTMLElement>('[role=slider]')?.focus()
    previewAt(event)
  }
  const endDrag = (finish: () => void) => {
    if (!isDragging.current) return
    isDragging.current = false
    finish()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || isDisabled || event.altKey) return
    if (event.key === 'Escape' || isUndoKey(event)) {
      isDragging.current = false
      return onCancel()
    }
    if (event.key === 'Enter') return onCommit()
    const target = keyTarget(value, event, range)
    if (target === null) return
    event.preventDefault()
    onPreview(target)
  }

  return (
    <div
      ref={track}
      className={css.track}
      style={{ width }}
      data-disabled={isDisabled || undefined}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => { if (isDragging.current) previewAt(event) }}
      onPointerUp={() => endDrag(onCommit)}
      onPointerCancel={() => endDrag(onCancel)}
    >
      <ZoneStrip zones={zones} active={active} place={place} min={range.min} max={range.max} width={width} />
      <div
        className={css.thumb}
        style={{ transform: `translateX(${scale.at(Math.min(range.max, Math.max(range.min, value)))}px)` }}
        role="slider"
        tabIndex={isDisabled ? -1 : 0}
        aria-label={label}
        aria-valuemin={range.min}
        aria-valuemax={range.max}
        aria-valuenow={value}
        aria-valuetext={valueText}
        aria-disabled={isDisabled}
        // While a move is not committed, Ctrl Z takes back the move, not the step before it.
        data-undo={isPreviewing ? 'own' : 'bid'}
        onKeyDown={onKeyDown}
        onBlur={() => { if (!isDragging.current) onCommit() }}
      />
    </div>
  )
}

const isUndoKey = (event: KeyboardEvent): boolean => (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z'

type LabelPlace = 'centre' | 'left' | 'right' | 'none'

const iconWidth = 20
const thumbRoom = 12
const labelWidth = ({ label }: SliderZone): number => iconWidth + 14 + label.length * (/[\u2e80-\uffef]/u.test(label) ? 13 : 7)

/** Where a zone's name stands so that the thumb does not cover it. */
function labelPlace(from: number, to: number, thumb: number, width: number): LabelPlace {
  if (Math.abs((from + to) / 2 - thumb) > width / 2 + thumbRoom) return 'centre'
  const [left, right] = [thumb - thumbRoom - from, to - thumb - thumbRoom]
  if (Math.max(left, right) < iconWidth + 4) return 'none'
  return left > right ? 'left' : 'right'
}

type ZoneStripProps = { zones: readonly SliderZone[]; active: number; place: LabelPlace; min: number; max: number; width: number }

const ZoneStrip = memo(function ZoneStrip({ zones, active, place, min, max, width }: ZoneStripProps) {
  const scale = linearScale([min, max], [0, width])
  return (
    <div className={css.strip} aria-hidden>
      {zones.map((zone, index) => {
        const left = scale.at(zone.from)
        const pixels = scale.at(zone.to) - left
        return (
          <div key={zone.from} className={css.zone} data-tone={zone.tone} data-active={index === active || undefined} data-place={index === active ? place : undefined} style={{ left, width: pixels }}>
            {pixels >= iconWidth && (index !== active || place !== 'none') && zone.icon}
            {pixels >= labelWidth(zone) * (index === active && place !== 'centre' ? 2 : 1) && (index !== active || place !== 'none') && <span>{zone.label}</span>}
          </div>
        )
      })}
    </div>
  )
})
