import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { z } from 'zod'
import { certificates } from './book.ts'
import { typstBook } from './typst-book.ts'
import { fontFiles } from '#core/documents/fonts.ts'

/** What one fresh process measured of one engine: milliseconds and megabytes. */
const EngineRun = z.object({ first: z.number(), later: z.array(z.number()), previews: z.array(z.number()), responsePreviews: z.array(z.number()), pages: z.int(), faults: z.int(), peakMb: z.number() })
export type EngineRun = z.infer<typeof EngineRun>
const engineNames = ['ours', 'typst', 'libreoffice'] as const
export type Engine = (typeof engineNames)[number]

const fontsDirectory = join(process.cwd(), 'node_modules/@expo-google-fonts')
const laterRuns = 7

const timed = async (work: () => unknown): Promise<number> => {
  const from = performance.now()
  await work()
  return performance.now() - from
}

const repeat = async (work: (run: number) => unknown): Promise<number[]> => {
  const times: number[] = []
  for (let run = 0; run < laterRuns; run++) times.push(await timed(() => work(run)))
  return times
}

const runOurs = async (): Promise<EngineRun> => {
  let pages = 0
  const first = await timed(async () => {
    pages = await (await import('./our-engine.ts')).renderBook('')
  })
  const { renderBook, previewBook, previewResponses, kinsokuFaults } = await import('./our-engine.ts')
  const later = await repeat((run) => renderBook(`改动${run}`))
  await previewBook('')
  const previews = await repeat((run) => previewBook(`改动${run}`))
  const peakMb = process.resourceUsage().maxRSS / 1024
  await previewResponses('')
  const responsePreviews = await repeat((run) => previewResponses(`改动${run}`))
  return { first, later, previews, responsePreviews, pages, faults: await kinsokuFaults(), peakMb }
}

const typstFolder = resolve('node_modules/.cache/bench-typst')
const typstPackage = '@myriaddreamin/typst-ts-node-compiler'

/** Typst is no part of the program: the bench fetches it for itself, once. Null where it can't be had. */
const typstModule = (): string | null => {
  const entry = join(typstFolder, 'node_modules', typstPackage)
  if (!existsSync(entry)) {
    mkdirSync(typstFolder, { recursive: true })
    writeFileSync(join(typstFolder, 'package.json'), '{"private":true}')
    spawnSync('npm', ['install', '--no-audit', '--no-fund', '--silent', '--prefix', typstFolder, `${typstPackage}@0.7.0`], { stdio: 'ignore', timeout: 300_000 })
  }
  return existsSync(entry) ? entry : null
}

type TypstCompiler = { mapShadow(path: string, content: Buffer): void; pdf(options: { mainFileContent: string }): Buffer }
type TypstModule = { NodeCompiler: { create(options: object): TypstCompiler } }
const isTypst = (value: unknown): value is TypstModule => typeof value === 'object' && value !== null && 'NodeCompiler' in value

const runTypst = async (): Promise<EngineRun | null> => {
  const entry = typstModule()
  if (entry === null) return null
  let compiler: TypstCompiler | null = null
  let pdf = Buffer.alloc(0)
  const first = await timed(() => {
    const loaded: unknown = createRequire(join(typstFolder, 'package.json'))(typstPackage)
    if (!isTypst(loaded)) throw new Error('typst-ts-node-compiler has another shape than expected')
    compiler = loaded.NodeCompiler.create({ workspace: typstFolder, fontArgs: [{ fontBlobs: Object.values(fontFiles).map((file) => readFileSync(join(fontsDirectory, file))) }] })
    certificates.forEach(({ bytes }, index) => compiler?.mapShadow(join(typstFolder, `certificate${index}.jpg`), Buffer.from(bytes)))
    pdf = Buffer.from(compiler.pdf({ mainFileContent: typstBook() }))
  })
  const later = await repeat((run) => compiler?.pdf({ mainFileContent: typstBook(`改动${run}`) }))
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
  return { first, later, previews: [], responsePreviews: [], pages, faults: 0, peakMb: process.resourceUsage().maxRSS / 1024 }
}

const runLibreOffice = async (): Promise<EngineRun | null> => {
  if (spawnSync('soffice', ['--version']).error !== undefined) return null
  const folder = mkdtempSync(join(tmpdir(), 'bidwright-bench-'))
  try {
    const { wordBook } = await import('./our-engine.ts')
    writeFileSync(join(folder, 'book.docx'), await wordBook())
    const first = await timed(() => execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'book.docx')], { stdio: 'ignore' }))
    return existsSync(join(folder, 'book.pdf')) ? { first, later: [], previews: [], responsePreviews: [], pages: 0, faults: 0, peakMb: 0 } : null
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const engines: Record<Engine, () => Promise<EngineRun | null>> = { ours: runOurs, typst: runTypst, libreoffice: runLibreOffice }

/** Measures one engine in this process, named on its command line, and answers on stdout. */
export const runEngine = async (argument: string | undefined): Promise<void> => {
  const engine = engineNames.find((name) => name === argument)
  process.stdout.write(JSON.stringify(engine === undefined ? null : await engines[engine]()))
}

/** One engine in a fresh process; null where it can't be had. */
export const freshRun = (engine: Engine): EngineRun | null => {
  const script = join(dirname(process.argv[1] ?? ''), 'bench-engine.cjs')
  const { stdout, status } = spawnSync(process.execPath, [script, engine], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 26 })
  const answer = EngineRun.safeParse(status === 0 ? JSON.parse(stdout) : null)
  return answer.success ? answer.data : null
}
