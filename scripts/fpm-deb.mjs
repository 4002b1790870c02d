#!/usr/bin/env node
// Stands in for fpm where it can't be downloaded: as much of its command line as a .deb needs, on dpkg-deb.
import { chmodSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { outputOf, run } from './lib/processes.mjs'

const text = { type: 'string' }
const { values, positionals: mappings } = parseArgs({
  allowPositionals: true,
  options: {
    s: { ...text, short: 's' },
    t: { ...text, short: 't' },
    d: { ...text, short: 'd', multiple: true, default: [] },
    force: { type: 'boolean' },
    debug: { type: 'boolean' },
    name: text, version: text, iteration: text, architecture: text, maintainer: text, vendor: text, url: text,
    description: text, license: text, category: text, package: text, log: text,
    'after-install': text, 'after-remove': text,
    'deb-priority': text, 'deb-compression': text, 'deb-recommends': { ...text, multiple: true, default: [] },
  },
})
const list = (option) => [values[option] ?? []].flat().join(', ')
const wanted = (option) => list(option) || undefined
if (wanted('t') !== 'deb') throw new Error(`only deb can be made here, not ${wanted('t')}`)

function copyMapped(mapping, root) {
  const [from, to] = mapping.split('=')
  const target = join(root, to)
  if (from.endsWith('/')) {
    cpSync(from, target, { recursive: true, verbatimSymlinks: true })
  } else {
    mkdirSync(dirname(target), { recursive: true })
    copyFileSync(from, target)
    chmodSync(target, 0o644)
  }
}

function controlFile(root) {
  const [summary = '', ...more] = list('description').trim().split('\n')
  const fields = {
    Package: list('name'),
    Version: [list('version'), list('iteration')].filter(Boolean).join('-'),
    Architecture: list('architecture'),
    Maintainer: list('maintainer'),
    'Installed-Size': outputOf('du', ['-sk', root])?.split('\t')[0],
    Depends: list('d'),
    Recommends: list('deb-recommends'),
    Section: 'misc',
    Priority: list('deb-priority'),
    Homepage: list('url'),
    Description: [summary.trim() || list('name'), ...more.map((line) => ` ${line.trim() || '.'}`)].join('\n'),
  }
  const lines = Object.entries(fields).filter(([, value]) => value)
  return `${lines.map(([key, value]) => `${key}: ${value}`).join('\n')}\n`
}

const root = mkdtempSync(join(tmpdir(), 'bidwright-deb-'))
try {
  chmodSync(root, 0o755)
  for (const mapping of mappings) copyMapped(mapping, root)
  const control = controlFile(root)
  mkdirSync(join(root, 'DEBIAN'))
  writeFileSync(join(root, 'DEBIAN/control'), control)
  for (const [option, script] of [['after-install', 'postinst'], ['after-remove', 'postrm']]) {
    if (!wanted(option)) continue
    copyFileSync(list(option), join(root, 'DEBIAN', script))
    chmodSync(join(root, 'DEBIAN', script), 0o755)
  }
  const compression = wanted('deb-compression') ?? 'xz'
  // The stock level of xz takes four minutes of a processor for a package one twentieth smaller.
  const level = compression === 'xz' ? ['-z2'] : []
  process.exitCode = await run('dpkg-deb', ['--root-owner-group', `-Z${compression}`, ...level, '--build', root, list('package')])
} finally {
  rmSync(root, { recursive: true, force: true })
}
