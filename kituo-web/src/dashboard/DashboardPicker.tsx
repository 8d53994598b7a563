import { t } from '../app/messages.ts'
import { navigate } from '../app/router.ts'
import { Picker } from '../ui/Picker.tsx'
import type { DashboardName } from './dashboard.ts'

interface DashboardPickerProps {
  readonly dashboards: readonly DashboardName[]
  readonly selected: string | undefined
}

/** Switches dashboards: a list that shrinks to what is typed, without regard to accents. */
export function DashboardPicker({ dashboards, selected }: DashboardPickerProps) {
  return (
    <Picker
      className="dashboard-picker"
      label={t('dashboard.choose')}
      placeholder={t('dashboard.choose')}
      search={t('dashboard.search')}
      emptyText={t('app.noMatch')}
      choices={dashboards.map(({ id, displayName, favorite }) => ({ id, name: displayName, mark: favorite && <Star /> }))}
      value={selected}
      onChange={(id) => navigate(`/dashboards/${id}`)}
    />
  )
}

function Star() {
  return (
    <span className="starred" title={t('dashboard.starred')}>
      <span aria-hidden="true"> ★</span>
    </span>
  )
}
