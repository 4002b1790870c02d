import { useLocale } from '#renderer/app/i18n.tsx'
import { FlagChip } from '#renderer/components/flag-chip/flag-chip.tsx'
import { Marked } from '#renderer/features/bids/verdict/marked.tsx'
import { flagSentence } from '#renderer/features/bids/verdict/sentence.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { Flag } from '#shared/estimate/verdict.ts'
import css from '#renderer/features/bids/verdict/verdict-bar.module.css'

/** The verdict where there is no room for the bar. */
export function VerdictCard({ flags }: { flags: readonly Flag[] }) {
  const language = useLocale()
  const [main] = flags
  if (main === undefined) return null
  return (
    <section className={css.small} aria-label={m.verdict_region()}>
      <FlagChip verdict={main.code} />
      <p><Marked text={flagSentence(main, language)} /></p>
    </section>
  )
}
