import { findBid } from '#core/bids/bid-store.ts'
import { loadCompany } from '#core/company/company-store.ts'
import type { CoreContext } from '#core/context.ts'
import { findContest } from '#core/contests/contest-store.ts'
import type { DocumentFiles } from '#core/documents/attachments.ts'
import { knownFiles, readFileContent } from '#core/files/file-store.ts'
import type { WorkspaceDb } from '#core/db/workspace.ts'
import { allItems } from '#core/library/library-store.ts'
import { createRecent } from '#core/recent.ts'
import { findMaterials } from '#core/materials/materials-store.ts'
import { templateOfBid } from '#core/templates/template-store.ts'
import { responseRows } from '#core/responses/response-store.ts'
import { ownPacks } from '#core/rules/pack-store.ts'
import { findTender } from '#core/tenders/tender-store.ts'
import type { BidFile } from '#shared/bids/bid-file.ts'
import type { BidContest } from '#shared/contests/bid-contest.ts'
import type { OtherProject } from '#shared/documents/leftover-checks.ts'
import type { LibraryItem } from '#shared/library/item.ts'
import type { BidMaterials } from '#shared/materials/materials.ts'
import type { BidTemplate } from '#shared/templates/bid-template.ts'
import type { RulePack } from '#shared/pricing/rule-pack.ts'

/** All a bid's documents are made of. `contest`: the rules and rivals chosen for the bid; left out for a bid file, where nobody chose any. */
export type BidPapers = Pick<BidFile, 'bid' | 'tender' | 'company' | 'responses'> & {
  contest?: BidContest
  ownPacks?: readonly RulePack[]
  /** The other purchases we know of: their names must not be left in this bid. */
  otherProjects?: readonly OtherProject[]
  /** What the bid takes from the library. */
  library?: { items: readonly LibraryItem[]; chosen: BidMaterials }
  /** The standard one where nobody chose another. */
  template?: BidTemplate
  /** The bytes of files by their SHA-256, for the pictures and PDF pages a document shows; those that are not there are left out. */
  files?: (hashes: readonly string[]) => Promise<DocumentFiles>
}

/** A bid of the workspace with everything printed from it; null when there is none of that id. */
export async function loadPapers(bidId: string, { workspace: { db } }: Pick<CoreContext, 'workspace'>): Promise<BidPapers | null> {
  const stored = await findBid(db, bidId)
  const tender = stored && (await findTender(db, stored.bid.tenderId))
  if (!stored || !tender) return null
  const { bid } = stored
  return {
    bid,
    tender,
    company: await loadCompany(db),
    responses: await responseRows(db, bid),
    contest: (await findContest(db, bidId)).contest,
    ownPacks: await ownPacks(db),
    otherProjects: await otherProjects(db, tender.id),
    library: { items: await allItems(db), chosen: (await findMaterials(db, bidId)).materials },
    template: (await templateOfBid(db, bidId)).template,
    files: storedFiles(db),
  }
}

const mostProjects = 5000

/** The other tenders, the newest first: named in this bid, they are left over from another. Buyers only of those we bid for. */
async function otherProjects(db: WorkspaceDb, tenderId: string): Promise<OtherProject[]> {
  const others = await db.selectFrom('tender').select(['id', 'title', 'projectNo', 'buyer']).where('id', '<>', tenderId).orderBy('updatedAt', 'desc').limit(mostProjects).execute()
  const ours = new Set((await db.selectFrom('bid').select('tenderId').distinct().execute()).map((bid) => bid.tenderId))
  return others.map(({ id, title, projectNo, buyer }) => ({ title, projectNo, buyer: ours.has(id) ? buyer : null }))
}

const keptBytes = 32 * 1024 * 1024
/** Files of the last documents, at hand for the next preview, in memory that the printing thread reads where it is. */
const recentFiles = createRecent<Uint8Array>(keptBytes, ({ byteLength }) => byteLength)

async function sharedContent(db: WorkspaceDb, hash: string): Promise<Uint8Array | null> {
  const content = await readFileContent(db, hash)
  if (content === null) return null
  const shared = new Uint8Array(new SharedArrayBuffer(content.byteLength))
  shared.set(content)
  return shared
}

/** Only the files a document shows are read, one after the other. */
export const storedFiles = (db: WorkspaceDb) => async (hashes: readonly string[]): Promise<DocumentFiles> => {
  const files = new Map<string, Uint8Array>()
  for (const hash of await knownFiles(db, hashes)) {
    const content = recentFiles.get(hash) ?? (await sharedContent(db, hash))
    if (content === null) continue
    recentFiles.set(hash, content)
    files.set(hash, content)
  }
  return files
}
