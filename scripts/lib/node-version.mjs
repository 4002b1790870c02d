import { readFileSync } from 'node:fs'
import { fail } from './say.mjs'

/** Stops with one sentence on a Node the tools can't run on, before npm says it in forty. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const isEnough = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22
  if (isEnough) return
  const { engines } = JSON.parse(readFileSync('package.json', 'utf8'))
  fail(`Node ${process.versions.node} can't run this project. It needs ${engines.node}.`)
}
