import { m } from '#renderer/paraglide/messages.js'
import type { ProgrammeDraft, ProgrammeStatus } from '#shared/programmes/programme.ts'

export function statusName(status: ProgrammeStatus): string {
  switch (status) {
    case 'open': return m.programme_open()
    case 'upcoming': return m.programme_upcoming()
    case 'closed': return m.programme_closed()
    case 'window-unknown': return m.programme_window_unknown()
  }
}

export function confidenceName(confidence: ProgrammeDraft['confidence']): string {
  switch (confidence) {
    case 'official': return m.programme_confidence_official()
    case 'secondary': return m.programme_confidence_secondary()
    case 'weak': return m.programme_confidence_weak()
    case 'unknown': return m.programme_confidence_unknown()
  }
}
