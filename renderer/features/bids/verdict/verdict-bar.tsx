import { memo } from 'react'
import { useLocale } from '#renderer/app/i18n.tsx'
import { FlagChip, flagLook } from '#renderer/components/flag-chip/flag-chip.tsx'
import { Marked } from '#renderer/features/bids/verdict/marked.tsx'
import { flagSentence } from '#renderer/features/bids/verdict/sentence.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { Flag } from '#shared/estimate/verdict.ts'
import css from '#renderer/features/bids/verdict/verdict-bar.module.css'

/** The verdict and its one sentence; its height never changes, so nothing jumps while the price moves. */
export const VerdictBar = memo(function VerdictBar({ flags }: { flags: readonly Flag[] }) {
  const language = useLocale()
  const [main] = flags
  const look = main === undefined ? 'unknown' : flagLook(main.code)
  const text = main === undefined ? m.verdict_no_offer() : flagSentence(main, language)
  const others = otherFlags(flags)
  return (
    <section className={css.bar} data-look={look} aria-label={m.verdict_region()}>
      <FlagChip verdict={main?.code ?? 'cannot-judge'} size="large" />
      <p className={css.sentence} title={text.replaceAll('**', '')}><Marked text={text} /></p>
      {others.length > 0 && (
        <div className={css.also}>
          <span>{m.verdict_also()}</span>
          {others.map((flag) => <FlagChip key={flag.code} verdict={flag.code} shapeOnly={language !== 'zh-CN' && others.length > 1} />)}
        </div>
      )}
    </section>
  )
})

/** The other flags that hold, one for each look: two kinds of loss are one chip. */
function otherFlags(flags: readonly Flag[]): Flag[] {
  const looks = new Set(flags[0] === undefined ? [] : [flagLook(flags[0].code)])
  return flags.slice(1).filter(({ code }) => {
    const look = flagLook(code)
    if (looks.has(look)) return false
    looks.add(look)
    return true
  })
}
