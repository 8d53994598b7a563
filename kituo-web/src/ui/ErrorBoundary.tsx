import { Component, type ReactNode } from 'react'
import { ErrorNotice } from './NoticeBox.tsx'

interface Props {
  readonly children: ReactNode
}

/** Keeps a mistake in one part of the page from taking the rest of the page away. */
export class ErrorBoundary extends Component<Props, { error: Error | undefined }> {
  override state: { error: Error | undefined } = { error: undefined }

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render() {
    const { error } = this.state
    if (!error) return this.props.children
    return <ErrorNotice error={error} onRetry={() => this.setState({ error: undefined })} />
  }
}
