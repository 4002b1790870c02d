import type { SimulationRequest } from '#core/context.ts'
import { answerJobs } from '#core/worker-entry.ts'
import { simulate } from '#shared/estimate/simulate.ts'

answerJobs(({ estimate, seed, samples }: SimulationRequest) => simulate(estimate, { seed, samples }))
