import type { BidPapers } from '#core/documents/bid-papers.ts'
import type { BidFile } from '#shared/bids/bid-file.ts'
import { buyerMaterialsOf, chosenItems } from '#shared/materials/materials.ts'

/** A bid of the workspace as a file that prints the same elsewhere: with what it takes from the library, the scans too, and its forms. */
export async function bidFileOf({ bid, tender, company, responses, library, template, files }: BidPapers): Promise<BidFile> {
  const chosen = library?.chosen ?? []
  const items = chosenItems(chosen, library?.items ?? []).map(({ item }) => item)
  const { certificates, people, references } = buyerMaterialsOf(chosen, items)
  const scans = [...certificates, ...people, ...references].flatMap(({ attachments }) => attachments.map(({ file }) => file.id))
  const bytes = (await files?.([...new Set(scans)])) ?? new Map<string, Uint8Array>()
  return {
    format: 'bidwright-bid-1',
    bid,
    tender,
    company,
    responses,
    library: { items, chosen },
    template: template ?? null,
    files: Object.fromEntries(Array.from(bytes, ([hash, content]) => [hash, Buffer.from(content).toString('base64')])),
  }
}

/** What a bid file prints. Other projects, rivals and own rules stay where it was written. */
export function papersOfFile({ bid, tender, company, responses, library, template, files }: BidFile): BidPapers {
  return {
    bid,
    tender,
    company,
    responses,
    library,
    ...(template === null ? {} : { template }),
    files: (hashes) => Promise.resolve(new Map(hashes.flatMap((hash) => (files[hash] === undefined ? [] : [[hash, Buffer.from(files[hash], 'base64')] as const])))),
  }
}
