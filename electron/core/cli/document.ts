import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { approvalChecks } from '#core/approvals/approval-checks.ts'
import { unknownBid } from '#core/cli/bid.ts'
import type { Command, CommandDeps } from '#core/cli/command.ts'
import { readJsonFile } from '#core/cli/json-file.ts'
import { BadInputError, describeIssues, UsageError } from '#core/cli/outcome.ts'
import { papersOfFile } from '#core/documents/bid-file.ts'
import { loadPapers, type BidPapers } from '#core/documents/bid-papers.ts'
import { inFormat, printVolume } from '#core/documents/print-volume.ts'
import { writeWhole } from '#core/files/whole-file.ts'
import { reasonOf } from '#core/reason-of.ts'
import { BidFile } from '#shared/bids/bid-file.ts'
import type { FileFormat } from '#shared/documents/contract.ts'
import { printedVolumes, Printout } from '#shared/documents/printable.ts'
import { PrintableVolume } from '#shared/documents/volume.ts'
import { standardTemplate } from '#shared/templates/standard.ts'

/** "all" is what goes to the buyer; the explanation of a low price is asked for by name. */
const BuyerPrintout = Printout.exclude(['internal'])

const endings: Record<FileFormat, string> = { pdf: 'pdf', word: 'docx' }

type Blocked = { code: string; message: string; where: string }

/** `document BID --out DIR [--volume all|business|technical|price|book|defence|seals] [--internal] [--word]`: the last writes each volume as a Word file too */
export const runDocument: Command = async (deps) => {
  const { operands: [id], options } = deps
  if (id === undefined || options.out === undefined) throw new UsageError('usage: cli document BID --out DIR [--volume all|' + BuyerPrintout.options.join('|') + '] [--internal] [--word]')
  const papers = id.endsWith('.json') ? await readBidFile(id) : await papersOf(id, deps)
  const asked = volumesOf(options.volume ?? 'all', printedVolumes(papers.template ?? standardTemplate))
  const volumes = options.internal === true && !asked.includes('internal') ? [...asked, 'internal' as const] : asked
  const { context } = deps.core()
  await mkdir(options.out, { recursive: true })
  const approvals = await approvalChecks(papers, context)
  const files: { path: string; volume: Printout; pages: number; bytes: number }[] = []
  const blocked = new Map<string, Blocked>()
  const formats: readonly FileFormat[] = options.word === true ? ['pdf', 'word'] : ['pdf']
  for (const { volume, format } of volumes.flatMap((volume) => formats.map((format) => ({ volume, format })))) {
    const printed = await printVolume(volume, papers, inFormat(context, format))
    // Approvers read the internal sheet before they sign: only what the buyer gets waits for them.
    const unsigned = PrintableVolume.safeParse(volume).success ? approvals : []
    if (printed.isBlocked || unsigned.length > 0) {
      for (const { code, level, where, figures } of [...unsigned, ...printed.checks]) {
        if (level !== 'stop') continue
        const place = [where.screen, where.lineId, where.field].filter((part) => part !== null).join('.')
        blocked.set(`${code} ${place}`, { code, message: describe(code, figures), where: place })
      }
      continue
    }
    const path = join(options.out, `${fileStem(papers)}-${volume}.${endings[format]}`)
    await writeWhole(path, printed.rendered.bytes).catch((error: unknown) => {
      throw new BadInputError('write-failed', `${path}: ${reasonOf(error)}`, { path })
    })
    files.push({ path, volume, pages: printed.rendered.pages, bytes: printed.rendered.bytes.byteLength })
  }
  return { output: { files, blocked: [...blocked.values()] }, status: files.length === 0 ? 3 : 0 }
}

function volumesOf(text: string, printed: readonly PrintableVolume[]): readonly Printout[] {
  if (text === 'all') return printed
  const volume = BuyerPrintout.safeParse(text)
  if (!volume.success) throw new UsageError(`--volume ${text}: one of all, ${BuyerPrintout.options.join(', ')}`)
  const buyers = PrintableVolume.safeParse(text)
  if (buyers.success && !printed.includes(buyers.data)) throw new UsageError(`--volume ${text}: the bid's template prints ${printed.join(', ')}`)
  return [volume.data]
}

async function papersOf(id: string, deps: CommandDeps): Promise<BidPapers> {
  const papers = await loadPapers(id, deps.core().context)
  if (papers === null) throw unknownBid(id)
  return papers
}

async function readBidFile(path: string): Promise<BidPapers> {
  const parsed = BidFile.safeParse(await readJsonFile(path))
  if (parsed.success) return papersOfFile(parsed.data)
  const issues = describeIssues(parsed.error)
  throw new BadInputError('bid-file-invalid', `${path}: not a bid file of 'cli bid export' (${issues[0]?.where ?? ''}: ${issues[0]?.message ?? ''})`, { path, issues })
}

/** The project's number, safe as a file name everywhere. */
function fileStem({ bid, tender }: BidPapers): string {
  const stem = [tender.projectNo ?? tender.title, bid.lotNo].filter((part) => part !== null && part !== '').join('-')
  return stem.replaceAll(/[\\/:*?"<>|\s\p{Cc}]+/gu, '_').slice(0, 120)
}

function describe(code: string, figures: Record<string, string>): string {
  if (code === 'approval-missing') return `the approval rules stop the verdict ${figures['verdict']} (${figures['status']}): needs the signature of ${figures['approvers']}; ask for it in the bid's Approvals tab`
  const details = Object.entries(figures).map(([name, value]) => `${name} ${value}`)
  return [code.replaceAll('-', ' '), ...details].join(', ')
}
