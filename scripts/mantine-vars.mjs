// Writes renderer/app/mantine-vars.css from the theme: the window's policy allows no style that is made at run time.
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { runnerImport } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const { module } = await runnerImport(`${root}renderer/app/theme.ts`, { root, configFile: false, logLevel: 'error' })
await writeFile(`${root}renderer/app/mantine-vars.css`, module.mantineVariables())
console.log('renderer/app/mantine-vars.css')
