import { readFileSync } from 'node:fs'
import type { z } from 'zod'

/** A file of tests/fixtures, read through a schema. */
export function readFixture<T>(name: string, schema: z.ZodType<T>): T {
  return schema.parse(JSON.parse(readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8')))
}
