import { z } from 'zod'

/** What the export gate can say; the window words it from the code and the figures. */
export const CheckCode = z.enum([
  'company-field-missing',
  'terms-field-missing',
  'tender-field-missing',
  'line-field-missing',
  'lines-missing',
  'currency-not-cny',
  'unit-price-too-fine',
  'line-price-zero',
  'line-price-negative',
  'total-not-positive',
  'total-over-ceiling',
  'total-within-ceiling',
  'ceiling-unknown',
  'total-over-budget',
  'sums-differ',
  'sums-agree',
  'capital-impossible',
  'capital-agrees',
  'validity-short',
  'bond-too-high',
  'signed-after-deadline',
  'signing-day-open',
  'internal-word',
  'placeholder-typed',
  'price-expired',
  'price-old',
  'price-undated',
  'price-changed',
  'price-gone',
  'prices-fresh',
  'glyph-missing',
  'placeholder-printed',
  'price-outside-price-volume',
  'blank-to-fill',
  'attachment-to-add',
  'approval-missing',
  'defence-cost-unknown',
  'defence-below-cost',
  'page-reference-wrong',
  'attachment-missing',
  'attachment-unreadable',
  'attachment-encrypted',
  'attachment-too-large',
  'attachment-range',
  'attachment-unpainted',
  'validity-below-asked',
  'bond-below-asked',
  'bond-asked',
  'other-project-named',
  'other-buyer-named',
  'file-large',
  'certificate-expired',
  'certificate-ends-early',
  'certificate-end-unknown',
  'text-review-due',
  'insurance-not-current',
  'scan-missing',
  'section-empty',
  'rows-blank',
  'bidder-named',
  'size-not-small',
  'template-broken',
  'seal-missing',
  'signature-missing',
  'star-unanswered',
  'star-deviation',
  'star-unproven',
  'stars-answered',
  'requirement-unanswered',
  'answer-empty-words',
  'deviation-negative',
  'scoring-unproven',
  'reference-too-old',
  'price-mismatch',
  'metadata-foreign',
  'company-complete',
  'validity-met',
  'bond-met',
  'words-clean',
  'certificates-valid',
  'names-clean',
  'placeholders-none',
  'price-absent',
  'price-agrees',
  'bidder-unnamed',
  'metadata-own',
  'pages-right',
  'file-fits',
  'seals-counted',
])
export type CheckCode = z.infer<typeof CheckCode>

/** The screen with the remedy. */
export const CheckScreen = z.enum(['tender', 'company', 'library', 'price', 'documents', 'approvals', 'scope'])
export type CheckScreen = z.infer<typeof CheckScreen>

/** One finding before hand-in: `stop` blocks the final file, `warn` is for a person to weigh, `pass` shows what was verified. */
export const Check = z.object({
  code: CheckCode,
  level: z.enum(['stop', 'warn', 'pass']),
  where: z.object({ screen: CheckScreen, field: z.string().nullable(), lineId: z.string().nullable() }),
  /** Amounts, days and counts as decimal text; words as typed. */
  figures: z.record(z.string(), z.string()),
})
export type Check = z.infer<typeof Check>

/** The field of the screen, and the offer line where the finding is about one. */
export type CheckWhere = { field?: string; lineId?: string }

export const check = (level: Check['level'], code: CheckCode, screen: CheckScreen, where: CheckWhere = {}, figures: Check['figures'] = {}): Check => ({
  code,
  level,
  where: { screen, field: where.field ?? null, lineId: where.lineId ?? null },
  figures,
})

/** The findings of one group; where there are none, the line that says what was verified. */
export const orPass = (found: readonly Check[], code: CheckCode, screen: CheckScreen, figures: Check['figures'] = {}): Check[] => (found.length > 0 ? [...found] : [check('pass', code, screen, {}, figures)])
