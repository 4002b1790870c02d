import { longestFound } from '#shared/imports/issue.ts'
import { elementAt, elementsAt, textAt, textOf, type XmlElement } from '#shared/tenders/eforms/xml-element.ts'
import { isoDayOrInstant, isoInstant } from '#shared/tenders/iso-moment.ts'
import { sourceAmount, sourceCurrency } from '#shared/tenders/source-amount.ts'

export type NoticeProblem = { field: string; found: string; message: string }

/** TED publishes a withheld amount as -1. */
const withheldAmount = /^-1(\.0+)?$/
const withheldDay = '1970-01-01'

/** Reads values of a notice in its own language; a value that is there but unreadable is noted under its business term (BT). */
export function fieldsOfNotice(language: string | null) {
  const problems: NoticeProblem[] = []
  const invalid = (field: string, message: string, text: string): null => {
    const found = text.slice(0, longestFound)
    problems.push({ field, found, message: `${message}: ${found}` })
    return null
  }
  return {
    problems,
    /** The text in the notice's language, else in English, else the first. */
    text: (element: XmlElement | undefined, path: string): string | null => {
      const texts = elementsAt(element, path).filter((candidate) => textOf(candidate) !== null)
      const inLanguage = (code: string | null) => texts.find((candidate) => candidate.attributes['languageID'] === code)
      return textOf(inLanguage(language) ?? inLanguage('ENG') ?? texts[0])
    },
    amount: (element: XmlElement | undefined, path: string, field: string): string | null => {
      const text = textAt(element, path)
      if (text === null || withheldAmount.test(text)) return null
      const read = sourceAmount(text)
      return read.ok ? read.amount : invalid(field, 'not an amount', text)
    },
    currency: (element: XmlElement | undefined, path: string, field: string): string | null => {
      const code = elementAt(element, path)?.attributes['currencyID'] ?? null
      const read = sourceCurrency(code)
      return read === undefined ? invalid(field, 'not a currency code', code ?? '') : read
    },
    /** A date and a time of their own, each with its zone (UBL); the time's zone wins. */
    instant: (element: XmlElement | undefined, datePath: string, timePath: string, field: string): string | null => {
      const date = textAt(element, datePath)
      const time = textAt(element, timePath)
      if (date === null || date.startsWith(withheldDay)) return null
      const zone = /(Z|[+-]\d{2}:\d{2})$/.exec(date.slice(10))?.[0] ?? ''
      const moment = time === null ? date : `${date.slice(0, 10)}T${time}${/(Z|[+-]\d{2}:\d{2})$/.test(time) ? '' : zone}`
      return isoInstant(moment) ?? invalid(field, 'not a date', moment)
    },
    /** The day of publication, as written there. */
    day: (element: XmlElement | undefined, path: string, field: string): string | null => {
      const date = textAt(element, path)
      return date === null ? null : (isoDayOrInstant(date.slice(0, 10)) ?? invalid(field, 'not a date', date))
    },
  }
}

export type NoticeFields = ReturnType<typeof fieldsOfNotice>
