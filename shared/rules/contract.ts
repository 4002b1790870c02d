import { oc } from '@orpc/contract'
import { z } from 'zod'
import { CompanyPolicy, PersonName } from '#shared/approvals/deal-desk.ts'
import { Verdict } from '#shared/estimate/verdict.ts'
import { EstimatePolicy } from '#shared/estimate/estimate.ts'
import { RulePack } from '#shared/pricing/rule-pack.ts'
import { PackIssue } from '#shared/rules/pack-file.ts'
import { Instant } from '#shared/time.ts'

/** An open bid whose verdict a changed rule would change. */
export const FlagChange = z.object({
  bidId: z.string(),
  title: z.string(),
  before: Verdict,
  after: Verdict,
  /** Its approval would lapse, because people signed the old verdict. */
  losesApproval: z.boolean(),
})
export type FlagChange = z.infer<typeof FlagChange>

export const PackRow = z.object({
  pack: RulePack,
  /** `own`: the company's, imported from a file. */
  origin: z.enum(['own', 'shipped']),
  imported: z.object({ fileName: z.string(), at: Instant }).nullable(),
  /** Ids of own packs that stand before this shipped one on some days. */
  replacedBy: z.array(z.string()),
})
export type PackRow = z.infer<typeof PackRow>

/** What importing a file would do. */
export const PackPreview = z.object({
  fileName: z.string(),
  pack: RulePack,
  /** The own pack of the same name it would take the place of. */
  updates: z.boolean(),
  /** Shipped packs it would stand before, on the days both cover. */
  replaces: z.array(RulePack),
  changes: z.array(FlagChange),
})
export type PackPreview = z.infer<typeof PackPreview>

export const CompanyThresholds = z.object({ policy: EstimatePolicy, changed: z.object({ by: z.string(), at: Instant }).nullable() })
export type CompanyThresholds = z.infer<typeof CompanyThresholds>

const token = z.object({ token: z.string() })
const id = z.object({ id: z.string() })
const notFound = { NOT_FOUND: {} }
const unreadable = { FILE_UNKNOWN: {}, UNREADABLE: { data: z.object({ reason: z.string() }) }, PACK_INVALID: { data: z.object({ fileName: z.string(), issues: z.array(PackIssue) }) } }

export const rulesContract = {
  /** Every pack, the company's own first. */
  packs: oc.output(z.array(PackRow)),
  /** Reads and checks a file, and says what it would change; stores nothing. */
  previewPack: oc.errors(unreadable).input(token).output(PackPreview),
  /** Takes the file in: from now on it stands before a shipped pack of its track, zone and days. */
  importPack: oc.errors(unreadable).input(token).output(z.array(PackRow)),
  previewRemoval: oc.errors(notFound).input(id).output(z.array(FlagChange)),
  removePack: oc.errors(notFound).input(id).output(z.array(PackRow)),
  /** Writes a pack as a file to edit and import again. */
  exportPack: oc
    .errors({ ...notFound, DESTINATION_UNKNOWN: {}, WRITE_FAILED: { data: z.object({ reason: z.string() }) } })
    .input(id.extend({ destination: z.string() }))
    .output(z.object({ fileName: z.string() })),
  /** The company's limits, which every bid is judged by. */
  thresholds: oc.output(CompanyThresholds),
  previewThresholds: oc.input(CompanyPolicy).output(z.array(FlagChange)),
  /** An entry of the log; drafts and bids handed in are judged by the new limits at once. */
  saveThresholds: oc.errors({ LOG_BROKEN: {} }).input(z.object({ by: PersonName, policy: CompanyPolicy })).output(CompanyThresholds),
}
