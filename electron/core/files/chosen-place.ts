import type { CoreContext } from '#core/context.ts'
import { reasonOf } from '#core/reason-of.ts'

/** The path a person chose to save to; the window holds its token only. */
export function chosenPlace(destination: string, { files }: Pick<CoreContext, 'files'>, errors: { DESTINATION_UNKNOWN: () => Error }): string {
  const path = files.pathOf(destination)
  if (path === undefined) throw errors.DESTINATION_UNKNOWN()
  return path
}

/** What keeps a file from being written (a full disk, a place that may not be written to) is an expected failure, told in the system's words. */
export function orWriteFailed<T>(writing: Promise<T>, errors: { WRITE_FAILED: (options: { data: { reason: string } }) => Error }): Promise<T> {
  return writing.catch((error: unknown) => {
    throw errors.WRITE_FAILED({ data: { reason: reasonOf(error) } })
  })
}
