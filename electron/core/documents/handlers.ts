import { basename } from 'node:path'
import { approvalChecks } from '#core/approvals/approval-checks.ts'
import type { CoreContext } from '#core/context.ts'
import { loadPapers, type BidPapers } from '#core/documents/bid-papers.ts'
import { buyerBidOfPapers, inFormat, papersChecks, printVolume } from '#core/documents/print-volume.ts'
import { chosenPlace, orWriteFailed } from '#core/files/chosen-place.ts'
import { writeWhole } from '#core/files/whole-file.ts'
import { os } from '#core/os.ts'
import { priceChecks } from '#core/prices/price-checks.ts'
import { beijingDay } from '#shared/calendar/beijing-time.ts'
import type { Check } from '#shared/documents/check.ts'
import { worstFirst } from '#shared/documents/gate.ts'
import { bidPlaces, printedVolumes, type Printout } from '#shared/documents/printable.ts'
import { PrintableVolume } from '#shared/documents/volume.ts'
import { standardTemplate } from '#shared/templates/standard.ts'

export const documentsHandlers = {
  check: os.documents.check.handler(async ({ input, context, errors }) => {
    const papers = await loadPapers(input.bidId, context)
    if (!papers) throw errors.NOT_FOUND()
    return worstFirst([...(await approvalChecks(papers, context)), ...papersChecks(papers, beijingDay(context.now().toISOString())), ...(await priceChecks(papers, context))])
  }),

  places: os.documents.places.handler(async ({ input, context, errors }) => {
    const papers = await loadPapers(input.bidId, context)
    if (!papers) throw errors.NOT_FOUND()
    return bidPlaces(buyerBidOfPapers(papers), papers.template)
  }),

  render: os.documents.render.handler(async ({ input, context, errors, signal }) => {
    const papers = await loadPapers(input.bidId, context)
    if (!papers || !prints(papers, input.volume)) throw errors.NOT_FOUND()
    const { rendered, checks } = await printVolume(input.volume, papers, context, signal, approvalsFor(input.volume, papers, context))
    return { pdf: new Blob([rendered.bytes], { type: 'application/pdf' }), pages: rendered.pages, outline: rendered.outline, checks: worstFirst([...checks, ...(await pricesFor(input.volume, papers, context))]) }
  }),

  progress: os.documents.progress.handler(({ context, signal }) => context.printing.subscribe('progress', signal === undefined ? {} : { signal })),

  print: os.documents.print.handler(async ({ input, context, errors, signal }) => {
    const path = chosenPlace(input.destination, context, errors)
    const papers = await loadPapers(input.bidId, context)
    if (!papers || !prints(papers, input.volume)) throw errors.NOT_FOUND()
    const { rendered } = await printVolume(input.volume, papers, context, signal, approvalsFor(input.volume, papers, context))
    await orWriteFailed(writeWhole(path, rendered.bytes), errors)
    return { pages: rendered.pages }
  }),

  save: os.documents.save.handler(async ({ input, context, errors, signal }) => {
    const path = chosenPlace(input.destination, context, errors)
    const papers = await loadPapers(input.bidId, context)
    if (!papers || !prints(papers, input.volume)) throw errors.NOT_FOUND()
    const { rendered, checks, isBlocked } = await printVolume(input.volume, papers, inFormat(context, input.format), signal, approvalsFor(input.volume, papers, context))
    if (isBlocked) throw errors.BLOCKED({ data: { checks } })
    await orWriteFailed(writeWhole(path, rendered.bytes), errors)
    return { fileName: basename(path), pages: rendered.pages, bytes: rendered.bytes.byteLength }
  }),
}

/** What goes to the buyer is asked whether its prices still hold; the rest is not leaving. */
async function pricesFor(volume: Printout, papers: BidPapers, context: CoreContext): Promise<Check[]> {
  return PrintableVolume.safeParse(volume).success ? priceChecks(papers, context) : []
}

/** The internal sheet is what approvers decide by, the list of seals stays with us: they do not wait for them. */
async function approvalsFor(volume: Printout, papers: BidPapers, context: CoreContext): Promise<Check[]> {
  return volume === 'internal' || volume === 'seals' ? [] : approvalChecks(papers, context)
}

/** Whether the bid's template prints that volume at all. */
function prints({ template = standardTemplate }: BidPapers, volume: Printout): boolean {
  const buyers = PrintableVolume.safeParse(volume)
  return !buyers.success || printedVolumes(template).includes(buyers.data)
}
