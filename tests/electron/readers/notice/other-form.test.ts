import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { isMarkup } from '#core/readers/notice/page-text.ts'
import { extractNotice } from '#shared/tenders/notice/extract-notice.ts'

/** The same notice in another form says the same. */
const folder = fileURLToPath(new URL('../../../fixtures/notice-layouts/', import.meta.url))
/** Notices that are already about broken lines. */
const aboutLines = new Set(['spaced-pdf', 'broken-lines', 'wrapped-pdf-text', "a PDF's lines: labels broken, header and footer in between"])
const texts = readdirSync(folder).flatMap((file) =>
  readFileSync(`${folder}${file}`, 'utf8')
    .split(/^@@/m)
    .slice(1)
    .map((block): [string, string] => [block.slice(0, block.indexOf('|')).trim(), block.slice(block.indexOf('\n') + 1)])
    .filter(([name, text]) => !isMarkup(text) && !aboutLines.has(name)),
)

const forms: Record<string, (text: string) => string> = {
  'lines end as on Windows': (text) => text.replaceAll('\n', '\r\n'),
  'digits and letters are full width': (text) => text.replace(/[0-9A-Za-z]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0)),
  'lines are indented and parted by blank ones': (text) => text.replaceAll('\n', '\n\n　　'),
}

const said = (text: string) => {
  const { evidence: _evidence, confidence: _confidence, ...fields } = extractNotice(text)
  return JSON.parse(JSON.stringify(fields).normalize('NFKC'))
}

describe.each(Object.keys(forms))('where %s', (name) => {
  it.each(texts)('%s', (_notice, text) => {
    expect(said(forms[name]?.(text) ?? '')).toEqual(said(text))
  })
})
