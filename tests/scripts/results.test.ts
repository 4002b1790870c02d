import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'

const results = pathToFileURL(resolve(import.meta.dirname, '../../scripts/lib/results.mjs')).href

function countsIn(report: unknown): unknown {
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', `import { countsIn } from '${results}'\nconsole.log(JSON.stringify(countsIn(${JSON.stringify(report)})))`], { encoding: 'utf8' })
  return JSON.parse(stdout)
}

test('a unit test file that cannot be loaded counts as a failure, though it has no test', () => {
  const testResults = [
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
    { status: 'failed', assertionResults: [] },
  ]
  expect(countsIn({ numPassedTests: 1, numFailedTests: 0, testResults })).toEqual({ passed: 1, failed: 1 })
})

test('end-to-end tests that ended as expected pass; the others, and errors outside of tests, fail', () => {
  expect(countsIn({ stats: { expected: 5, flaky: 1, unexpected: 2, skipped: 3 }, errors: [{ message: 'no tests found' }] })).toEqual({ passed: 6, failed: 3 })
})

test('a step without tests counts as one failure, so that nothing that went wrong is summed up as none', () => {
  expect(countsIn({ failedStep: 'types' })).toEqual({ passed: 0, failed: 1 })
})
