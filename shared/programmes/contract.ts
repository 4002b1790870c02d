import { oc } from '@orpc/contract'
import { z } from 'zod'
import { Programme, ProgrammeDraft } from '#shared/programmes/programme.ts'

const stale = { data: z.object({ version: z.int() }) }

export const programmesContract = {
  /** By region and name. */
  list: oc.output(z.array(Programme)),
  add: oc.input(z.object({ draft: ProgrammeDraft })).output(Programme),
  save: oc.errors({ NOT_FOUND: {}, STALE: stale }).input(z.object({ id: z.string(), version: z.int(), draft: ProgrammeDraft })).output(Programme),
  remove: oc.input(z.object({ id: z.string() })).output(z.array(Programme)),
  /** The programmes the program knows, those already taken over left out; gives back all. */
  addStarters: oc.output(z.array(Programme)),
}
