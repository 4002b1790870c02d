import starterData from '#assets/programmes/starters.json' with { type: 'json' }
import { z } from 'zod'
import { ProgrammeDraft } from '#shared/programmes/programme.ts'

/** Programmes known from public sources, each with its source and how sure it is; nothing in it is approved for anybody. */
export const starterProgrammes: readonly ProgrammeDraft[] = z.array(ProgrammeDraft).parse(starterData)
