import { formatDecimal, formatWan, formatYuan, type Language } from '#renderer/components/money-input/format-money.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { Confidence } from '#shared/calendar/deadline-rules.ts'
import { Decimal, type DecimalValue } from '#shared/decimal.ts'
import type { AbnormalTest } from '#shared/pricing/abnormally-low/chinese.ts'
import type { Track } from '#shared/pricing/track.ts'

type Rounding = 'nearest' | 'up' | 'down'
const modes = { nearest: Decimal.ROUND_HALF_UP, up: Decimal.ROUND_CEIL, down: Decimal.ROUND_FLOOR } as const

/** A price in short: '398.00 万' in Chinese, whole yuan elsewhere. A least price is rounded up and a most price down. */
export function shortPrice(amount: DecimalValue, language: Language, rounding: Rounding = 'nearest'): string {
  const value = new Decimal(amount)
  if (language === 'zh-CN') return `${formatWan(value.div(100).toDecimalPlaces(0, modes[rounding]).times(100).toFixed(), language)} 万`
  return formatYuan(value.toDecimalPlaces(0, modes[rounding]).toFixed(), language, 0)
}

export function pointsText(points: DecimalValue, language: Language, decimals = 2): string {
  return formatDecimal(new Decimal(points).toFixed(), language, decimals)
}

export function trackName(track: Track): string {
  switch (track) {
    case 'government_procurement': return m.contest_track_gp()
    case 'tender_law_soe': return m.contest_track_tender_law()
    case 'soe_non_mandatory': return m.contest_track_soe()
    case 'eu': return m.contest_track_eu()
    case 'world_bank': return m.contest_track_world_bank()
    case 'poland': return m.contest_track_poland()
    case 'italy': return m.contest_track_italy()
  }
}

export function confidenceName(confidence: Confidence): string {
  switch (confidence) {
    case 'law': return m.contest_confidence_law()
    case 'secondary': return m.contest_confidence_secondary()
    case 'notice': return m.contest_confidence_notice()
    case 'memory': return m.contest_confidence_memory()
  }
}

export function categoryName(category: 'goods' | 'service'): string {
  return category === 'goods' ? m.contest_goods() : m.contest_service()
}

export function testName(test: AbnormalTest): string {
  switch (test) {
    case 'AVG': return m.contest_test_avg()
    case 'SECOND_LOWEST': return m.contest_test_second()
    case 'CEILING': return m.contest_test_ceiling()
  }
}
