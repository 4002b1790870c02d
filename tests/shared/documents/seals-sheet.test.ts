import { expect, it } from 'vitest'
import { buyerBidOf } from '#shared/documents/buyer-bid.ts'
import type { PrintDocument } from '#shared/documents/document.ts'
import { documentTexts } from '#shared/documents/document.ts'
import { sealsSheet, withWorks } from '#shared/documents/seals-sheet.ts'
import { businessVolume, priceVolume } from '../../support/volumes.ts'
import { sampleBid, sampleCompany, sampleTender } from '../../support/sample-bid.ts'

const bid = buyerBidOf(sampleBid(), sampleTender, sampleCompany)
const unnamed = ({ sections }: PrintDocument) => sections.map(({ blocks }) => blocks.map((block) => ('anchor' in block ? { ...block, anchor: undefined } : block)))

it('every seal, signature, blank and copy of a volume is on the list, and nothing that is printed changes', () => {
  const document = businessVolume(bid)
  const { works, document: worked } = withWorks(document, '商务部分')
  const signed = document.sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'signature'))
  expect(works.filter(({ what }) => what.includes('加盖单位章') && !what.startsWith('粘贴'))).toHaveLength(signed.length)
  expect(works.find(({ form }) => form.includes('授权委托书'))?.what).toBeTruthy()
  expect(works.some(({ what }) => /^手写填空 \d+ 处$/.test(what))).toBe(true)
  expect(works.some(({ what }) => what.startsWith('粘贴：'))).toBe(true)
  expect(unnamed(worked).map((blocks) => blocks.map(({ kind }) => kind))).toEqual(unnamed(document).map((blocks) => blocks.map(({ kind }) => kind)))
  expect(documentTexts(worked)).toEqual(documentTexts(document))
})

it('the sheet lists the work of every volume by its page, the cover first, and says that it stays with us', () => {
  const worked = withWorks(priceVolume(bid), '报价部分')
  const anchors = Object.fromEntries(worked.works.map(({ anchor }, index) => [anchor, 9 - index]))
  const sheet = sealsSheet(bid, [{ ...worked, pages: 9, anchors }])
  const [table] = sheet.sections[0]!.blocks.filter((block) => block.kind === 'table').slice(1)
  expect(table?.rows.map((row) => row[1]?.text)).toEqual(['第1页', ...worked.works.map((_, index) => `第${10 - worked.works.length + index}页`)])
  expect(sheet.header.right).toBe('内部使用')
})
