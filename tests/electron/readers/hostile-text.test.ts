import { expect, test } from 'vitest'
import { kindOfHead } from '#core/readers/detect-kind.ts'
import { isFeedText } from '#core/readers/feed/is-feed.ts'
import { pageText } from '#core/readers/notice/page-text.ts'
import { requiredTerms } from '#shared/documents/required-terms.ts'
import { readPriceCell } from '#shared/prices/lists/price-cell.ts'
import { proposeTrack } from '#shared/pricing/propose-track.ts'
import { readFormula } from '#shared/pricing/read-formula.ts'
import { extractNotice } from '#shared/tenders/notice/extract-notice.ts'
import { toDraft } from '#shared/tenders/notice/to-draft.ts'

/** Texts made to be read in very many ways. Where one is, the test does not end within hours, or not at all. */
const blanks = ' \n'.repeat(20_000)

test('a page that begins with a hundred comments is told from a feed', () => {
  expect(isFeedText(`${'<!---->'.repeat(100)}<html>`)).toBe(false)
  expect(isFeedText(`${'<!-- a -- b -->\n'.repeat(100)}<rss>`)).toBe(true)
  expect(kindOfHead('page.html', Buffer.from(`${'<!---->'.repeat(5000)}<html>`))).toBe('notice')
})

test.each([['list.md', null], ['model.toml', null]] as const)('%s of blank lines is no price list', (path, kind) => {
  expect(kindOfHead(path, Buffer.from(`a${'\n'.repeat(60_000)}`))).toBe(kind)
})

test('a heading of a hundred words of notices is one name', () => {
  const heading = '某项目'.concat('中标结果中标候选人'.repeat(50))
  const { title } = toDraft({ ...extractNotice('招标公告'), projectName: null, title: heading }, { text: '', name: '', url: null })
  expect(title).toBe(heading)
})

test('a cell of a million breaks, and a page of tabs too deep to be parsed, are blanks', () => {
  expect(pageText(`<table><tr><td>a${'<br>'.repeat(300_000)}b</td><td>c</td></tr></table>`)).toBe('a b\tc')
  expect(pageText(`${'<div>'.repeat(4000)}a${'\t'.repeat(1_000_000)}b`)).toBe(`a${'\t'.repeat(1_000_000)}b`)
})

test('blanks between the words of rules are read past', () => {
  expect(proposeTrack({ text: `采购人${blanks}${'招标人 \n'.repeat(5000)}`, buyer: null }).track).not.toBe('poland')
  expect(readFormula(`价格${blanks}基准价${blanks}最终报价${blanks}1%${blanks}`).points).toBeNull()
  expect(requiredTerms([`投标保证金${blanks}近${blanks}投标有效期90${blanks}`])).toEqual({ validityDays: null, bondAmount: null, referenceYears: null })
  expect(readPriceCell(`输入${' '.repeat(200_000)}4 元/百万 tokens`)).toMatchObject([{ side: 'in', perTokens: '1000000' }])
})
