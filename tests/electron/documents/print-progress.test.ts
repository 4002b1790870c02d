import { expect, it } from 'vitest'
import type { PrintProgress } from '#shared/documents/print-progress.ts'
import { openTestCore } from '../../support/workspace.ts'

it('says how far the pages are while they are set, volume by volume, until nobody listens', async () => {
  const core = openTestCore()
  const stop = new AbortController()
  try {
    await core.client.workspace.loadSample()
    const [bid] = await core.client.bids.list()
    const heard: PrintProgress[] = []
    const listening = (async () => {
      for await (const each of await core.client.documents.progress({}, { signal: stop.signal })) heard.push(each)
    })().catch((error: unknown) => error)
    await core.client.documents.render({ bidId: bid?.id ?? '', volume: 'technical' })
    const { volume, share } = heard.at(-1) ?? { volume: null, share: null }
    expect([volume, share]).toEqual(['technical', 1])
    const ofTheFile = heard.slice(heard.findLastIndex((each, index) => each.share < (heard[index - 1]?.share ?? 1)))
    expect(ofTheFile.length).toBeGreaterThan(5)
    expect(ofTheFile.map((each) => each.share)).toEqual(ofTheFile.map((each) => each.share).toSorted((a, b) => a - b))
    expect(new Set(heard.map((each) => each.volume)).size).toBeGreaterThan(1)
    stop.abort()
    await listening
    expect(core.context.printing.size).toBe(0)
  } finally {
    core.close()
  }
})
