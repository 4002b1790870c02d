import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Generous on purpose: a slow or busy machine must not fail a test; speed is measured by the benchmarks.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'node', include: ['tests/{shared,electron,scripts}/**/*.test.ts'], environment: 'node' } },
      { extends: true, test: { name: 'screens', include: ['tests/renderer/**/*.test.{ts,tsx}'], environment: 'happy-dom' } },
    ],
  },
})
