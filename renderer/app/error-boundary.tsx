import { Button } from '@mantine/core'
import { Component, type ErrorInfo, type ReactNode } from 'react'
import { EmptyState } from '#renderer/components/empty-state/empty-state.tsx'
import { m } from '#renderer/paraglide/messages.js'

type State = { error: Error | null; details: string; screen: string }

/** A screen that fails says so, and leaves the rest of the window working. It tries again when `screen` changes. */
export class ErrorBoundary extends Component<{ screen: string; children: ReactNode }, State> {
  override state: State = { error: null, details: '', screen: this.props.screen }

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo) {
    this.setState({ details: `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n${info.componentStack ?? ''}` })
  }

  static getDerivedStateFromProps(props: { screen: string }, state: State): Partial<State> | null {
    return props.screen === state.screen ? null : { screen: props.screen, error: null }
  }

  override render() {
    if (this.state.error === null) return this.props.children
    return (
      <EmptyState title={m.error_screen()} text={m.error_screen_safe()}>
        <Button onClick={() => this.setState({ error: null })}>{m.error_retry()}</Button>
        <Button variant="default" onClick={() => void navigator.clipboard.writeText(this.state.details)}>
          {m.error_copy()}
        </Button>
      </EmptyState>
    )
  }
}
