import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorkspace } from '#core/db/workspace.ts'
import { checkWorkspace } from '#core/workspace/check.ts'

const ROUNDS = 20
const bundle = resolve('node_modules/.cache/commit-writer')
let folder: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bidwright-kill-'))
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: resolve('tests/support/commit-writer.ts'), outDir: bundle, emptyOutDir: true, target: 'node20', rolldownOptions: { external: ['libsql'], output: { entryFileNames: 'writer.mjs' } } },
  })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the writer until `afterCommits` were acknowledged and `extraMs` have passed, kills it with SIGKILL, and returns the acknowledged ids. */
function writeUntilKilled(path: string, afterCommits: number, extraMs: number): Promise<string[]> {
  return new Promise((done, fail) => {
    const writer = spawn(process.execPath, [join(bundle, 'writer.mjs'), path], { stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    let isDying = false
    writer.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      if (isDying || text.split('\n').length <= afterCommits) return
      isDying = true
      setTimeout(() => writer.kill('SIGKILL'), extraMs)
    })
    writer.on('error', fail)
    // The last line may be cut: only whole lines were acknowledged.
    writer.on('close', (_code, signal) => (signal === 'SIGKILL' ? done(text.split('\n').slice(0, -1)) : fail(new Error(`the writer ended by itself: ${text}`))))
  })
}

test('no acknowledged commit is lost when the program is killed, round after round on one file', { timeout: 180_000 }, async () => {
  const path = join(folder, 'killed.bidwright')
  const acknowledged: string[] = []
  for (let round = 0; round < ROUNDS; round++) {
    acknowledged.push(...(await writeUntilKilled(path, 5 + ((round * 7) % 23), (round * 13) % 41)))
    const workspace = openWorkspace(path, () => new Date())
    const stored = new Set((await workspace.db.selectFrom('tender').select('id').execute()).map(({ id }) => id))
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([])
    expect(await checkWorkspace(workspace)).toEqual({ ok: true, problems: [] })
    workspace.close()
  }
  expect(acknowledged.length).toBeGreaterThan(ROUNDS * 5)
})
