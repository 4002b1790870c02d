import type { SimulationRequest } from '#core/context.ts'
import { answerJobs } from '#core/worker-entry.ts'
import { simulate } from '#shared/estimate/simulate.ts'

answerJobs(({ estimate, ...settings }: SimulationRequest) => simulate(estimate, settings))
