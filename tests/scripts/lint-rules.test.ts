import { execFile } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

const project = resolve(import.meta.dirname, '../..')

/** The linter's complaints about one line of code in one place of the project: the rules' names. */
type Planted = { file: string; code: string; refusedBy: string | null }

const imports = 'eslint(no-restricted-imports)'
const planted: Planted[] = [
  { file: 'shared/a/reaches-core.ts', code: "export { a } from '#core/a.ts'", refusedBy: imports },
  { file: 'shared/a/reaches-core-for-a-type.ts', code: "import type { A } from '#core/a.ts'\nexport type B = A", refusedBy: imports },
  { file: 'shared/a/reaches-core-by-path.ts', code: "export { a } from '../../electron/core/a.ts'", refusedBy: imports },
  { file: 'shared/a/reaches-the-window.ts', code: "export { a } from '#renderer/a.tsx'", refusedBy: imports },
  { file: 'shared/a/reaches-node.ts', code: "export { readFileSync } from 'node:fs'", refusedBy: imports },
  { file: 'shared/a/reaches-electron.ts', code: "export { app } from 'electron/main'", refusedBy: imports },
  { file: 'shared/a/reads-the-clock.ts', code: 'export const now = Date.now()', refusedBy: 'eslint(no-restricted-properties)' },
  { file: 'shared/a/throws-dice.ts', code: 'export const dice = Math.random()', refusedBy: 'eslint(no-restricted-properties)' },
  { file: 'shared/a/reads-the-environment.ts', code: 'export const home = process.env', refusedBy: 'eslint(no-restricted-globals)' },
  { file: 'shared/a/reaches-the-network.ts', code: "export const page = fetch('/')", refusedBy: 'eslint(no-restricted-globals)' },
  { file: 'renderer/a/reaches-core.tsx', code: "export { a } from '#core/a.ts'", refusedBy: imports },
  { file: 'renderer/a/reaches-core-by-path.ts', code: "export { a } from '../../electron/core/a.ts'", refusedBy: imports },
  { file: 'renderer/a/reaches-node.ts', code: "export { join } from 'node:path'", refusedBy: imports },
  { file: 'renderer/a/reaches-electron.ts', code: "export { ipcRenderer } from 'electron'", refusedBy: imports },
  { file: 'renderer/a/uses-a-component-that-makes-styles.tsx', code: "export { Grid } from '@mantine/core'", refusedBy: imports },
  { file: 'electron/core/a/reaches-the-window.ts', code: "export { a } from '#renderer/a.tsx'", refusedBy: imports },
  { file: 'electron/core/a/reaches-electron.ts', code: "export { app } from 'electron'", refusedBy: imports },
  { file: 'electron/core/a/reaches-the-shell.ts', code: "export { a } from '../../main.ts'", refusedBy: imports },
  { file: 'electron/core/reaches-the-shell.ts', code: "export { a } from '../main.ts'", refusedBy: imports },
  { file: 'electron/reaches-the-window.ts', code: "export { a } from '#renderer/a.tsx'", refusedBy: imports },
  { file: 'electron/core/a/names-node-without-its-prefix.ts', code: "export { join } from 'path'", refusedBy: 'unicorn(prefer-node-protocol)' },
  { file: 'shared/a/uses-its-neighbour.ts', code: "export { a } from '#shared/b/b.ts'", refusedBy: null },
  { file: 'renderer/a/uses-shared.ts', code: "export { a } from '#shared/b/b.ts'", refusedBy: null },
  { file: 'electron/core/a/uses-shared-and-node.ts', code: "export { a } from '#shared/b/b.ts'\nexport { join } from 'node:path'", refusedBy: null },
  { file: 'electron/uses-electron.ts', code: "export { app } from 'electron'", refusedBy: null },
]

let folder: string
let refusals: Map<string, string[]>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bidwright-lint-'))
  copyFileSync(join(project, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
  for (const { file, code } of planted) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), `${code}\n`)
  }
  refusals = await lint(folder)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function lint(target: string): Promise<Map<string, string[]>> {
  const oxlint = join(project, 'node_modules/oxlint/bin/oxlint')
  const { stdout } = await promisify(execFile)(process.execPath, [oxlint, '--format=unix', '.'], { cwd: target }).catch((error: { stdout: string }) => error)
  const byFile = new Map<string, string[]>()
  for (const [, file = '', rule = ''] of stdout.matchAll(/^(.+?):\d+:\d+: .*\[Error\/(.+)\]$/gm)) byFile.set(file, [...(byFile.get(file) ?? []), rule])
  return byFile
}

test.for(planted)('the linter judges $file', ({ file, refusedBy }) => {
  expect([...new Set(refusals.get(file) ?? [])]).toEqual(refusedBy === null ? [] : [refusedBy])
})

test('no feature of the window imports another', () => {
  const features = join(project, 'renderer/features')
  const crossings = readdirSync(features, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => {
      const own = file.split('/')[0]
      const text = readFileSync(join(features, file), 'utf8')
      const imported = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, path = '']) => (path.startsWith('.') ? resolve(dirname(join(features, file)), path) : path.replace('#renderer', resolve(project, 'renderer'))))
      return imported.filter((path) => path.startsWith(`${features}/`) && path.slice(features.length + 1).split('/')[0] !== own).map((path) => `${file} imports ${path.slice(project.length + 1)}`)
    })
  expect(crossings).toEqual([])
})
