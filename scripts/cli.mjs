// npm run --silent cli -- <command>: Node only. stdout holds the command's one JSON document and nothing else.
import { ensureBuilt } from './lib/build.mjs'
import { prepare } from './lib/prepare.mjs'
import { run } from './lib/processes.mjs'

const calledFrom = process.cwd()
await prepare()
if (await ensureBuilt()) {
  // npm runs us in the project's folder; a path is meant from where the person stands.
  const script = `${process.cwd()}/out/main/cli.cjs`
  process.exitCode = await run(process.execPath, [script, ...process.argv.slice(2)], { cwd: process.env.INIT_CWD ?? calledFrom })
} else {
  process.stdout.write(`${JSON.stringify({ error: { code: 'internal', message: 'the program could not be built; see stderr' } })}\n`)
  process.exitCode = 1
}
