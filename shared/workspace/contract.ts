import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Instant } from '#shared/time.ts'

export const WorkspaceInfo = z.object({ fileName: z.string(), tenders: z.int(), bids: z.int(), hasSample: z.boolean() })
export type WorkspaceInfo = z.infer<typeof WorkspaceInfo>

export const AutomaticBackup = z.object({ name: z.string(), at: Instant, bytes: z.int() })
export type AutomaticBackup = z.infer<typeof AutomaticBackup>

/** The file of a backup: one the person chose, or one of the automatic ones by its name. */
export const BackupChoice = z.union([z.object({ token: z.string() }), z.object({ name: z.string().max(200) })])

export const workspaceContract = {
  info: oc.output(WorkspaceInfo),
  /** Adds the sample tenders and bids, dated around today. Only into a workspace without sample data. */
  loadSample: oc.output(WorkspaceInfo),
  /** Removes exactly what loadSample added; the person's own records stay. */
  clearSample: oc.output(WorkspaceInfo),
  /** Writes one file that holds everything, at a place the person chose. */
  backup: oc.errors({ FILE_UNKNOWN: {}, WRITE_FAILED: {} }).input(z.object({ destination: z.string() })).output(z.object({ fileName: z.string(), bytes: z.int(), records: z.int() })),
  /** Newest first. */
  backups: oc.output(z.array(AutomaticBackup)),
  /** Takes the place of the whole workspace; what it held is kept beside it. Core starts again right after. */
  restore: oc.errors({ FILE_UNKNOWN: {}, NOT_A_WORKSPACE: {}, FROM_THE_FUTURE: {} }).input(BackupChoice).output(z.object({ isRestarting: z.literal(true) })),
}
