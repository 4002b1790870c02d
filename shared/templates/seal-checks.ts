import { check, type Check } from '#shared/documents/check.ts'
import type { PrintDocument, Section, Signature } from '#shared/documents/document.ts'
import { formAnchor } from '#shared/documents/fill-template.ts'
import { isCoverSealed } from '#shared/documents/seals-sheet.ts'
import type { FormTemplate, TemplateBlock } from '#shared/documents/template.ts'
import type { PrintableVolume } from '#shared/documents/volume.ts'
import { volumeOf, type BidTemplate } from '#shared/templates/bid-template.ts'
import { standardTemplate } from '#shared/templates/standard.ts'

type Signing = Pick<Signature, 'seal' | 'lines'> | Extract<TemplateBlock, { kind: 'signature' }>
type Asked = { seals: number; signers: number }

const standardForms = standardTemplate.volumes.flatMap(({ forms }) => forms)

/** The standard form this one is or stands for. */
const standardOf = ({ id, title }: FormTemplate): FormTemplate | undefined => standardForms.find((form) => form.id === id) ?? standardForms.find((form) => form.title === title)

/** A line without a value is one to sign. */
const askedBy = (blocks: readonly Signing[]): Asked => ({
  seals: blocks.filter(({ seal }) => seal !== null).length,
  signers: blocks.reduce((sum, { lines }) => sum + lines.filter(({ value }) => value === null).length, 0),
})

const signings = <Block extends { kind: string }>(blocks: readonly Block[]): Extract<Block, { kind: 'signature' }>[] => blocks.filter((block): block is Extract<Block, { kind: 'signature' }> => block.kind === 'signature')

const formChecks = (standard: FormTemplate, section: Section): Check[] => {
  const [wanted, printed] = [askedBy(signings(standard.blocks)), askedBy(signings(section.blocks))]
  const found = (level: 'stop' | 'warn', code: 'seal-missing' | 'signature-missing'): Check => check(level, code, 'documents', {}, { form: section.title })
  return [
    ...(wanted.seals > 0 && printed.seals === 0 ? [found('stop', 'seal-missing')] : []),
    // The tender document may ask one signature where the usual form has two; none at all is an oversight.
    ...(printed.signers < wanted.signers ? [found(printed.signers === 0 ? 'stop' : 'warn', 'signature-missing')] : []),
  ]
}

/**
 * Places to seal and sign that an edited template lost: a form neither sealed nor signed rejects the bid (政府采购法实施条例 and
 * 招标投标法实施条例 51, procurement rules 6.2, 6.3). The cover only warns: not every buyer's has one. Nobody signs a blind volume.
 */
export const sealChecks = (template: BidTemplate, volume: PrintableVolume, document: PrintDocument): Check[] => {
  const { isBlind = false, forms = [] } = volumeOf(template, volume) ?? {}
  if (isBlind) return []
  const cover = isCoverSealed(document) ? [] : [check('warn', 'seal-missing', 'documents', {}, { form: '' })]
  const found = forms.flatMap((form): Check[] => {
    const standard = standardOf(form)
    const section = document.sections.find(({ anchor }) => anchor === formAnchor(form.id))
    return standard === undefined || section === undefined ? [] : formChecks(standard, section)
  })
  return [...cover, ...found]
}
