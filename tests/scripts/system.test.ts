import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const system = pathToFileURL(resolve(import.meta.dirname, '../../scripts/lib/system.mjs')).href
const isRoot = process.getuid?.() === 0

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bidwright-system-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

function command(name: string, script: string): void {
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`)
  chmodSync(join(folder, name), 0o755)
}

/** A machine without GTK, until its apt-get has run. */
function machineWithoutGtk(): void {
  const others = 'libnss3.so libasound.so.2 libgbm.so.1'
  command('ldconfig', `if [ -f '${folder}/installed' ]; then echo 'libgtk-3.so.0 ${others} '; else echo '${others} '; fi`)
  command('apt-get', `echo "$@" >> '${folder}/installed'`)
  command('fc-list', 'echo Noto')
}

function evaluate(code: string, env: Record<string, string> = {}) {
  const { BIDWRIGHT_NO_APT: _noApt, ...ours } = process.env
  return spawnSync(process.execPath, ['--input-type=module', '-e', `import * as system from '${system}'\n${code}`], { encoding: 'utf8', env: { ...ours, PATH: `${folder}:${process.env['PATH']}`, ...env } })
}

describe.runIf(process.platform === 'linux')('what the window needs from the system', () => {
  test('a machine that lacks a library is told the one line that installs it, and nothing is installed when that is forbidden', () => {
    machineWithoutGtk()
    const { status, stderr } = evaluate('system.requireSystem({ display: false })', { BIDWRIGHT_NO_APT: '1' })
    expect(status).toBe(1)
    expect(stderr).toContain('Missing: libgtk-3.so.0.')
    expect(stderr).toMatch(/\n {2}apt-get update && apt-get install -y --no-install-recommends libgtk-3-0(t64)?\n/)
    expect(existsSync(join(folder, 'installed'))).toBe(false)
  })

  test.runIf(isRoot)('root has it installed, and is told so first', () => {
    machineWithoutGtk()
    const { status, stderr } = evaluate('system.requireSystem({ display: false })')
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.stringMatching(/^\[bidwright\] Installing system packages with apt: libgtk-3-0(t64)? \(BIDWRIGHT_NO_APT=1 forbids it\)\.\n$/) })
    expect(readFileSync(join(folder, 'installed'), 'utf8')).toMatch(/^-q update\n-q install -y --no-install-recommends libgtk-3-0(t64)?\n$/)
  })

  test('the libraries have their new names from Debian 13 and Ubuntu 24.04 on', () => {
    const systems = [['debian', 12], ['debian', 13], ['ubuntu', 22.04], ['ubuntu', 24.04]]
    const { stdout } = evaluate(`console.log(JSON.stringify(${JSON.stringify(systems)}.map(([id, version]) => system.hasRenamedLibraries({ id, version }))))`)
    expect(JSON.parse(stdout)).toEqual([false, true, false, true])
  })
})
