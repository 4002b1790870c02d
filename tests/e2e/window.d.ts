import type { Shell } from '#shared/shell.ts'

declare global {
  /** What preload gives the page. */
  var bidwright: Shell<File>
}
