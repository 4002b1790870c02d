import { MantineProvider } from '@mantine/core'
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import { ErrorBoundary } from '#renderer/app/error-boundary.tsx'
import { isChord } from '#renderer/app/hotkeys.ts'

afterEach(cleanup)

it('shows a failed screen as such, tries again on request, and leaves other screens working', async () => {
  // React tells the console about every error it hands to a boundary.
  const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  let isBroken = true
  const Screen = () => {
    if (isBroken) throw new Error('broken on purpose')
    return <p>works</p>
  }
  const frame = (name: string, content = <Screen />) => (
    <MantineProvider env="test">
      <ErrorBoundary screen={name}>{content}</ErrorBoundary>
    </MantineProvider>
  )
  const { rerender } = render(frame('a'))
  expect(screen.getByText('这个页面出了问题。')).toBeTruthy()
  rerender(frame('b', <p>another screen</p>))
  expect(screen.getByText('another screen')).toBeTruthy()
  rerender(frame('a'))
  isBroken = false
  await userEvent.click(screen.getByRole('button', { name: '重试' }))
  expect(screen.getByText('works')).toBeTruthy()
  silent.mockRestore()
})

it.each([
  ['Ctrl+k', { key: 'k', ctrlKey: true }, true],
  ['Ctrl+k', { key: 'K', ctrlKey: true, shiftKey: true }, false],
  ['Ctrl+k', { key: 'k', metaKey: true }, true],
  ['Ctrl+k', { key: 'k', ctrlKey: true, isComposing: true }, false],
  ['Ctrl+k', { key: 'k' }, false],
  ['?', { key: '?', shiftKey: true }, true],
  ['Alt+ArrowLeft', { key: 'ArrowLeft', altKey: true }, true],
  ['Alt+ArrowLeft', { key: 'ArrowLeft', altKey: true, ctrlKey: true }, false],
])('%s: %o is %s', (keys, init, isHit) => {
  expect(isChord(new KeyboardEvent('keydown', init), keys)).toBe(isHit)
})
