import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { mantineVariables } from '#renderer/app/theme.ts'

it('keeps the written style variables in step with the theme', () => {
  const written = readFileSync(resolve(import.meta.dirname, '../../../renderer/app/mantine-vars.css'), 'utf8')
  expect(written).toBe(mantineVariables())
})
