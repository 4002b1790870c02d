import { kindOfHead } from '#core/readers/detect-kind.ts'
import iconv from 'iconv-lite'
import { expect, it } from 'vitest'

const zipOf = (...names: string[]) => Buffer.from(`PK\u0003\u0004${names.join('\u0000')}`, 'latin1')

it.each([
  ['a.json', '{"releases":[]}', 'ocds'],
  ['a.txt', '\uFEFF [{"ocid":"x"}]', 'ocds'],
  ['prices.json', '{"gpt":{"input_cost_per_token":1e-6}}', 'prices'],
  ['any.json', '{"a":1}', null],
  ['n.xml', '<?xml version="1.0"?>\n<ContractNotice xmlns="urn:x">', 'eforms'],
  ['n.xml', '<can:ContractAwardNotice>', 'eforms'],
  ['n.xml', '<?xml version="1.0"?>\n<!-- x --><rss></rss>', 'notice'],
  ['n', '<rdf:RDF xmlns:rdf="x">', 'notice'],
  ['n.xml', '<opml></opml>', null],
  ['list.json', '{"data":{"rows":[{"项目名称":"A"}]}}', 'table'],
  ['n', '<!DOCTYPE html><html>', 'notice'],
  ['n.txt', '某项目招标公告', 'notice'],
  ['n', '项目编号：1', 'notice'],
  ['n', 'nothing known', null],
  ['t.csv', '项目名称,预算\nA,1', 'table'],
  ['t', '项目名称\t采购人\t预算\nA\tB\t1', 'table'],
  ['t.csv', 'InstanceType,AcceleratorName,Price\na,b,1', 'prices'],
  ['m.toml', 'name = "x"\n[cost]\ninput = 1', 'prices'],
  ['a.xlsx', '', null],
  ['a.pdf', '%PDF-1.7', 'notice'],
])('%s holding %j is %s', (path, content, kind) => {
  expect(kindOfHead(path, Buffer.from(content))).toBe(kind)
})

it('goes by the content of a zip before its name', () => {
  expect(kindOfHead('a.docx', zipOf('[Content_Types].xml', 'xl/workbook.xml'))).toBe('table')
  expect(kindOfHead('a.xlsx', zipOf('word/document.xml'))).toBe('notice')
  expect(kindOfHead('a.xlsx', zipOf('[Content_Types].xml'))).toBe('table')
  expect(kindOfHead('a.xlsx', zipOf('photo.jpg'))).toBeNull()
})

it('reads any encoding', () => {
  expect(kindOfHead('a', iconv.encode('{"ocid":"x"}', 'utf-16le'))).toBe('ocds')
  expect(kindOfHead('a', iconv.encode('采购公告 项目编号：1', 'gb18030'))).toBe('notice')
  expect(kindOfHead('a', Buffer.from([0, 1, 2, 3, 0, 0]))).toBeNull()
})
