import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, resolve, sep } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

// The oldest engine the program runs on; electron-vite would guess from the installed `electron` package instead.
const nodeTarget = 'node20.18'
const pageTarget = 'chrome130'

// Files that are code at run time but can't be inside a bundle: libsql loads a binary for the machine it is on.
const notBundled = ['electron', /^electron\//, 'libsql', /^@libsql\//]

/**
 * What pdfkit loads for text it sets itself: a reader for font files, the breaking of lines, the fourteen standard fonts. Our documents hand it opened faces and finished lines,
 * so these stay out of the program: they are most of its size and of the time it takes to load.
 */
const pdfkitWithoutText: Plugin = {
  name: 'pdfkit-without-text',
  transform(code, id) {
    if (!id.endsWith('pdfkit.node.mjs')) return null
    const refuse = "() => { throw new Error('pdfkit sets no text here') }"
    const replaced = ([
      ["import { create } from 'fontkit';", `const create = ${refuse};`],
      ["import LineBreaker from 'linebreak';", `const LineBreaker = ${refuse};`],
      ['const require$1 = createRequire(import.meta.url);', `const require$1 = ${refuse};`],
    ] as const).reduce((source, [before, after]) => {
      if (!source.includes(before)) throw new Error(`pdfkit no longer has the line this build replaces: ${before}`)
      return source.replace(before, after)
    }, code)
    return { code: replaced, map: null }
  },
}

/** PDFium is a program of its own in WebAssembly; it lies beside ours, where workers.ts looks for it. */
const pdfiumBeside: Plugin = {
  name: 'pdfium-beside',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'pdfium.wasm', source: readFileSync('node_modules/@embedpdf/pdfium/dist/pdfium.wasm') })
  },
}

/** An entry that another file imports would run a second time there, as a worker or on the command line. */
const entriesStandAlone: Plugin = {
  name: 'entries-stand-alone',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue
      const entry = [...chunk.imports, ...chunk.dynamicImports].find((file) => {
        const imported = bundle[file]
        return imported?.type === 'chunk' && imported.isEntry
      })
      if (entry) this.error(`${chunk.fileName} imports the entry ${entry}: move what they share into a module of its own`)
    }
  },
}

function compileMessages(): void {
  const { status } = spawnSync(process.execPath, ['scripts/messages.mjs'], { stdio: ['ignore', 2, 2] })
  if (status !== 0) throw new Error('the messages could not be compiled')
}

/** The window's words, compiled before they are bundled and again whenever they change while developing. */
const messages: Plugin = {
  name: 'messages',
  buildStart: compileMessages,
  configureServer(server) {
    const folder = resolve('renderer/messages') + sep
    server.watcher.on('change', (file) => {
      if (file.startsWith(folder)) compileMessages()
    })
  },
}

function mainEntries(): Record<string, string> {
  const workers = 'electron/core/workers'
  const files = existsSync(workers) ? readdirSync(workers).filter((file) => file.endsWith('.ts')) : []
  return {
    main: resolve('electron/main.ts'),
    core: resolve('electron/core/main.ts'),
    cli: resolve('electron/core/cli.ts'),
    ...(process.env.BIDWRIGHT_BENCH ? { bench: resolve('bench/main.ts'), 'bench-engine': resolve('bench/engine.ts') } : {}),
    ...Object.fromEntries(files.map((file) => [`workers/${basename(file, '.ts')}`, resolve(workers, file)])),
  }
}

export default defineConfig(({ command }) => ({
  main: {
    plugins: [pdfkitWithoutText, pdfiumBeside, entriesStandAlone],
    build: {
      target: nodeTarget,
      minify: command === 'build',
      externalizeDeps: false,
      rolldownOptions: {
        input: mainEntries(),
        external: notBundled,
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
        experimental: { chunkOptimization: false },
      },
    },
  },
  preload: {
    build: {
      target: nodeTarget,
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: resolve('electron/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [messages, react()],
    build: { target: pageTarget, minify: true, chunkSizeWarningLimit: 2000, rolldownOptions: { input: resolve('renderer/index.html') } },
  },
}))
