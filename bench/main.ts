import { benchDocuments } from './documents.ts'
import { benchEstimate } from './estimate.ts'
import { report } from './measure.ts'
import { benchImport } from './import.ts'
import { benchTenders, fillTenders } from './tenders.ts'

/** `npm run bench [estimate|documents|tenders|import …]`: our work against plain library calls doing the same, in one run. */
const parts = { estimate: benchEstimate, documents: benchDocuments, tenders: benchTenders, import: benchImport }
const wanted = process.argv.slice(2)

async function main(): Promise<void> {
  // For scripts that look at the window with that many: `fill <workspace file> <count>`.
  const [part, path, count] = wanted
  if (part === 'fill' && path !== undefined) return fillTenders(path, Number(count))
  for (const [name, run] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    report(await run())
  }
}

void main()
