import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { ApiError } from '../api/http.ts'
import { type MessageKey, t } from '../app/messages.ts'

type Tone = 'info' | 'warning' | 'error' | 'success'

const marks: Readonly<Record<Tone, string>> = { info: 'i', warning: '!', error: '!', success: '✓' }

interface NoticeProps {
  readonly title: string
  readonly tone?: Tone
  readonly children?: ReactNode
  /** Set when the box appears as an answer to something the user did or waits for. */
  readonly live?: boolean
}

/** A framed message: a title that says what is the case, and below it what to do. */
export function NoticeBox({ title, tone = 'info', children, live = false }: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`} role={live ? (tone === 'error' ? 'alert' : 'status') : undefined}>
      <span className="notice-mark" aria-hidden="true">
        {marks[tone]}
      </span>
      <div className="notice-body">
        <p className="notice-title">{title}</p>
        {children}
      </div>
    </div>
  )
}

/** What a failure means for the user: the headline and the advice. */
function explain(error: Error): { title: MessageKey; hint: MessageKey } {
  if (!(error instanceof ApiError)) return { title: 'error.program', hint: 'error.program.hint' }
  if (error.status === 0) return { title: 'error.offline', hint: 'error.offline.hint' }
  if (error.status === 401) return { title: 'error.session', hint: 'error.session.hint' }
  if (error.status === 403) return { title: 'error.forbidden', hint: 'error.forbidden.hint' }
  if (error.status === 404) return { title: 'error.missing', hint: 'error.missing.hint' }
  if (error.status >= 500) return { title: 'error.server', hint: 'error.server.hint' }
  return { title: 'error.refused', hint: 'error.refused.hint' }
}

/** Says what went wrong and what to do; the technical part can be opened by whoever wants it. */
export function ErrorNotice({ error, onRetry }: { readonly error: Error; readonly onRetry?: () => void }) {
  const { title, hint } = explain(error)
  const detail = error instanceof ApiError ? error.detail : (error.stack ?? String(error))
  const code = error instanceof ApiError && error.errorCode ? ` (${error.errorCode})` : ''
  return (
    <NoticeBox title={t(title)} tone="error" live>
      {error.message !== '' && <p>{error.message + code}</p>}
      <p>{t(hint)}</p>
      {onRetry && (
        <Button className="button button-small" onPress={onRetry}>
          {t('app.retry')}
        </Button>
      )}
      <details className="notice-detail">
        <summary>{t('app.detail')}</summary>
        <pre tabIndex={0}>{detail}</pre>
      </details>
    </NoticeBox>
  )
}
