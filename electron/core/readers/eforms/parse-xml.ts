import { XMLParser, XMLValidator } from 'fast-xml-parser'
import type { XmlElement } from '#shared/tenders/eforms/xml-element.ts'

export type ParsedXml = { ok: true; root: XmlElement } | { ok: false; line: number | null; message: string }

const attributesKey = ':@'
const textKey = '#text'

/** Entities stay text and no document type is let in, so nothing expands; the five of XML and character numbers are put in here. */
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  trimValues: false,
  maxNestedTags: 100,
})

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return named[name] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

type Parsed = Readonly<Record<string, unknown>>

const isParsed = (value: unknown): value is Parsed => typeof value === 'object' && value !== null && !Array.isArray(value)

function attributesOf(node: Parsed): Record<string, string> {
  const attributes = node[attributesKey]
  if (!isParsed(attributes)) return {}
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, decoded(String(value))]))
}

function textIn(node: Parsed): string {
  const text = node[textKey]
  return typeof text === 'string' ? decoded(text) : ''
}

function elementOf(node: Parsed): XmlElement | null {
  const name = Object.keys(node).find((key) => key !== attributesKey && key !== textKey)
  if (name === undefined) return null
  const content = node[name]
  const inside = Array.isArray(content) ? content.filter(isParsed) : []
  return { name, attributes: attributesOf(node), text: inside.map(textIn).join(''), children: inside.flatMap((child) => elementOf(child) ?? []) }
}

/** Parses XML into elements without namespaces. A document type, a fault or nesting past 100 levels is refused, with its line where known. */
export function parseXml(text: string): ParsedXml {
  if (/<!DOCTYPE/i.test(text)) return { ok: false, line: null, message: 'a document type is not allowed' }
  const valid = XMLValidator.validate(text)
  if (valid !== true) return { ok: false, line: valid.err.line, message: valid.err.msg }
  try {
    const parsed: unknown = parser.parse(text)
    const root = Array.isArray(parsed) ? parsed.filter(isParsed).map(elementOf).find((element) => element !== null) : null
    return root ? { ok: true, root } : { ok: false, line: null, message: 'no element' }
  } catch (error) {
    return { ok: false, line: null, message: error instanceof Error ? error.message : 'not XML' }
  }
}
