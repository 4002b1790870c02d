import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'

type Lock = { packages: Record<string, { version?: string; optionalDependencies?: Record<string, string> }> }

function isLock(value: unknown): value is Lock {
  return typeof value === 'object' && value !== null && 'packages' in value
}

// npm ci refuses a lock without them, everywhere; npm leaves them out where the registry has none (npm run lock).
test('the lock file names the packages for every system, not only for the one it was written on', () => {
  const lock: unknown = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../package-lock.json'), 'utf8'))
  if (!isLock(lock)) throw new Error('package-lock.json is not a lock file')
  const wanted = Object.values(lock.packages).flatMap((entry) => Object.entries(entry.optionalDependencies ?? {}))
  const exact = wanted.filter(([, range]) => /^\d/.test(range)).map(([name]) => name)
  expect(exact.filter((name) => lock.packages[`node_modules/${name}`] === undefined)).toEqual([])
})
