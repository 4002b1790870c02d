// npm run lock, after changing dependencies where the registry lacks some of the packages for other systems.
// npm leaves those out of package-lock.json, and `npm ci` then refuses the file everywhere. This puts them back:
// by name, version and system, as npm writes them itself where it can see them, without a checksum.
import { readFileSync, writeFileSync } from 'node:fs'
import { enterRoot } from './lib/root.mjs'
import { say } from './lib/say.mjs'

const systems = ['darwin', 'linux', 'win32', 'freebsd', 'openbsd', 'android', 'openharmony', 'aix', 'sunos', 'netbsd']
const processors = ['x64', 'arm64', 'ia32', 'arm', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32']
const isExact = (range) => /^\d+\.\d+\.\d+/.test(range)

function entryFor(name, version, parent) {
  const words = name.split(/[/-]/)
  const os = systems.filter((system) => words.includes(system))
  const cpu = processors.filter((processor) => words.includes(processor))
  if (os.length === 0 || cpu.length === 0) throw new Error(`${name} is missing from the lock, and its name does not say for which system it is`)
  return { version, cpu, ...(parent.dev ? { dev: true } : {}), optional: true, os }
}

/** The entries that are missing, by their place in the lock file. */
function missingEntries(packages) {
  const missing = {}
  for (const parent of Object.values(packages)) {
    for (const [name, range] of Object.entries(parent.optionalDependencies ?? {})) {
      const place = `node_modules/${name}`
      if (packages[place] || !isExact(range)) continue
      missing[place] = entryFor(name, range, parent)
    }
  }
  return missing
}

enterRoot()
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const missing = missingEntries(lock.packages)
const places = Object.keys(missing)
if (places.length > 0) {
  const { '': project, ...rest } = { ...lock.packages, ...missing }
  const sorted = Object.entries(rest).toSorted(([a], [b]) => a.localeCompare(b, 'en'))
  lock.packages = { '': project, ...Object.fromEntries(sorted) }
  writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
}
say(places.length === 0 ? 'package-lock.json is complete.' : `Added to package-lock.json: ${places.join(', ')}`)
