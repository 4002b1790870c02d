import { type KeyboardEvent, memo, type PointerEvent, type ReactNode, useRef } from 'react'
import { linearScale } from '#renderer/components/charts/scale.ts'
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
  /** The drag or the key presses have come to rest. */
  onCommit: () => void
  /** The drag was given up: back to where it began. */
  onCancel: () => void
}

/** The colour strip is the track: where the thumb stands is the verdict. */
export function PriceSlider({ value, range, zones, width, label, valueText, isDisabled = false, onPreview, onCommit, onCancel }: PriceSliderProps) {
  const track = useRef<HTMLDivElement>(null)
  const isDragging = useRef(false)
  const scale = linearScale([range.min, range.max], [0, width])
  const active = zones.findIndex((zone) => value >= zone.from && value <= zone.to)

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
    if (event.key === 'Escape') return endDrag(onCancel)
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
      <ZoneStrip zones={zones} active={active} min={range.min} max={range.max} width={width} />
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
        onKeyDown={onKeyDown}
        onBlur={() => { if (!isDragging.current) onCommit() }}
      />
    </div>
  )
}

type ZoneStripProps = { zones: readonly SliderZone[]; active: number; min: number; max: number; width: number }

const ZoneStrip = memo(function ZoneStrip({ zones, active, min, max, width }: ZoneStripProps) {
  const scale = linearScale([min, max], [0, width])
  return (
    <div className={css.strip} aria-hidden>
      {zones.map((zone, index) => {
        const left = scale.at(zone.from)
        const pixels = scale.at(zone.to) - left
        return (
          <div key={zone.from} className={css.zone} data-tone={zone.tone} data-active={index === active || undefined} style={{ left, width: pixels }}>
            {pixels >= 20 && zone.icon}
            {pixels >= 34 + zone.label.length * 13 && <span>{zone.label}</span>}
          </div>
        )
      })}
    </div>
  )
})
