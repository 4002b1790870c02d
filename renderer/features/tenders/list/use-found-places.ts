import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useCore } from '#renderer/app/core.tsx'
import type { TenderPages } from '#renderer/features/tenders/use-tender-pages.ts'
import type { Snippet } from '#shared/search/marks.ts'

export type Found = { query: string; snippets: ReadonlyMap<string, Snippet> }

const mostAtOnce = 200
const none: Found['snippets'] = new Map()

/** Where the words were found, asked for the rows in sight only. */
export function useFoundPlaces(query: string, pages: TenderPages): { found: Found; onVisible: (first: number, last: number) => void } {
  const core = useCore()
  const [[first, last], setSight] = useState<readonly [number, number]>([0, 0])
  const ids: string[] = []
  for (let index = first; index <= last && ids.length < mostAtOnce; index++) {
    const row = pages.rowAt(index)
    if (row !== undefined) ids.push(row.id)
  }
  const asked = useQuery({
    queryKey: ['tenders', 'snippets', query, ids],
    queryFn: ({ signal }) => core.tenders.snippets({ query, ids }, { signal }),
    enabled: query !== '' && ids.length > 0,
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  })
  const data = query === '' ? undefined : asked.data
  const snippets = useMemo(() => (data === undefined ? none : new Map(data.map(({ id, ...snippet }) => [id, snippet]))), [data])
  const onVisible = pages.onVisible
  const seen = useMemo(
    () => (from: number, to: number) => {
      onVisible(from, to)
      setSight((before) => (before[0] === from && before[1] === to ? before : [from, to]))
    },
    [onVisible],
  )
  return { found: useMemo(() => ({ query, snippets }), [query, snippets]), onVisible: seen }
}
