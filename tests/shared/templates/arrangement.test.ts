import { expect, it } from 'vitest'
import { FormTemplate } from '#shared/documents/template.ts'
import { arranged, arrangementOf, builtInLike } from '#shared/templates/arrangement.ts'
import { withForms, type BidTemplate } from '#shared/templates/bid-template.ts'
import { templateProblems } from '#shared/templates/problems.ts'
import { blindTemplate, bookTemplate, standardTemplate } from '#shared/templates/standard.ts'

const apart = { isBook: false, isBlind: false }
const blind = { isBook: false, isBlind: true }
const book = { isBook: true, isBlind: false }
const idsOf = (template: BidTemplate) => template.volumes.flatMap(({ forms }) => forms.map(({ id }) => id)).toSorted()

it('the built-in templates are arrangements of one another', () => {
  expect([arranged(standardTemplate, book), arranged(standardTemplate, blind), arranged(bookTemplate, apart), arranged(blindTemplate, apart), arranged(bookTemplate, blind)].map(builtInLike)).toEqual(['book', 'blind', 'standard', 'standard', 'blind'])
})

it('an own form with a price goes to the price volume, one without stays out of it, and no form is lost on any way', () => {
  const own = FormTemplate.parse({ id: 'own-1', title: '报价说明', blocks: [{ kind: 'paragraph', text: '总价 {{price.total}}' }] })
  const plain = FormTemplate.parse({ id: 'own-2', title: '补充承诺', blocks: [{ kind: 'paragraph', text: '致：{{project.buyer}}' }] })
  const changed = withForms(arranged(standardTemplate, book), 'book', (forms) => [own, plain, ...forms])
  for (const wanted of [apart, blind, book]) {
    const next = arranged(changed, wanted)
    expect(arrangementOf(next)).toEqual(wanted)
    expect(idsOf(next)).toEqual(idsOf(changed))
    expect(templateProblems(next)).toEqual([])
    expect(arranged(arranged(next, apart), wanted).volumes.map(({ volume }) => volume)).toEqual(next.volumes.map(({ volume }) => volume))
  }
  const price = arranged(changed, apart).volumes.find(({ volume }) => volume === 'price')
  expect(price?.forms.map(({ id }) => id)).toContain('own-1')
  expect(price?.forms.map(({ id }) => id)).not.toContain('own-2')
})
