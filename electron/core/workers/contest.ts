import { answerJobs } from '#core/worker-entry.ts'
import { simulateContest, WinRequest } from '#shared/contests/win-request.ts'

answerJobs(WinRequest, simulateContest)
