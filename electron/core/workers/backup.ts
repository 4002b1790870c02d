import { z } from 'zod'
import { answerJobs } from '#core/worker-entry.ts'
import { writeAutomaticBackup } from '#core/workspace/automatic-backups.ts'

answerJobs(z.object({ workspacePath: z.string(), now: z.date() }), ({ workspacePath, now }) => writeAutomaticBackup(workspacePath, now))
