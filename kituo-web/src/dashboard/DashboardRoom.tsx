import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { t } from '../app/messages.ts'
import { navigate } from '../app/router.ts'
import { ErrorNotice, NoticeBox } from '../ui/NoticeBox.tsx'
import { Loading } from '../ui/Loading.tsx'
import { type DashboardName, fetchDashboard, fetchDashboards } from './dashboard.ts'
import { DashboardGrid } from './DashboardGrid.tsx'
import { DashboardPicker } from './DashboardPicker.tsx'
import './dashboard.css'

const LAST_SEEN = 'kituo.lastDashboard'

/** Which dashboard to show when the address names none: the one seen last, else the first. */
function preferred(dashboards: readonly DashboardName[]): string | undefined {
  const last = window.localStorage.getItem(LAST_SEEN)
  return dashboards.find(({ id }) => id === last)?.id ?? dashboards[0]?.id
}

export default function DashboardRoom({ id }: { readonly id: string | undefined }) {
  const dashboards = useQuery({
    queryKey: ['dashboards'],
    queryFn: ({ signal }) => fetchDashboards(signal),
    staleTime: 60_000,
  })
  const fallback = id === undefined && dashboards.data ? preferred(dashboards.data) : undefined
  useEffect(() => {
    if (fallback !== undefined) navigate(`/dashboards/${fallback}`, { replace: true })
  }, [fallback])
  useEffect(() => {
    if (id !== undefined) window.localStorage.setItem(LAST_SEEN, id)
  }, [id])

  return (
    <main className="dashboards" id="content" tabIndex={-1}>
      {dashboards.error && <ErrorNotice error={dashboards.error} onRetry={() => void dashboards.refetch()} />}
      {dashboards.data?.length === 0 ? (
        <NoticeBox title={t('dashboard.none')}>
          <p>{t('dashboard.none.hint')}</p>
        </NoticeBox>
      ) : (
        <>
          {dashboards.data && <DashboardPicker dashboards={dashboards.data} selected={id} />}
          {id === undefined ? !dashboards.error && <Loading /> : <OneDashboard key={id} id={id} />}
        </>
      )}
    </main>
  )
}

function OneDashboard({ id }: { readonly id: string }) {
  const dashboard = useQuery({
    queryKey: ['dashboard', id],
    queryFn: ({ signal }) => fetchDashboard(id, signal),
    staleTime: 60_000,
  })
  if (dashboard.error) return <ErrorNotice error={dashboard.error} onRetry={() => void dashboard.refetch()} />
  if (!dashboard.data) return <Loading />
  const { displayName, displayDescription, dashboardItems } = dashboard.data
  return (
    <>
      <header className="dashboard-title">
        <h1>{displayName}</h1>
        {displayDescription && <p>{displayDescription}</p>}
      </header>
      {dashboardItems.length === 0 ? <NoticeBox title={t('dashboard.empty')} /> : <DashboardGrid items={dashboardItems} />}
    </>
  )
}
