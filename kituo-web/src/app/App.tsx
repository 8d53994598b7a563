import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Suspense, lazy, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { ApiError } from '../api/http.ts'
import { OutboxProvider } from '../entry/OutboxProvider.tsx'
import { Session } from '../session/Session.tsx'
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx'
import { Loading } from '../ui/Loading.tsx'
import { NoticeBox } from '../ui/NoticeBox.tsx'
import { HeaderBar } from './HeaderBar.tsx'
import { languageTag, t } from './messages.ts'
import { usePlace } from './router.ts'

const DashboardRoom = lazy(() => import('../dashboard/DashboardRoom.tsx'))
const MaintenanceRoom = lazy(() => import('../maintenance/MaintenanceRoom.tsx'))
const EntryRoom = lazy(() => import('../entry/EntryRoom.tsx'))

/** Only what may pass by itself is tried again; a refusal is shown at once. */
function mayRetry(failures: number, error: Error): boolean {
  return failures < 2 && error instanceof ApiError && error.isTemporary && error.status !== 401
}

function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // "always": whether the server answers is for the request to find out, not for the browser to guess.
      queries: { retry: mayRetry, networkMode: 'always', refetchOnWindowFocus: true },
      mutations: { networkMode: 'always' },
    },
  })
}

export function App() {
  const [client] = useState(newQueryClient)
  return (
    <I18nProvider locale={languageTag()}>
      <QueryClientProvider client={client}>
        <ErrorBoundary>
          <Session>
            <OutboxProvider>
              <HeaderBar />
              <ErrorBoundary>
                <Suspense fallback={<Loading />}>
                  <Room />
                </Suspense>
              </ErrorBoundary>
            </OutboxProvider>
          </Session>
        </ErrorBoundary>
      </QueryClientProvider>
    </I18nProvider>
  )
}

/** The room that the address names. */
function Room() {
  const { path } = usePlace()
  const [, room = '', id] = path.split('/')
  switch (room) {
    case '':
    case 'login':
    case 'dashboards':
      return <DashboardRoom id={id || undefined} />
    case 'entry':
      return <EntryRoom />
    case 'maintenance':
      return <MaintenanceRoom />
    default:
      return (
        <main className="page-alone" id="content">
          <NoticeBox title={t('app.notFound')} tone="warning" />
        </main>
      )
  }
}
