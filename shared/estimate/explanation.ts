import type { EstimateResult } from '#shared/estimate/result.ts'

/** How a part of a subtotal is computed; the renderer words it. `figures` carries the inputs under the names given here. */
export type FormulaCode =
  /** quantity × unitPrice, rounded to the fen. */
  | 'quantity-times-unit-price'
  | 'quantity-times-commercial-price'
  /** total ÷ (1 + rate), and what remains of the total. */
  | 'total-without-vat'
  | 'vat-in-total'
  /** quantity × unitCost, both PERT means, in CNY. */
  | 'mean-quantity-times-mean-cost'
  /** A cost line whose unit cost is unknown and counts as 0; figures.reason is the reason code. */
  | 'unknown-counts-as-zero'
  /** probability × mean impact. */
  | 'probability-times-mean-impact'
  /** min(cap, share × base); not secured counts as 0. */
  | 'subsidy'
  | 'subsidy-not-secured'
  /** base × rate. */
  | 'rate-times-subtotal'
  | 'input-vat-of-line'
  /** max(0, outputVat − inputVatShare − retainedRate × net). */
  | 'software-vat-refund'
  | 'fee-tier'
  | 'fee-discount'
  | 'fixed-amount'
  /** base × rate ÷ 12 × months. */
  | 'cash-bond'
  | 'guarantee'
  /** What is borrowed at the end of `month` × annual rate ÷ 12. */
  | 'interest-of-month'
  /** received − paid − vatPaid of `month`. */
  | 'flow-of-month'
  /** Another subtotal as it is at the price sought for. */
  | 'at-that-price'
  /** A term of profit at that volume share, or with every subsidy secured; figures.own is the estimate's own. */
  | 'at-volume-share'
  | 'with-all-subsidies'
  | 'incremental-lines'
  | 'allocated-lines'
  | 'plus-subtotal'
  | 'minus-subtotal'

export type SubtotalKey = Exclude<keyof EstimateResult, 'parity' | 'margin'>

/** One part of a subtotal: of a line (id, name) or of another subtotal; `amount` is signed, CNY. */
export type ExplanationPart = {
  formula: FormulaCode
  id: string | null
  name: string | null
  subtotal: SubtotalKey | null
  amount: string
  figures: Record<string, string>
}

/** `share` is the volume share a `byVolume` profit is of; nothing else has one. */
export type Explanation = { subtotal: SubtotalKey; share?: string; amount: string; parts: ExplanationPart[] }
