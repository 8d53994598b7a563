import { useEffect, useState } from 'react'
import { getJson } from '../api/http.ts'
import { t } from '../app/messages.ts'
import { LoginForm } from './LoginForm.tsx'

interface LoginConfig {
  readonly applicationTitle?: string
  readonly applicationDescription?: string
  readonly applicationNotification?: string
  readonly applicationLeftSideFooter?: string
}

/** The whole page for somebody who is not logged in, with the server's own title and notice. */
export function LoginPage({ onSuccess }: { readonly onSuccess: () => void }) {
  const [config, setConfig] = useState<LoginConfig>({})
  useEffect(() => {
    const abort = new AbortController()
    // The page is complete without the server's own words; they are only added when they can be had.
    getJson<LoginConfig>('/api/loginConfig', [], abort.signal).then(setConfig, () => undefined)
    return () => abort.abort()
  }, [])
  return (
    <main className="login">
      <div className="login-card">
        <img src="/kituo.svg" alt="" width="48" height="48" />
        <h1>{config.applicationTitle || t('app.name')}</h1>
        {config.applicationDescription && <p>{config.applicationDescription}</p>}
        {config.applicationNotification && <p className="login-notification">{config.applicationNotification}</p>}
        <LoginForm onSuccess={onSuccess} />
        {config.applicationLeftSideFooter && <p className="login-footer">{config.applicationLeftSideFooter}</p>}
      </div>
    </main>
  )
}
