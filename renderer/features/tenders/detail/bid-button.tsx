import { Button, Menu } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useLocation } from 'wouter'
import { useCore } from '#renderer/app/core.tsx'
import { notifyFailure } from '#renderer/app/undo.tsx'
import { m } from '#renderer/paraglide/messages.js'
import type { TenderDetail } from '#shared/tenders/contract.ts'
import type { Tender } from '#shared/tenders/tender.ts'
import styles from './detail.module.css'

/** Starts our bid, or opens one of `bids`: a second one for the same is a copy, made in the bid. We bid per lot: with several the person says which. */
export function BidButton({ tender, bids }: { tender: Tender; bids: TenderDetail['bids'] }) {
  const [, navigate] = useLocation()
  const start = useStart(tender.id)
  const known = bids.at(-1)
  if (tender.lots.length < 2 && known !== undefined) {
    return (
      <Button component={Link} href={`/bids/${known.id}`}>
        {m.bid_open()}
      </Button>
    )
  }
  if (tender.lots.length < 2) {
    return (
      <Button loading={start.isPending} onClick={() => start.mutate(tender.lots[0]?.no ?? null)}>
        {m.bid_start()}
      </Button>
    )
  }
  const bidOf = (no: string) => bids.findLast(({ lotNo }) => lotNo === no)
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button loading={start.isPending}>{m.bid_start_lot()}</Button>
      </Menu.Target>
      <Menu.Dropdown className={styles.lotMenu}>
        {tender.lots.map(({ no, name }) => {
          const bid = bidOf(no)
          return (
            <Menu.Item key={no} onClick={() => (bid === undefined ? start.mutate(no) : navigate(`/bids/${bid.id}`))}>
              {[no, name, bid === undefined ? null : m.bid_open_lot()].filter((part) => part !== null).join(' ')}
            </Menu.Item>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}

function useStart(tenderId: string) {
  const core = useCore()
  const queries = useQueryClient()
  const [, navigate] = useLocation()
  return useMutation({
    mutationFn: (lotNo: string | null) => core.bids.start({ tenderId, lotNo }),
    onSuccess: async (bid) => {
      await queries.invalidateQueries()
      navigate(`/bids/${bid.id}`)
    },
    onError: () => notifyFailure(m.bid_start_failed()),
  })
}
