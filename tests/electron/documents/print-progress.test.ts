import { expect, it, vi } from 'vitest'
import { openFonts } from '#core/documents/fonts.ts'
import { renderPdf } from '#core/documents/render-pdf.ts'
import { paragraph } from '#shared/documents/document.ts'
import type { PrintDocument, Section } from '#shared/documents/document.ts'
import type { PrintProgress } from '#shared/documents/print-progress.ts'
import { openTestCore } from '../../support/workspace.ts'

it('counts every form that is set and every page that is drawn', async () => {
  const shares: number[] = []
  const chapters = ['甲', '乙', '丙'].map((title): Section => ({ title, orientation: 'portrait', blocks: [paragraph('正文')] }))
  const document: PrintDocument = { volume: 'technical', info: { title: '样本', author: '某公司' }, header: { left: '', right: '' }, watermark: null, cover: [], sections: chapters }
  const { pages } = await renderPdf(document, { fonts: openFonts('node_modules/@expo-google-fonts'), now: '2026-11-22T00:00:00.000Z', onProgress: (share) => shares.push(share) })
  expect(shares).toHaveLength(1 + chapters.length + pages)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  expect(shares.at(-1)).toBe(1)
})

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
    await vi.waitFor(() => expect(heard.at(-1)).toEqual({ volume: 'technical', share: 1 }))
    const ofTheFile = heard.slice(heard.findLastIndex((each, index) => each.share < (heard[index - 1]?.share ?? 1)))
    expect(ofTheFile.map((each) => each.share)).toEqual(ofTheFile.map((each) => each.share).toSorted((a, b) => a - b))
    expect(new Set(heard.map((each) => each.volume)).size).toBeGreaterThan(1)
    stop.abort()
    await listening
    expect(core.context.printing.size).toBe(0)
  } finally {
    core.close()
  }
})
