import { m } from '#renderer/paraglide/messages.js'
import type { Progress } from '#shared/tenders/progress.ts'

/** Null while a purchase simply runs. */
export function progressName(progress: Progress): string | null {
  switch (progress) {
    case 'open':
      return null
    case 'terminated':
      return m.progress_terminated()
    case 'tendered-again':
      return m.progress_tendered_again()
    case 'candidates':
      return m.progress_candidates()
    case 'awarded':
      return m.progress_awarded()
  }
}
