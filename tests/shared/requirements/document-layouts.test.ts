import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { extractRequirements } from '#shared/requirements/extract-requirements.ts'
import type { FoundRequirement } from '#shared/requirements/requirement.ts'

/** Invented tender documents: "@@name", the text, a line of "=", then what is asked, a line to a requirement. */
const documents = readFileSync(fileURLToPath(new URL('../../fixtures/tender-documents/layouts.txt', import.meta.url)), 'utf8')
  .split(/^@@/m)
  .slice(1)
  .map((block) => {
    const [head = '', asked = ''] = block.split(/^=+\n/m)
    const end = head.indexOf('\n')
    return { name: head.slice(0, end), text: head.slice(end + 1), asked: asked.trim().split('\n') }
  })

const marks = { star: '★', triangle: '▲', none: '-' }

const line = ({ kind, mark, isMandatory, clauseNo, scoring, text }: FoundRequirement): string =>
  [kind, marks[mark], isMandatory ? 'must' : '-', clauseNo ?? '-', ...(scoring ? [`${scoring.factor}=${scoring.points}`] : []), text.slice(0, 14)].join(' ')

describe('tender documents in many layouts', () => {
  it.each(documents)('$name', ({ text, asked }) => {
    const found = extractRequirements(text)
    expect(found.map(line)).toEqual(asked)
    for (const { start, end } of found) expect(text.slice(start, end).trim()).not.toBe('')
  })

  it('are some', () => expect(documents.length).toBeGreaterThan(3))
})
