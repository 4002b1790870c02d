import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { m } from '#renderer/paraglide/messages.js'

const folder = resolve(import.meta.dirname, '../../../renderer/messages')
const locales = ['zh-CN', 'en', 'fr'] as const

function read(locale: string): Map<string, string> {
  const texts = new Map<string, string>()
  for (const file of readdirSync(join(folder, locale))) {
    const content: Record<string, unknown> = JSON.parse(readFileSync(join(folder, locale, file), 'utf8'))
    for (const [key, text] of Object.entries(content)) texts.set(`${file} ${key}`, JSON.stringify(text))
  }
  return texts
}

describe('words of the window', () => {
  const base = read('zh-CN')

  it.each(['en', 'fr'])('has every message of the Chinese files in %s, in the same file', (locale) => {
    // A blank one language spells differently is a compile error where the message is used.
    expect([...read(locale).keys()].toSorted()).toEqual([...base.keys()].toSorted())
  })

  it.each(locales)('leaves nothing empty, and no Chinese in the other languages but the 万 one may type: %s', (locale) => {
    const odd = [...read(locale)].filter(([, text]) => text.replaceAll('"', '').trim() === '' || (locale !== 'zh-CN' && /\p{Script=Han}/u.test(text.replaceAll('万', ''))))
    expect(odd).toEqual([])
  })

  it('has no message that no screen says', () => {
    const window = resolve(folder, '..')
    const sources = readdirSync(window, { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path) && !path.startsWith('paraglide'))
    const words = new Set(sources.flatMap((path) => readFileSync(join(window, path), 'utf8').match(/[a-z]\w+/g) ?? []))
    expect([...base.keys()].filter((key) => !words.has(key.split(' ')[1] ?? ''))).toEqual([])
  })

  it('is compiled: a message without a language comes in Chinese, with one in that language', () => {
    expect([m.flag_loss({}, { locale: 'zh-CN' }), m.flag_loss({}, { locale: 'en' }), m.flag_loss({}, { locale: 'fr' })]).toEqual(['亏损中标', 'Loss-making', 'À perte'])
  })

  it('counts as the language does: one page, two pages, and nothing is singular in French only', () => {
    expect([0, 1, 2].map((pages) => m.report_pages({ pages }, { locale: 'en' }))).toEqual(['0 pages, A4', '1 page, A4', '2 pages, A4'])
    expect([0, 1, 2].map((pages) => m.report_pages({ pages }, { locale: 'fr' }))).toEqual(['0 page, A4', '1 page, A4', '2 pages, A4'])
    expect(m.report_pages({ pages: 1 }, { locale: 'zh-CN' })).toBe('共 1 页，A4')
  })
})
