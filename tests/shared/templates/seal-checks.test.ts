import { describe, expect, it } from 'vitest'
import { buyerBidOf } from '#shared/documents/buyer-bid.ts'
import { buyerDocument } from '#shared/documents/printable.ts'
import type { FormTemplate, TemplateBlock } from '#shared/documents/template.ts'
import { PrintableVolume } from '#shared/documents/volume.ts'
import { arranged } from '#shared/templates/arrangement.ts'
import { withForms, type BidTemplate } from '#shared/templates/bid-template.ts'
import { sealChecks } from '#shared/templates/seal-checks.ts'
import { builtIn, standardTemplate } from '#shared/templates/standard.ts'
import { sampleBid, sampleCompany, sampleTender } from '../../support/sample-bid.ts'

const bid = buyerBidOf(sampleBid(), sampleTender, sampleCompany)
const found = (template: BidTemplate, volume: PrintableVolume): [string, string, string][] => sealChecks(template, volume, buyerDocument(volume, bid, new Map(), template)).map(({ level, code, figures }) => [level, code, figures['form'] ?? ''])

type Signature = Extract<TemplateBlock, { kind: 'signature' }>
/** The authorisation, its signature block changed or, null, taken out. */
const authorised = (change: (block: Signature) => Signature | null, more: Partial<FormTemplate> = {}): BidTemplate => {
  const changed = (block: TemplateBlock): TemplateBlock[] => [block.kind === 'signature' ? change(block) : block].filter((kept) => kept !== null)
  return withForms(standardTemplate, 'business', (forms) => forms.map((form) => (form.id === 'authorisation' ? { ...form, ...more, blocks: form.blocks.flatMap(changed) } : form)))
}

describe('places to seal and sign', () => {
  it('are complete in every template the program brings, a blind volume having none', () => {
    for (const template of Object.values(builtIn)) for (const { volume } of template.volumes) expect({ volume, found: found(template, PrintableVolume.parse(volume)) }).toEqual({ volume, found: [] })
  })

  it('stop the file when a form lost both, its seal, or every line to sign; fewer lines are for a person to weigh', () => {
    const form = expect.stringContaining('授权委托书')
    expect(found(authorised(() => null), 'business')).toEqual([['stop', 'seal-missing', form], ['stop', 'signature-missing', form]])
    expect(found(authorised((block) => ({ ...block, seal: null })), 'business')).toEqual([['stop', 'seal-missing', form]])
    expect(found(authorised((block) => ({ ...block, lines: block.lines.filter(({ value }) => value !== null) })), 'business')).toEqual([['stop', 'signature-missing', form]])
    expect(found(authorised((block) => ({ ...block, lines: block.lines.filter(({ label }) => label !== '委托代理人') })), 'business')).toEqual([['warn', 'signature-missing', form]])
  })

  it('are asked of a form of the same title, wherever it is bound, and not of one that is off', () => {
    expect(found(authorised(() => null, { id: 'own-form' }), 'business')).toHaveLength(2)
    expect(found(arranged(authorised(() => null), { isBook: true, isBlind: false }), 'book')).toHaveLength(2)
    expect(found(authorised(() => null, { isOff: true }), 'business')).toEqual([])
  })

  it('on the cover: a warning, for not every buyer asks for one', () => {
    const bare = { ...standardTemplate, volumes: standardTemplate.volumes.map((volume) => ({ ...volume, cover: { copy: '正本', title: '{{project.title}}', name: '投标文件', lines: [] } })) }
    expect(found(bare, 'price')).toEqual([['warn', 'seal-missing', '']])
  })
})
