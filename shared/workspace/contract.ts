import { oc } from '@orpc/contract'
import { z } from 'zod'

export const WorkspaceInfo = z.object({ fileName: z.string(), tenders: z.int(), bids: z.int(), hasSample: z.boolean() })
export type WorkspaceInfo = z.infer<typeof WorkspaceInfo>

export const workspaceContract = {
  info: oc.output(WorkspaceInfo),
  /** Adds the sample tenders and bids, dated around today. Only into a workspace without sample data. */
  loadSample: oc.output(WorkspaceInfo),
  /** Removes exactly what loadSample added; the person's own records stay. */
  clearSample: oc.output(WorkspaceInfo),
}
