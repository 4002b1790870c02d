// node scripts/notices.mjs: writes THIRD-PARTY-NOTICES.txt, the licences of everything that ends up in the program.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages

/** The packages our own sources import, without paths inside them and without Node's own modules. */
export function importedPackages() {
  const names = new Set(['electron', '@expo-google-fonts/noto-sans-sc', '@expo-google-fonts/noto-serif-sc', '@mantine/core'])
  for (const folder of ['electron', 'renderer', 'shared']) {
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(ts|tsx)$/.test(file) || file.startsWith('paraglide')) continue
      const source = readFileSync(join(folder, file), 'utf8')
      for (const [, name] of source.matchAll(/(?:from|import|import\() ?'((?:@[\w.-]+\/)?[\w.-]+)(?:\/[^']*)?'/g)) {
        if (!name.startsWith('.') && lock[`node_modules/${name}`]) names.add(name)
      }
    }
  }
  return names
}

/** A package and all it needs, where npm put them. */
function withDependencies(names) {
  const found = new Map()
  const visit = (name, from) => {
    let base = from
    let path
    for (;;) {
      path = `${base === '' ? '' : `${base}/`}node_modules/${name}`
      if (lock[path]) break
      if (base === '') return
      base = base.includes('/node_modules/') ? base.slice(0, base.lastIndexOf('/node_modules/')) : ''
    }
    if (found.has(path)) return
    found.set(path, lock[path])
    // Electron's own dependencies only download it.
    if (name === 'electron') return
    for (const needed of Object.keys({ ...lock[path].dependencies, ...lock[path].optionalDependencies })) visit(needed, path)
  }
  for (const name of names) visit(name, '')
  return found
}

function licenceText(path) {
  if (!existsSync(path)) return null
  const files = readdirSync(path).filter((name) => /^(licen[cs]e|copying|ofl)/i.test(name) && !name.endsWith('.js'))
  return files.length === 0 ? null : files.map((file) => readFileSync(join(path, file), 'utf8').trim()).join('\n\n')
}

function notices() {
  const parts = ['Bidwright is made with the following packages and fonts. Each stands under its own licence.', '']
  const packages = [...withDependencies(importedPackages())].toSorted(([a], [b]) => a.localeCompare(b, 'en'))
  for (const [path, entry] of packages) {
    const name = path.slice(path.lastIndexOf('node_modules/') + 13)
    const text = licenceText(path)
    if (text === null && !existsSync(path)) continue
    parts.push('-'.repeat(72), `${name} ${entry.version} (${entry.license ?? 'see its text'})`, '', text ?? `Licence: ${entry.license}. The package ships no licence text of its own.`, '')
  }
  return `${parts.join('\n').replaceAll('\r\n', '\n')}\n`
}

if (process.argv[1]?.endsWith('notices.mjs')) {
  writeFileSync('THIRD-PARTY-NOTICES.txt', notices())
}
