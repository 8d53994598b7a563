import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { t } from '../app/messages.ts'
import { navigate } from '../app/router.ts'
import { plain } from '../orgunit/treeRows.ts'
import type { DashboardName } from './dashboard.ts'

interface DashboardPickerProps {
  readonly dashboards: readonly DashboardName[]
  readonly selected: string | undefined
}

/** Switches dashboards: a list that shrinks to what is typed, without regard to accents. */
export function DashboardPicker({ dashboards, selected }: DashboardPickerProps) {
  return (
    <ComboBox
      className="dashboard-picker"
      menuTrigger="focus"
      allowsEmptyCollection
      value={selected ?? null}
      defaultFilter={(name, typed) => plain(name).includes(plain(typed))}
      onChange={(key) => {
        if (key !== null && key !== selected) navigate(`/dashboards/${String(key)}`)
      }}
    >
      <Label>{t('dashboard.choose')}</Label>
      <div className="combo-box">
        <Input onFocus={(event) => event.target.select()} />
        <Button className="combo-button">
          <span className="picker-arrow" aria-hidden="true" />
        </Button>
      </div>
      <Popover className="popover">
        <ListBox className="listbox" renderEmptyState={() => <p className="listbox-empty">{t('app.noMatch')}</p>}>
          {dashboards.map(({ id, displayName, favorite }) => (
            <ListBoxItem key={id} id={id} className="listbox-item" textValue={displayName}>
              {displayName}
              {favorite && (
                <span className="starred" title={t('dashboard.starred')}>
                  <span aria-hidden="true"> ★</span>
                </span>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
