import { ASSESSMENT_SEED } from '#core/bids/assess-bid.ts'
import type { CoreContext } from '#core/context.ts'
import type { BidPapers } from '#core/documents/bid-papers.ts'
import { foreignPages, rememberingLayouts } from '#core/documents/foreign-pages.ts'
import type { PrintJob, RenderedPdf } from '#core/documents/print-job.ts'
import { canSimulate } from '#shared/bids/assess.ts'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import { buyerBidOf, type BuyerBid } from '#shared/documents/buyer-bid.ts'
import { noMaterials } from '#shared/documents/buyer-materials.ts'
import { materialsChecks } from '#shared/materials/checks.ts'
import { buyerMaterialsOf } from '#shared/materials/materials.ts'
import { declaredSizeChecks, templateChecks } from '#shared/templates/checks.ts'
import { standardTemplate } from '#shared/templates/standard.ts'
import { check, orPass, type Check } from '#shared/documents/check.ts'
import type { FileFormat } from '#shared/documents/contract.ts'
import { defenceChecks, defencePack } from '#shared/documents/defence-pack.ts'
import { documentFiles } from '#shared/documents/document.ts'
import type { PrintDocument } from '#shared/documents/document.ts'
import { documentChecks, sizeChecks } from '#shared/documents/document-checks.ts'
import { gateChecks, glyphChecks, isBlocked, problemChecks } from '#shared/documents/gate.ts'
import { internalBidOf } from '#shared/documents/internal-bid.ts'
import { internalSheet } from '#shared/documents/internal-sheet.ts'
import { buyerDocument, type Printout } from '#shared/documents/printable.ts'
import { sealsSheet, withWorks, type PagedVolume } from '#shared/documents/seals-sheet.ts'
import type { PrintableVolume } from '#shared/documents/volume.ts'
import { expectedLines } from '#shared/estimate/cost-base.ts'
import { evaluate } from '#shared/estimate/evaluate.ts'
import { defaultSamples } from '#shared/estimate/simulate.ts'

type PrintedVolume = { rendered: RenderedPdf; checks: Check[]; isBlocked: boolean }

/** What may still be being found. */
type Elsewhere = readonly Check[] | Promise<readonly Check[]>

type PrintContext = Pick<CoreContext, 'renderPdf' | 'simulate' | 'now'>

/** The same, but the file that is written has this format. */
export const inFormat = (context: PrintContext, format: FileFormat): PrintContext => ({ ...context, renderPdf: (job, signal) => context.renderPdf({ format, ...job }, signal) })

/** Across every page of a volume that may not be handed in, so that a printed preview cannot pass for the bid. */
const draftMark = '草稿'

const remembered = rememberingLayouts()

/**
 * Lays out one volume for the buyer, or the internal sheet, and says what stands between it and being handed in.
 * `elsewhere` are findings from outside of the documents (approvals), looked for meanwhile: they block what leaves us.
 */
export async function printVolume(volume: Printout, papers: BidPapers, context: PrintContext, signal?: AbortSignal, elsewhere: Elsewhere = []): Promise<PrintedVolume> {
  if (volume === 'internal') return printInternal(papers, context, signal)
  if (volume === 'defence') return printDefence(papers, context, signal, await elsewhere)
  if (volume === 'seals') return printSeals(papers, context, signal)
  const [{ document, isSettled }, outside] = await Promise.all([citedDocument(volume, papers, context, signal), elsewhere])
  const buyerBid = buyerBidOfPapers(papers)
  const template = papers.template ?? standardTemplate
  const found = [...outside, ...documentChecks(document, buyerBid, papers.otherProjects), ...templateChecks(template, volume, document, buyerBid), ...papersChecks(papers, beijingDay(context.now().toISOString())), ...(isSettled ? [] : problemChecks([{ code: 'pages-unstable', name: document.info.title }]))]
  const rendered = await render(isBlocked(found) ? { ...document, watermark: draftMark } : document, papers, context, signal)
  const checks = [...found, ...writtenChecks(rendered)]
  return { rendered, checks, isBlocked: isBlocked(checks) }
}

/** A volume with the pages it cites from the others. */
async function citedDocument(volume: PrintableVolume, papers: BidPapers, context: PrintContext, signal?: AbortSignal): Promise<{ document: PrintDocument; isSettled: boolean }> {
  const bid = buyerBidOfPapers(papers)
  const template = papers.template ?? standardTemplate
  const layOut = remembered(async (document) => (await laidOut(document, papers, context, signal)).anchors)
  const { pages, isSettled } = await foreignPages(volume, bid, template, layOut)
  return { document: buyerDocument(volume, bid, pages, template), isSettled }
}

