// What Electron needs from a bare Debian or Ubuntu: looked for before anything is downloaded.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { hasCommand, outputOf } from './processes.mjs'
import { fail, say } from './say.mjs'

const APT_OPTIONS = ['install', '-y', '--no-install-recommends']

const windowNeeds = [
  { what: 'libgtk-3.so.0', packages: ['libgtk-3-0'], renamed: ['libgtk-3-0t64'], isThere: () => hasLibrary('libgtk-3.so.0') },
  { what: 'libnss3.so', packages: ['libnss3'], isThere: () => hasLibrary('libnss3.so') },
  { what: 'libasound.so.2', packages: ['libasound2'], renamed: ['libasound2t64'], isThere: () => hasLibrary('libasound.so.2') },
  { what: 'libgbm.so.1', packages: ['libgbm1'], isThere: () => hasLibrary('libgbm.so.1') },
  { what: 'a Chinese font', packages: ['fonts-dejavu-core', 'fonts-noto-cjk'], isThere: hasChineseFont, isOptional: true },
]
const displayNeeds = [{ what: 'Xvfb (there is no display, so a virtual one is needed)', packages: ['xvfb'], isThere: () => hasCommand('Xvfb') }]
const testNeeds = [
  { what: 'pdftotext (the tests read the PDFs they make)', packages: ['poppler-utils'], isThere: () => hasCommand('pdftotext'), isOptional: true },
  { what: 'qpdf (the tests check the PDFs they make)', packages: ['qpdf'], isThere: () => hasCommand('qpdf'), isOptional: true },
]

let libraries
function hasLibrary(name) {
  libraries ??= outputOf('ldconfig', ['-p'], { env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` } })
  // Without ldconfig (Alpine, NixOS) nothing can be said: Electron's own message has to do.
  return libraries === null || libraries.includes(`${name} `)
}

function hasChineseFont() {
  const fonts = outputOf('fc-list', [':lang=zh-cn', 'family'])
  return fonts !== null && fonts.trim() !== ''
}

function osRelease() {
  const text = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : ''
  const value = (key) => new RegExp(`^${key}="?([^"\n]*)`, 'm').exec(text)?.[1] ?? ''
  return { id: value('ID'), like: value('ID_LIKE').split(' '), version: Number(value('VERSION_ID')), name: value('PRETTY_NAME') }
}

/** Debian 13 and Ubuntu 24.04 renamed the libraries whose time type became 64 bits wide. */
export function hasRenamedLibraries({ id, version }) {
  if (id === 'debian') return !(version < 13)
  if (id === 'ubuntu') return !(version < 24.04)
  return Boolean(outputOf('apt-cache', ['show', 'libgtk-3-0t64'])?.trim())
}

export const hasNoDisplay = () => process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY

/** @param {{display?: boolean, tests?: boolean}} [options] the packages all needs come from, for this machine's system */
function lacking({ display = hasNoDisplay(), tests = false } = {}) {
  const needs = [...windowNeeds, ...(display ? displayNeeds : []), ...(tests ? testNeeds : [])]
  return needs.filter((need) => !need.isThere())
}

function packagesFor(needs) {
  const isRenamed = hasRenamedLibraries(osRelease())
  return needs.flatMap((need) => (isRenamed && need.renamed) || need.packages)
}

const aptLine = (packages) => `apt-get update && apt-get ${APT_OPTIONS.join(' ')} ${packages.join(' ')}`

function install(packages) {
  const isAllowed = process.getuid?.() === 0 && !process.env.BIDWRIGHT_NO_APT && hasCommand('apt-get')
  if (!isAllowed) return false
  say(`Installing system packages with apt: ${packages.join(' ')} (BIDWRIGHT_NO_APT=1 forbids it).`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  // apt's own words go to stderr too, so that stdout stays ours.
  const apt = (args) => spawnSync('apt-get', ['-q', ...args], { stdio: ['ignore', 2, 2], env }).status === 0
  apt(['update'])
  libraries = undefined
  return apt([...APT_OPTIONS, ...packages])
}

/** Makes sure this machine can show the window: installs what is missing as root, else prints the one line that does. */
export function requireSystem(options) {
  if (process.platform !== 'linux') return
  const needs = lacking(options)
  if (needs.length === 0 || (install(packagesFor(needs)) && needs.every((need) => need.isOptional || need.isThere()))) return
  const missing = needs.map((need) => need.what).join(', ')
  const { id, like, name } = osRelease()
  const isDebianLike = ['debian', 'ubuntu'].some((system) => system === id || like.includes(system))
  const remedy = isDebianLike ? `On ${name}, as root:\n\n  ${aptLine(packagesFor(needs))}` : 'Install them with this system\'s package manager.'
  if (needs.every((need) => need.isOptional)) say(`Missing, and better to have: ${missing}. ${remedy}`)
  else fail(`Bidwright can't run on this machine yet. Missing: ${missing}.\n${remedy}`)
}

/** Stops when a library this Electron is linked against is missing. */
export function requireLibrariesOf(executable) {
  if (process.platform !== 'linux') return
  const listed = outputOf('ldd', [executable]) ?? ''
  const missing = [...listed.matchAll(/(\S+) => not found/g)].map((match) => match[1])
  if (missing.length > 0) fail(`Electron needs system libraries that this machine lacks: ${missing.join(', ')}.\nOn Debian or Ubuntu, as root:\n\n  ${aptLine(packagesFor(windowNeeds))}`)
}
