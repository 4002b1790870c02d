// Compiles renderer/messages/<locale>/<feature>.json to typed functions in renderer/paraglide.
// The plugin reads no folders, so the list of files in the project's settings is kept up to date here.
import { createHash } from 'node:crypto'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compile } from '@inlang/paraglide-js'

const renderer = fileURLToPath(new URL('../renderer/', import.meta.url))
const settingsPath = join(renderer, 'project.inlang/settings.json')
// Of what the compiled messages were made: compiling takes seconds, and most runs change no word.
const stampPath = join(renderer, 'paraglide/.made-of')

async function readLocale(locale) {
  const folder = join(renderer, 'messages', locale)
  const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted()
  const keys = new Set()
  const hash = createHash('sha256')
  for (const file of files) {
    const source = await readFile(join(folder, file), 'utf8')
    hash.update(`${file}\n${source}\n`)
    for (const [key, text] of Object.entries(JSON.parse(source))) {
      if (keys.has(key)) throw new Error(`messages/${locale}/${file}: the key ${key} is already in another file`)
      if (text === '') throw new Error(`messages/${locale}/${file}: ${key} is empty`)
      keys.add(key)
    }
  }
  return { files, keys, hash: hash.digest('hex') }
}

async function main() {
  const before = await readFile(settingsPath, 'utf8')
  const settings = JSON.parse(before)
  const base = await readLocale(settings.baseLocale)
  const problems = []
  const hashes = []
  for (const locale of settings.locales) {
    const { keys, hash } = await readLocale(locale)
    hashes.push(hash)
    for (const key of base.keys) if (!keys.has(key)) problems.push(`${locale}: ${key} is missing`)
    for (const key of keys) if (!base.keys.has(key)) problems.push(`${locale}: ${key} is not in ${settings.baseLocale}`)
  }
  if (problems.length > 0) throw new Error(`The languages do not have the same messages.\n${problems.join('\n')}`)
  settings['plugin.inlang.messageFormat'].pathPattern = base.files.map((file) => `./messages/{locale}/${file}`)
  const after = `${JSON.stringify(settings, null, 2)}\n`
  if (after !== before) await writeFile(settingsPath, after)
  const { version } = JSON.parse(await readFile(fileURLToPath(new URL('../node_modules/@inlang/paraglide-js/package.json', import.meta.url)), 'utf8'))
  const madeOf = [version, ...hashes].join('\n')
  const stamp = await readFile(stampPath, 'utf8').catch(() => null)
  if (stamp === madeOf) return
  await rm(stampPath, { force: true })
  await compile({
    project: join(renderer, 'project.inlang'),
    outdir: join(renderer, 'paraglide'),
    strategy: ['globalVariable', 'baseLocale'],
    outputStructure: 'locale-modules',
    emitGitIgnore: false,
    emitPrettierIgnore: false,
    emitReadme: false,
  })
  // With a plugin it cannot load, the compiler writes no messages and still reports success.
  const compiled = await import(new URL(`../renderer/paraglide/messages.js?${base.keys.size}`, import.meta.url).href)
  const missing = [...base.keys].filter((key) => !(key in compiled))
  if (missing.length > 0) throw new Error(`Not compiled: ${missing.join(', ')}`)
  await writeFile(stampPath, madeOf)
  console.log(`${base.keys.size} messages in ${settings.locales.length} languages`)
}

try {
  await main()
  // The compiler leaves a timer behind that would hold the process for half a minute.
  process.exit(0)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
