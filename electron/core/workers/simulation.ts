import { z } from 'zod'
import { answerJobs } from '#core/worker-entry.ts'
import { Estimate } from '#shared/estimate/estimate.ts'
import { simulate } from '#shared/estimate/simulate.ts'
import { Day } from '#shared/time.ts'

const Request = z.object({ estimate: Estimate, seed: z.int(), samples: z.int(), today: Day })

answerJobs(Request, ({ estimate, ...settings }) => simulate(estimate, settings))