/** The seals and signatures to make before binding, with their pages in every volume; like the internal sheet it may have open questions. */
async function printSeals(papers: BidPapers, context: PrintContext, signal?: AbortSignal): Promise<PrintedVolume> {
  const volumes: PagedVolume[] = []
  for (const { volume, part } of (papers.template ?? standardTemplate).volumes) {
    const worked = withWorks((await citedDocument(volume, papers, context, signal)).document, part)
    const { pages, anchors } = await laidOut(worked.document, papers, context, signal)
    volumes.push({ ...worked, pages, anchors })
  }
  const rendered = await render(sealsSheet(buyerBidOfPapers(papers), volumes), papers, context, signal)
  const checks = layoutChecks(rendered)
  return { rendered, checks, isBlocked: isBlocked(checks) }
}

/** What only the laid-out file shows: its characters, page numbers, size and the places to seal. */
const writtenChecks = (rendered: RenderedPdf): Check[] => {
  const seals = rendered.seals.length === 0 ? [] : [check('pass', 'seals-counted', 'documents', {}, { count: String(rendered.seals.length), pages: [...new Set(rendered.seals.map(({ page }) => page))].join('、') })]
  return [...orPass(layoutChecks(rendered), 'pages-right', 'documents', { count: String(Object.keys(rendered.anchors).length) }), ...sizeChecks(rendered.bytes.byteLength), ...seals]
}

const buyerBids = new WeakMap<BidPapers, BuyerBid>()

/** What the buyer may read of the papers; one object for the same papers, by which other things are known again. */
export const buyerBidOfPapers = (papers: BidPapers): BuyerBid => {
  const { bid, tender, company, responses, library } = papers
  const buyerBid = buyerBids.get(papers) ?? buyerBidOf(bid, tender, company, responses, library === undefined ? noMaterials : buyerMaterialsOf(library.chosen, library.items))
  buyerBids.set(papers, buyerBid)
  return buyerBid
}

/** What stands against a bid whatever volume is printed. */
export const papersChecks = (papers: BidPapers, today: string): Check[] => {
  const bid = buyerBidOfPapers(papers)
  return [...gateChecks(bid), ...declaredSizeChecks(bid), ...(papers.library === undefined ? [] : materialsChecks({ bid, today, ...papers.library }))]
}

/** The sheet for our approvers. Open questions are printed in it, so only a character without a glyph stops it. */
async function printInternal(papers: BidPapers, context: PrintContext, signal?: AbortSignal): Promise<PrintedVolume> {
  const rendered = await render(await internalDocument(papers, context, signal), papers, context, signal)
  const checks = layoutChecks(rendered)
  return { rendered, checks, isBlocked: isBlocked(checks) }
}

/** What is printed for our approvers of a bid as it stands. */
export async function internalDocument({ bid, tender, company, contest, ownPacks = [] }: BidPapers, context: Omit<PrintContext, 'renderPdf'>, signal?: AbortSignal): Promise<PrintDocument> {
  const now = context.now().toISOString()
  const today = beijingDay(now)
  const simulation = canSimulate(bid.estimate, today) ? await context.simulate({ estimate: bid.estimate, seed: ASSESSMENT_SEED, samples: defaultSamples, today }, signal) : null
  return internalSheet(internalBidOf(bid, tender, company, { today, lossProbability: simulation?.lossProbability ?? null, simulation, ownPacks, ...(contest === undefined ? {} : { contest }) }))
}

/** The explanation of a low price, with its cost calculation: printed only when asked for by name. */
async function printDefence(papers: BidPapers, context: PrintContext, signal: AbortSignal | undefined, outside: readonly Check[]): Promise<PrintedVolume> {
  const { bid } = papers
  const now = context.now().toISOString()
  const today = beijingDay(now)
  const buyer = buyerBidOfPapers(papers)
  const input = { buyer, costs: expectedLines(bid.estimate, today), result: evaluate(bid.estimate, today) }
  const document = defencePack(input)
  const found = [...outside, ...defenceChecks(input), ...documentChecks(document, buyer)]
  const rendered = await render(isBlocked(found) ? { ...document, watermark: draftMark } : document, papers, context, signal)
  const checks = [...layoutChecks(rendered), ...found]
  return { rendered, checks, isBlocked: isBlocked(checks) }
}

async function render(document: PrintDocument, papers: BidPapers, context: PrintContext, signal?: AbortSignal): Promise<RenderedPdf> {
  return context.renderPdf(await jobOf(document, papers, context), signal)
}

/** Laid out without writing a file. */
async function laidOut(document: PrintDocument, papers: BidPapers, context: PrintContext, signal?: AbortSignal): Promise<RenderedPdf> {
  return context.renderPdf(await jobOf(document, papers, context, null), signal)
}

async function jobOf(document: PrintDocument, papers: BidPapers, context: PrintContext, format?: PrintJob['format']): Promise<PrintJob> {
  const files = (await papers.files?.(documentFiles(document))) ?? new Map<string, Uint8Array>()
  return { document, now: context.now().toISOString(), files, ...(format === undefined ? {} : { format }) }
}

const layoutChecks = ({ missingGlyphs, problems }: RenderedPdf): Check[] => [...glyphChecks(missingGlyphs), ...problemChecks(problems)]
