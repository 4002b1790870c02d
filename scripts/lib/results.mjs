import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = 'node_modules/.cache/results'

export const resultFile = (name) => join(folder, `${name}.json`)

export function clearResults() {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
}

/** Notes a step without tests of its own (types, lint, build) that failed, so that it is counted. */
export function noteFailedStep(name) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(resultFile(`step-${name}`), JSON.stringify({ failedStep: name }))
}

/** Passed and failed in one result file: vitest's JSON, Playwright's JSON, or a failed step. */
export function countsIn(report) {
  if (report.failedStep) return { passed: 0, failed: 1 }
  if (report.stats) {
    const { expected, flaky, unexpected } = report.stats
    return { passed: expected + flaky, failed: unexpected + (report.errors?.length ?? 0) }
  }
  // A file that can't even be loaded has no tests, but is a failure.
  const unloadable = (report.testResults ?? []).filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloadable.length }
}

/** Passed and failed over all result files. */
export function countAll() {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'))
  const counts = files.map((file) => countsIn(JSON.parse(readFileSync(join(folder, file), 'utf8'))))
  return {
    passed: counts.reduce((sum, count) => sum + count.passed, 0),
    failed: counts.reduce((sum, count) => sum + count.failed, 0),
  }
}
