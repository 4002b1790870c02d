import { m } from '#renderer/paraglide/messages.js'
import type { PrintableVolume } from '#shared/documents/volume.ts'

/** Files are named in Chinese whatever the window speaks: they are for the buyer. */
export function volumeName(volume: PrintableVolume, locale?: 'zh-CN'): string {
  const options = locale === undefined ? {} : { locale }
  switch (volume) {
    case 'business': return m.volume_business({}, options)
    case 'technical': return m.volume_technical({}, options)
    case 'price': return m.volume_price({}, options)
    case 'book': return m.volume_book({}, options)
  }
}
