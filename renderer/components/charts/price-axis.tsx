import { memo } from 'react'
import { linearScale, niceTicks } from '#shared/charts/scale.ts'
import css from '#renderer/components/charts/price-chart.module.css'

type PriceAxisProps = { width: number; min: number; max: number; format: (price: number) => string; unit: string }

/** Round prices under the strip; the unit stands at the right end. */
export const PriceAxis = memo(function PriceAxis({ width, min, max, format, unit }: PriceAxisProps) {
  const scale = linearScale([min, max], [0, width])
  return (
    <svg width={width + 44} height={22} aria-hidden>
      {niceTicks(min, max, Math.max(2, Math.floor(width / 110))).map((price) => (
        <text key={price} className={css.axisText} x={Math.max(12, Math.min(width - 12, scale.at(price)))} y={15} textAnchor="middle">{format(price)}</text>
      ))}
      <text className={css.axisText} x={width + 44} y={15} textAnchor="end">{unit}</text>
    </svg>
  )
})
