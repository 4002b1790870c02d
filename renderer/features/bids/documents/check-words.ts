import { formatYuan, type Language } from '#renderer/components/money-input/format-money.ts'
import { m } from '#renderer/paraglide/messages.js'
import type { Check } from '#shared/documents/check.ts'

/** What a check found, in one line; the figures it carries come as decimal text. */
export function checkTitle({ code, figures, where }: Check, language: Language): string {
  const money = (name: string) => moneyOf(figures[name], language)
  const text = (name: string) => figures[name] ?? ''
  const field = fieldName(where.field)
  switch (code) {
    case 'company-field-missing': return m.check_company_field_missing({ field })
    case 'terms-field-missing': return m.check_terms_field_missing({ field })
    case 'tender-field-missing': return m.check_tender_field_missing({ field: where.field === 'buyer' ? m.field_tender_buyer() : m.field_tender_number() })
    case 'line-field-missing': return m.check_line_field_missing({ field: where.field === 'unit' ? m.field_line_unit() : m.field_line_name() })
    case 'lines-missing': return m.check_lines_missing()
    case 'currency-not-cny': return m.check_currency_not_cny({ currency: text('currency') })
    case 'unit-price-too-fine': return m.check_unit_price_too_fine({ unitPrice: text('unitPrice') })
    case 'line-price-zero': return m.check_line_price_zero()
    case 'line-price-negative': return m.check_line_price_negative({ unitPrice: text('unitPrice') })
    case 'total-not-positive': return m.check_total_not_positive()
    case 'total-over-ceiling': return m.check_total_over_ceiling({ difference: money('difference') })
    case 'total-within-ceiling': return m.check_total_within_ceiling()
    case 'ceiling-unknown': return m.check_ceiling_unknown()
    case 'total-over-budget': return m.check_total_over_budget({ difference: money('difference') })
    case 'sums-differ': return m.check_sums_differ()
    case 'sums-agree': return m.check_sums_agree()
    case 'capital-impossible': return m.check_capital_impossible()
    case 'capital-agrees': return m.check_capital_agrees()
    case 'validity-short': return m.check_validity_short({ days: text('days'), usual: text('usual') })
    case 'bond-too-high': return m.check_bond_too_high({ amount: money('amount'), limit: money('limit') })
    case 'signed-after-deadline': return m.check_signed_after_deadline({ signedOn: text('signedOn'), deadline: text('deadline') })
    case 'signing-day-open': return m.check_signing_day_open()
    case 'internal-word': return m.check_internal_word({ word: text('word') })
    case 'placeholder-typed': return m.check_placeholder_typed()
    case 'placeholder-printed': return m.check_placeholder_in({ form: formName(text('form')), names: text('names') })
    case 'price-outside-price-volume': return m.check_price_outside({ form: text('form'), price: text('price') })
    case 'blank-to-fill': return m.check_blank_to_fill({ form: text('form'), count: text('count') })
    case 'attachment-to-add': return m.check_attachment({ form: text('form'), count: text('count') })
    case 'approval-missing': return m.check_approval_missing()
    case 'defence-cost-unknown': return m.contest_defence_unknown()
    case 'defence-below-cost': return m.contest_defence_below({ shortfall: money('shortfall') })
    case 'page-reference-wrong': return m.check_page_reference({ name: text('name') })
    case 'attachment-missing': return m.check_attachment_missing({ name: text('name') })
    case 'attachment-unreadable': return m.check_attachment_unreadable({ name: text('name') })
    case 'attachment-encrypted': return m.check_attachment_encrypted({ name: text('name') })
    case 'attachment-too-large': return m.check_attachment_too_large({ name: text('name') })
    case 'attachment-range': return m.check_attachment_range({ name: text('name') })
    case 'attachment-unpainted': return m.check_attachment_unpainted({ name: text('name') })
    case 'validity-below-asked': return m.check_validity_below_asked({ days: text('days'), asked: text('asked') })
    case 'bond-below-asked': return m.check_bond_below_asked({ amount: money('amount'), asked: money('asked') })
    case 'bond-asked': return m.check_bond_asked({ asked: money('asked') })
    case 'other-project-named': return m.check_other_project({ form: text('form'), name: text('name') })
    case 'other-buyer-named': return m.check_other_buyer({ form: text('form'), name: text('name') })
    case 'file-large': return m.check_file_large({ megabytes: text('megabytes') })
    case 'star-unanswered': return m.check_star_unanswered({ clause: text('clause') })
    case 'star-deviation': return m.check_star_deviation({ clause: text('clause') })
    case 'star-unproven': return m.check_star_unproven({ clause: text('clause') })
    case 'stars-answered': return m.check_stars_answered({ count: text('count') })
    case 'requirement-unanswered': return m.check_requirement_unanswered({ count: text('count') })
    case 'answer-empty-words': return m.check_answer_empty_words({ count: text('count') })
    case 'deviation-negative': return m.check_deviation_negative({ count: text('count') })
    case 'scoring-unproven': return m.check_scoring_unproven({ count: text('count') })
    case 'price-expired': return m.check_price_expired({ name: text('name'), until: text('until') })
    case 'price-old': return m.check_price_old({ name: text('name'), date: text('date'), days: text('days') })
    case 'price-undated': return m.check_price_undated({ name: text('name') })
    case 'price-changed': return m.check_price_changed({ name: text('name') })
    case 'price-gone': return m.check_price_gone({ name: text('name') })
    case 'prices-fresh': return m.check_prices_fresh({ days: text('days') })
    case 'certificate-expired': return m.check_certificate_expired({ name: text('name'), validUntil: text('validUntil') })
    case 'certificate-ends-early': return m.check_certificate_ends_early({ name: text('name'), validUntil: text('validUntil'), needed: text('needed') })
    case 'certificate-end-unknown': return m.check_certificate_end_unknown({ name: text('name') })
    case 'text-review-due': return m.check_text_review_due({ name: text('name'), reviewOn: text('reviewOn') })
    case 'insurance-not-current': return m.check_insurance({ name: text('name'), month: text('month') })
    case 'scan-missing': return m.check_scan_missing({ name: text('name') })
    case 'section-empty': return m.check_section_empty({ form: text('form') })
    case 'rows-blank': return m.check_rows_blank({ form: text('form') })
    case 'seal-missing': return m.check_seal_missing({ form: formName(text('form')) })
    case 'signature-missing': return m.check_signature_missing({ form: text('form') })
    case 'bidder-named': return m.check_bidder_named({ name: text('name') })
    case 'size-not-small': return m.check_size_not_small()
    case 'template-broken': return m.check_template_broken({ form: text('form'), detail: text('detail') })
    case 'reference-too-old': return m.check_reference_too_old({ name: text('name'), signedOn: text('signedOn'), years: text('years') })
    case 'price-mismatch': return text('printed') === '' ? m.check_price_unsaid({ form: text('form'), total: money('total') }) : m.check_price_mismatch({ form: text('form'), printed: text('printed'), total: money('total') })
    case 'metadata-foreign': return m.check_metadata_foreign({ author: text('author') })
    case 'company-complete': return m.check_company_complete()
    case 'validity-met': return m.check_validity_met({ days: text('days') })
    case 'bond-met': return m.check_bond_met({ amount: money('amount') })
    case 'words-clean': return m.check_words_clean()
    case 'certificates-valid': return m.check_certificates_valid({ count: text('count') })
    case 'names-clean': return m.check_names_clean({ count: text('count') })
    case 'placeholders-none': return m.check_placeholders_none({ forms: text('forms') })
    case 'price-absent': return m.check_price_absent({ forms: text('forms') })
    case 'price-agrees': return m.check_price_agrees()
    case 'bidder-unnamed': return m.check_bidder_unnamed({ count: text('count') })
    case 'metadata-own': return m.check_metadata_own()
    case 'pages-right': return m.check_pages_right()
    case 'file-fits': return m.check_file_fits({ megabytes: text('megabytes') })
    case 'seals-counted': return m.check_seals_counted({ count: text('count') })
    case 'glyph-missing': return m.check_glyph_missing({ character: text('character'), codePoint: text('codePoint') })
  }
}

