import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      { extends: true, test: { name: 'node', include: ['tests/{shared,electron,scripts}/**/*.test.ts'], environment: 'node' } },
      { extends: true, test: { name: 'screens', include: ['tests/renderer/**/*.test.{ts,tsx}'], environment: 'happy-dom' } },
    ],
  },
})
