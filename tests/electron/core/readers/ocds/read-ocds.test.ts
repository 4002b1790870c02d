import { readOcds } from '#core/readers/ocds/read-ocds.ts'
import { outcomes, readAll, readContent } from '../read-files.ts'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'

const release = (ocid: string, title: string, date = '2026-01-01T00:00:00Z') => ({ ocid, id: `${ocid}-1`, date, tag: ['tender'], tender: { id: 'T', title, value: { amount: 12.5, currency: 'CNY' } } })
const [a, b, c] = [release('a', 'A'), release('b', 'B'), release('c', 'C')]
const read = async (content: string | Uint8Array) => outcomes(await readContent(readOcds, content))
const text = (value: unknown) => JSON.stringify(value)

describe('readOcds', () => {
  it.each([
    ['a release package', text({ uri: 'u', version: '1.1', releases: [a, b] }), ['1 A', '2 B']],
    ['a package whose metadata comes last', text({ releases: [a, b], uri: 'u', publishedDate: '2026' }), ['1 A', '2 B']],
    ['a record package', text({ records: [{ ocid: 'a', compiledRelease: a }, { ocid: 'b', releases: [b] }] }), ['1 A', '2 B']],
    ['a bare release', text(a), ['1 A']],
    ['a bare record', text({ ocid: 'a', releases: [a], compiledRelease: release('a', 'Compiled') }), ['1 Compiled']],
    ['a record without its own ocid, compiled release last', text({ releases: [a], compiledRelease: release('a', 'Compiled') }), ['1 Compiled']],
    ['a list of releases', text([a, b]), ['1 A', '2 B']],
    ['a list of packages', text([{ releases: [a] }, { records: [{ ocid: 'b', compiledRelease: b }] }]), ['2 B', '1 A']],
    ['documents after one another', `${text({ releases: [a] })}${text({ releases: [b] })}\n\n${text(c)}`, ['1 A', '2 B', '3 C']],
    ['one document a line', `${text(a)}\r\n${text({ releases: [b] })}\n\n${text(c)}\n`, ['1 A', '2 B', '3 C']],
  ])('reads %s', async (_, content, expected) => {
    expect(await read(content)).toEqual(expected)
  })

  it.each([
    ['UTF-8 with a mark', iconv.encode(text({ releases: [release('a', '智能问答')] }), 'utf8', { addBOM: true })],
    ['UTF-16 LE with a mark', iconv.encode(text({ releases: [release('a', '智能问答')] }), 'utf-16le', { addBOM: true })],
    ['UTF-16 BE with a mark', iconv.encode(text({ releases: [release('a', '智能问答')] }), 'utf-16be', { addBOM: true })],
    ['UTF-16 LE without one', iconv.encode(text({ releases: [release('a', '智能问答')] }), 'utf-16le')],
    ['GB18030', iconv.encode(text({ releases: [release('a', '智能问答')] }), 'gb18030')],
  ])('reads %s', async (_, content) => {
    expect(await read(content)).toEqual(['1 智能问答'])
  })

  it('reads Latin-1', async () => {
    expect(await read(iconv.encode(text(release('a', 'Licitación pública en México')), 'latin1'))).toEqual(['1 Licitación pública en México'])
  })

  it('compiles the releases of one process, however far apart in the file', async () => {
    const update = { ocid: 'a', id: 'a-2', date: '2026-02-01T00:00:00Z', tag: ['tenderUpdate'], tender: { title: 'A, extended' } }
    const [first, second] = await readContent(readOcds, text({ releases: [update, b, a] }))
    expect(outcomes([first!, second!])).toEqual(['1 A, extended', '2 B'])
    expect(first).toMatchObject({ draft: { noticeType: 'correction', ceiling: '12.5', publishedAt: '2026-02-01T00:00:00.000Z' } })
  })

  it('hands releases on before the file ends: those of one process meet within two megabytes, and farther apart in the store', async () => {
    const update = { ocid: 'a', id: 'a-2', date: '2026-02-01T00:00:00Z', tag: ['tenderUpdate'], tender: { title: 'A, extended' } }
    const between = (count: number) => Array.from({ length: count }, (_, at) => ({ ...release(`x${at}`, `X${at}`), language: 'z'.repeat(10_000) }))
    const near = await readContent(readOcds, text({ releases: [a, ...between(150), update] }))
    expect(outcomes(near).filter((outcome) => outcome.includes('A'))).toEqual(['1 A, extended'])
    const far = await readContent(readOcds, text({ releases: [a, ...between(250), update] }))
    expect(outcomes(far).filter((outcome) => outcome.includes('A'))).toEqual(['1 A', '252 A, extended'])
    expect(far).toHaveLength(252)
  })

  it('keeps the digits of amounts no float can hold', async () => {
    const [reading] = await readContent(readOcds, '{"ocid":"a","tender":{"title":"A","value":{"amount":900719925474099312.34,"currency":"CNY"}}}')
    expect(reading).toMatchObject({ ok: true, draft: { ceiling: '900719925474099312.34' } })
  })

  it.each([
    ['', [`null file-empty null`]],
    [' \n ', ['null file-empty null']],
    ['{"releases":[]}', ['1 file-empty null']],
    ['{"releases":{}}', ['1 not-ocds releases']],
    ['{"title":"something else"}', ['1 not-ocds null']],
    ['[1, "x", null]', ['1 not-ocds null', '2 not-ocds null', '3 not-ocds null']],
    ['12', ['1 not-ocds null']],
    ['not json', ['1 syntax null']],
    [`{"releases":[${text(a)},7,{},{"ocid":"x"}]}`, ['2 field-invalid releases', '3 field-missing ocid', '1 A', '4 field-missing tender.title']],
    [text({ records: [{ ocid: 'a', releases: [{ url: 'https://example.org/1', date: '2026-01-01', tag: ['tender'] }] }] }), ['1 field-missing compiledRelease']],
  ])('names what is wrong with %s', async (content, expected) => {
    expect(await read(content)).toEqual(expected)
  })

  it('keeps what stands before a fault, and says where the fault is', async () => {
    const cut = text({ releases: [a, b, c] }).slice(0, -40)
    expect(await read(cut)).toEqual(['3 syntax null', '1 A', '2 B'])
    const broken = text({ releases: [a, b, c] }).replace('"B"', '"B')
    expect(await read(broken)).toEqual(['2 syntax null', '1 A'])
  })

  it('loses only the faulty line where each line is a document', async () => {
    expect(await read(`${text(a)}\n{"ocid": oops}\n${text(c)}\n{"ocid":"x"`)).toEqual(['2 syntax null', '4 syntax null', '1 A', '3 C'])
  })

  it('refuses hostile nesting and goes on with the next release', async () => {
    const deep = `{"ocid":"d","tender":${'['.repeat(5000)}${']'.repeat(5000)}}`
    expect(await read(`{"releases":[${deep},${text(b)}]}`)).toEqual(['1 syntax null', '2 B'])
    expect(await read('['.repeat(300_000))).toEqual(['1 syntax null'])
  })

  it('takes __proto__ for an ordinary name', async () => {
    expect(await read(`{"__proto__":{"ocid":"evil"},"releases":[{"ocid":"a","__proto__":{"tender":{"title":"evil"}},"tender":{"title":"A"}}]}`)).toEqual(['1 A'])
    expect(await read(`[{"__proto__":{"ocid":"evil"}}]`)).toEqual(['1 not-ocds null'])
  })

  it('refuses a release that is too large but reads the next', { timeout: 60_000 }, async () => {
    const huge = `{"ocid":"h","tender":{"title":"H","description":"${'x'.repeat(33 * 1024 * 1024)}"}}`
    expect(await read(`{"releases":[${huge},${text(b)}]}`)).toEqual(['1 file-too-large null', '2 B'])
  })

  it('says that a file can not be read', async () => {
    expect(outcomes(await readAll(readOcds, '/nowhere/at/all.json'))).toEqual(['null file-unreadable null'])
    expect(await read(new Uint8Array([1, 2, 0, 4, 0, 0, 9]))).toEqual(['null encoding-unknown null'])
  })

  it('stops when it is told to', async () => {
    const signal = AbortSignal.abort()
    await expect(readOcds({ name: 'x', path: import.meta.filename, signal })[Symbol.asyncIterator]().next()).rejects.toThrow(/abort/i)
  })
})