/** A finding without a form is about the cover. */
function formName(form: string): string {
  return form === '' ? m.doc_cover() : form
}

/** The figures that show what was verified; null where the title says it all. */
export function checkDetail({ code, figures }: Check, language: Language): string | null {
  switch (code) {
    case 'total-within-ceiling': return m.check_room({ amount: moneyOf(figures['difference'], language) })
    case 'sums-agree':
    case 'sums-differ': return m.check_sums_detail({ lines: figures['lines'] ?? '', difference: moneyOf(figures['difference'], language) })
    case 'price-agrees': return m.name_and_value({ name: moneyOf(figures['total'], language), value: figures['forms'] ?? '' })
    case 'seals-counted': return m.check_seals_pages({ pages: figures['pages'] ?? '' })
    case 'validity-met': return figures['asked'] === undefined ? null : m.check_asked({ asked: m.check_days({ days: figures['asked'] }) })
    case 'bond-met': return figures['asked'] === undefined ? null : m.check_asked({ asked: moneyOf(figures['asked'], language) })
    case 'capital-agrees': return `${moneyOf(figures['total'], language)} = ${figures['capital'] ?? ''}`
    default: return null
  }
}

/** Where the remedy is. */
export function checkPath({ where }: Check, bidId: string, tenderId: string): string | null {
  switch (where.screen) {
    case 'tender': return `/tenders/${tenderId}`
    case 'company': return '/company'
    case 'library': return `/company/${where.field ?? ''}`
    case 'price': return `/bids/${bidId}/${where.lineId === null ? 'price' : 'cost'}`
    case 'documents': return null
    case 'approvals': return `/bids/${bidId}/approvals`
    case 'scope': return `/bids/${bidId}/scope`
  }
}

function moneyOf(amount: string | undefined, language: Language): string {
  return amount === undefined ? '—' : formatYuan(amount, language)
}

function fieldName(field: string | null): string {
  switch (field) {
    case 'name': return m.field_company_name()
    case 'creditCode': return m.field_company_credit_code()
    case 'address': return m.field_company_address()
    case 'legalRepresentative': return m.field_company_representative()
    case 'phone': return m.field_company_phone()
    case 'email': return m.field_company_email()
    case 'bankName': return m.field_company_bank()
    case 'bankAccount': return m.field_company_account()
    case 'validityDays': return m.terms_validity()
    case 'deliveryPeriod': return m.terms_delivery()
    case 'warranty': return m.terms_warranty()
    case 'bondForm': return m.terms_bond_form()
    case 'bondAmount': return m.terms_bond()
    case 'signedOn': return m.terms_signed()
    case 'remark': return m.terms_remark()
    default: return field ?? ''
  }
}
