import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'node_modules/.cache/playwright',
  timeout: 180_000,
  expect: { timeout: 20_000 },
  // One window at a time: the machines that run this have two cores, and the window uses both.
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: process.env.BIDWRIGHT_RESULTS ?? 'node_modules/.cache/results/e2e.json' }]],
  projects: [
    { name: 'app', testIgnore: 'packaged.spec.ts' },
    { name: 'packaged', testMatch: 'packaged.spec.ts' },
  ],
})
