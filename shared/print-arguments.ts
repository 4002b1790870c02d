import type { PrintOrder } from '#shared/shell.ts'

/** The order as arguments of `lp` (CUPS): the page as it is, no scaling; the job's name says nothing of the bid. */
export function printArguments({ printer, copies, pages, sides }: PrintOrder, path: string): string[] {
  return ['-d', printer, '-n', String(copies), '-t', 'Bidwright', ...(pages === null ? [] : ['-P', pages]), '-o', `sides=${sides}`, '-o', 'media=A4', '-o', 'print-scaling=none', '-o', 'collate=true', '--', path]
}
