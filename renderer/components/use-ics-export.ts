import { useCore, useShell } from '#renderer/app/core.tsx'
import { useSavedNotice } from '#renderer/app/saved-notice.tsx'
import { notifyFailure } from '#renderer/app/undo.tsx'
import { agendaCodes, agendaName } from '#renderer/components/agenda-words.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { TenderTarget } from '#shared/tenders/contract.ts'

/** Writes the dates of chosen tenders into a calendar file at a place the person chooses. */
export function useIcsExport() {
  const core = useCore()
  const shell = useShell()
  const saved = useSavedNotice()
  return async (target: TenderTarget, isWithDerived: boolean) => {
    const place = await shell.chooseDestination(`${m.ics_file()}.ics`)
    if (place === null) return
    const words = Object.fromEntries(agendaCodes.map((code) => [code, agendaName(code)]))
    await core.schedule.exportIcs({ destination: place.token, target, isWithDerived, words }).then(
      ({ fileName, entries }) => saved(m.ics_done({ count: entries, name: fileName }), place.token),
      () => notifyFailure(m.tenders_export_not_written()),
    )
  }
}
