import { screen } from '@testing-library/react'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeAutomaticBackup } from '#core/workspace/automatic-backups.ts'
import { openTestCore } from '../../support/workspace.ts'
import { openWindow } from '../../support/window.tsx'

test('a person backs up to a file, and goes back to yesterday after being asked', async () => {
  const core = openTestCore()
  writeAutomaticBackup(core.context.workspace.path, new Date('2026-11-21T02:00:00.000Z'))
  const file = join(core.folder, 'all.bidwright')
  const { user } = openWindow(core.client, { at: '/settings/workspace', destination: { token: core.grant(file), name: 'all.bidwright' } })

  await user.click(await screen.findByRole('button', { name: '备份到…' }))
  expect(await screen.findByText(/已备份到 all\.bidwright/)).toBeDefined()
  expect(existsSync(file)).toBe(true)

  await user.click(await screen.findByRole('button', { name: /^恢复 2026-11-21/ }))
  const dialog = await screen.findByRole('dialog', { name: '恢复备份？' })
  expect(dialog.textContent).toContain('2026-11-21')
  expect(core.restarts()).toBe(0)
  await user.click(screen.getByRole('button', { name: '恢复' }))
  await expect.poll(() => core.restarts()).toBe(1)
  core.close()
})
