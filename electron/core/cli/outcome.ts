import type { z } from 'zod'

/** Wrong usage: exit status 2. */
export class UsageError extends Error {}

/** The input is bad: exit status 3, and stdout says which, where and what to do. */
export class BadInputError extends Error {
  readonly code: string
  readonly path: string | undefined
  readonly issues: unknown
  constructor(code: string, message: string, details: { path?: string; issues?: unknown } = {}) {
    super(message)
    this.code = code
    this.path = details.path
    this.issues = details.issues
  }
}

/** zod's issues in the words of the command line: where in the input, and what is wrong there. */
export function describeIssues(error: z.ZodError): { where: string; message: string }[] {
  return error.issues.map((issue) => ({ where: issue.path.join('.'), message: issue.message }))
}
