import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { BidTabProps } from '#renderer/app/bid-tab.ts'
import { EmptyState } from '#renderer/components/empty-state/empty-state.tsx'
import { ScrollRegion } from '#renderer/components/scroll-region/scroll-region.tsx'
import { ApiCard } from '#renderer/features/sizing/api-card.tsx'
import { LinesPanel } from '#renderer/features/sizing/lines-panel.tsx'
import { DeploymentPanel, LoadPanel } from '#renderer/features/sizing/load-panels.tsx'
import { LocalisationPanel } from '#renderer/features/sizing/localisation-panel.tsx'
import { StackCard } from '#renderer/features/sizing/stack-card.tsx'
import { itemName, itemUnit } from '#renderer/components/sizing-item.ts'
import { m } from '#renderer/paraglide/messages.js'
import { asOf } from '#shared/sizing/as-of.ts'
import { type LineMaker, relinked, withSizing } from '#shared/sizing/cost-lines.ts'
import { emptyStack, newSizing } from '#shared/sizing/new-sizing.ts'
import { routesOf } from '#shared/sizing/routes.ts'
import type { Sizing } from '#shared/sizing/sizing.ts'
import css from '#renderer/features/sizing/sizing.module.css'

const newId = () => crypto.randomUUID()
const maker: LineMaker = { nameOf: itemName, unitOf: itemUnit, newId }
const mostStacks = 4

/** The workload behind the costs: by the token and on cards, side by side; the chosen way makes cost lines that follow it. */
export function SizingTab({ estimate, today, edit }: BidTabProps) {
  const { sizing } = estimate
  if (sizing === null || sizing === undefined) {
    return (
      <EmptyState title={m.sizing_empty_title()} text={m.sizing_empty_hint()}>
        <Button onClick={() => edit((before) => withSizing(before, newSizing(newId), maker))}>{m.sizing_start()}</Button>
      </EmptyState>
    )
  }
  return <SizingForm estimate={estimate} sizing={sizing} today={today} edit={edit} />
}

function SizingForm({ estimate, sizing, today, edit }: Pick<BidTabProps, 'estimate' | 'today' | 'edit'> & { sizing: Sizing }) {
  const routes = useMemo(() => routesOf(asOf(sizing, today)), [sizing, today])
  const [api, ...stacks] = routes
  const change = (next: Sizing) => edit((before) => withSizing(before, next, maker))
  const use = (id: string) => change({ ...sizing, choice: id, isLinked: true, left: [] })
  const setOrigin = (lineId: string, isDomestic: boolean) => edit((before) => ({ ...before, costLines: before.costLines.map((line) => (line.id === lineId ? { ...line, isDomestic } : line)) }))
  return (
    <ScrollRegion label={m.sizing_tab()} className={css.tab}>
      <LoadPanel sizing={sizing} change={change} />
      <div className={css.cards}>
        {api !== undefined && <ApiCard route={api} sizing={sizing} today={today} change={change} onUse={() => use('api')} />}
        {sizing.stacks.map((stack, index) => {
          const route = stacks[index]
          return route !== undefined && <StackCard key={stack.id} stack={stack} route={route} sizing={sizing} today={today} change={change} onUse={() => use(stack.id)} />
        })}
      </div>
      <div><Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} disabled={sizing.stacks.length >= mostStacks} title={m.sizing_stack_limit()} onClick={() => change({ ...sizing, stacks: [...sizing.stacks, emptyStack(newId(), null)] })}>{m.sizing_add_stack()}</Button></div>
      <DeploymentPanel sizing={sizing} change={change} />
      <div className={css.pair}>
        <LinesPanel estimate={estimate} sizing={sizing} today={today} onRelink={(item) => edit((before) => relinked(before, item, maker))} onUnlink={() => change({ ...sizing, isLinked: false })} />
        <LocalisationPanel estimate={estimate} sizing={sizing} routes={routes} change={change} onUse={use} onOrigin={setOrigin} />
      </div>
    </ScrollRegion>
  )
}
