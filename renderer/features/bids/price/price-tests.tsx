import { IconCheck } from '@tabler/icons-react'
import { memo } from 'react'
import { useLocale } from '#renderer/app/i18n.tsx'
import { type FlagLook, FlagShape } from '#renderer/components/flag-chip/flag-shape.tsx'
import { priceTests, type PriceTest } from '#renderer/features/bids/price/tests.ts'
import type { Thresholds } from '#renderer/features/bids/price/thresholds.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { PriceRules } from '#shared/bids/price-rules.ts'
import type { Estimate } from '#shared/estimate/estimate.ts'
import type { PricePoint } from '#shared/estimate/price-model.ts'
import type { Unknown } from '#shared/estimate/unknowns.ts'
import css from '#renderer/features/bids/price/side.module.css'

type PriceTestsProps = { estimate: Estimate; point: PricePoint; unknowns: readonly Unknown[]; thresholds: Thresholds; rules: PriceRules; onPrice: (amount: string) => void }

/** Every test behind the verdict with its limit and the distance to it; a row with a price jumps there. */
export function PriceTests(props: PriceTestsProps) {
  const language = useLocale()
  return (
    <section className={css.card} aria-label={m.price_tests()}>
      <header className={css.head}><h2>{m.price_tests()}</h2><span>{m.price_tests_note()}</span></header>
      <ul className={css.tests}>
        {priceTests(props, language).map((test) => <TestRow key={test.id} test={test} onPrice={props.onPrice} />)}
      </ul>
    </section>
  )
}

const TestRow = memo(function TestRow({ test, onPrice }: { test: PriceTest; onPrice: (amount: string) => void }) {
  const { price } = test
  const content = (
    <>
      <TestMark state={test.state} look={test.look} />
      <span className={css.testName}>{test.name}</span>
      <span className={css.limit}>{test.limit}</span>
      <span className={css.distance}>{test.distance}</span>
    </>
  )
  return (
    <li className={css.test} data-state={test.state}>
      {price === null ? <div className={css.testRow}>{content}</div> : <button type="button" className={css.testRow} onClick={() => onPrice(price)}>{content}</button>}
    </li>
  )
}, isSameTest)

/** Most tests stay as they are from one step of the thumb to the next. */
function isSameTest(before: { test: PriceTest }, { test }: { test: PriceTest }): boolean {
  const { state, name, limit, distance, price } = before.test
  return state === test.state && name === test.name && limit === test.limit && distance === test.distance && price === test.price
}

function TestMark({ state, look }: { state: PriceTest['state']; look: FlagLook }) {
  const name = state === 'passed' ? m.test_passed() : state === 'failed' ? m.test_failed() : m.test_open()
  return (
    <span className={css.mark} data-state={state} data-look={state === 'failed' ? look : undefined} role="img" aria-label={name}>
      {state === 'passed' && <IconCheck size={14} stroke={2.4} />}
      {state === 'failed' && <FlagShape look={look} size={12} />}
      {state === 'open' && <FlagShape look="unknown" size={13} />}
      {state === 'off' && '–'}
    </span>
  )
}
