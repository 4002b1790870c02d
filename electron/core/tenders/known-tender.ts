import type { WorkspaceDb } from '#core/db/workspace.ts'
import { mergedInto } from '#core/duplicates/merged-into.ts'
import type { NoticeType } from '#shared/tenders/tender.ts'
import { baseNumber, compareNumbers, isApprovalNumber, nameSimilarity, sameName } from '#shared/tenders/same-tender.ts'

type Sought = { projectNo: string | null; buyer: string | null; title: string; noticeType: NoticeType }
type Known = { id: string; projectNo: string | null; buyer: string | null; title: string }

/** A buyer's tenders a name is compared with. */
const MOST_COMPARED = 500

/** What names its purchases itself is not compared by number or name. */
const comparable = (db: WorkspaceDb) => db.selectFrom('tender').where('sourceKind', 'not in', ['ocds', 'eforms'])

function numberedAlike(db: WorkspaceDb, projectNo: string) {
  const base = baseNumber(projectNo)
  // A lot's number has a few digits more than the purchase's, so the stem the two share is sought.
  const stem = base.length > 11 ? base.slice(0, -3) : base
  return comparable(db)
    .where((eb) => eb.or([eb('projectNo', '=', projectNo), eb.and([eb('projectNo', '>=', stem), eb('projectNo', '<', `${stem}\uffff`)])]))
    .orderBy('seq')
    .limit(MOST_COMPARED)
}

const ofBuyer = (db: WorkspaceDb, buyer: string) => comparable(db).where('buyer', '=', buyer).orderBy('seq', 'desc').limit(MOST_COMPARED)

/** The tender that came in under this key, or the one it was merged into. */
export async function idByKey(db: WorkspaceDb, sourceKey: string): Promise<string | null> {
  const known = await db.selectFrom('tender').select('id').where('sourceKey', '=', sourceKey).executeTakeFirst()
  return known?.id ?? (await mergedInto(db, sourceKey))?.keptId ?? null
}

/** The tender that has this very notice: one it would rather belong to may have come in since, but a notice is stored once. */
export async function idByNotice(db: WorkspaceDb, contentHash: string, { projectNo, buyer }: Pick<Sought, 'projectNo' | 'buyer'>): Promise<string | null> {
  const alike = [...(projectNo === null ? [] : [numberedAlike(db, projectNo)]), ...(buyer === null ? [] : [ofBuyer(db, buyer)])]
  for (const tenders of alike) {
    const holder = await db.selectFrom('notice').select('tenderId').where('contentHash', '=', contentHash).where('tenderId', 'in', tenders.select('id')).executeTakeFirst()
    if (holder) return holder.tenderId
  }
  return null
}

/** The tender of the same number; its round and lot may be written differently. */
export async function idByNumber(db: WorkspaceDb, sought: Sought): Promise<string | null> {
  const { projectNo, title } = sought
  if (projectNo === null) return null
  const alike = await numberedAlike(db, projectNo).select(['id', 'projectNo', 'buyer', 'title']).execute()
  const theirs = alike.filter((known) => !isAnothers(known, sought))
  const exact = theirs.find((known) => known.projectNo === projectNo) ?? theirs.find((known) => compareNumbers(known.projectNo ?? '', projectNo) === 'same')
  return (exact ?? theirs.find((known) => compareNumbers(known.projectNo ?? '', projectNo) === 'lot' && nameSimilarity(known.title, title) > sameName))?.id ?? null
}

/** Short numbers ("2026-001") are given by many buyers: another buyer's, with another name, is another purchase. */
const isAnothers = (known: Known, sought: Sought): boolean =>
  (isApprovalNumber(sought.projectNo) && nameSimilarity(known.title, sought.title) <= sameName) || (known.buyer !== null && sought.buyer !== null && known.buyer !== sought.buyer && nameSimilarity(known.title, sought.title) < 0.5)

const isSilent = (projectNo: string | null): boolean => projectNo === null || isApprovalNumber(projectNo)

/** Notices that follow an earlier one, so that a name much the same is enough; what opens a purchase must be called exactly the same. */
const following: ReadonlySet<NoticeType> = new Set(['correction', 'candidates', 'award', 'termination'])

/** The tender of the same buyer whose name is the same, or much the same for a notice that follows another; two numbers that differ are two purchases. */
export async function idByName(db: WorkspaceDb, { projectNo, buyer, title, noticeType }: Sought): Promise<string | null> {
  if (buyer === null) return null
  const theirs = await ofBuyer(db, buyer).select(['id', 'projectNo', 'title']).execute()
  const likely = theirs.filter((known) => isSilent(known.projectNo) || isSilent(projectNo)).map(({ id, title: name }) => ({ id, likeness: nameSimilarity(name, title) }))
  const [best] = likely.filter(({ likeness }) => (following.has(noticeType) ? likeness > sameName : likeness === 1)).toSorted((a, b) => b.likeness - a.likeness)
  return best?.id ?? null
}
