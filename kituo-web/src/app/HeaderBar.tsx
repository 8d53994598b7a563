import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useOutboxCounts } from '../entry/OutboxProvider.tsx'
import { logOut, mayMaintain, useMe } from '../session/me.ts'
import { t } from './messages.ts'
import { follow, usePlace } from './router.ts'
import { useOnline } from './useOnline.ts'

const everyone = () => true

const rooms = [
  { path: '/dashboards', name: () => t('app.dashboards'), isFor: everyone },
  { path: '/entry', name: () => t('app.entry'), isFor: everyone },
  { path: '/maintenance', name: () => t('app.maintenance'), isFor: mayMaintain },
]

/** The bar that is always on top: where one is, where one can go, and who one is. */
export function HeaderBar() {
  const { path } = usePlace()
  const { authorities } = useMe()
  const open = rooms.filter(({ isFor }) => isFor(authorities))
  return (
    <header className="header-bar">
      <a className="skip-link" href="#content">
        {t('app.skip')}
      </a>
      <a className="header-brand" href="/" aria-label={t('app.name')} onClick={(event) => follow(event, '/')}>
        <img src="/kituo.svg" alt="" width="28" height="28" />
        <span>{t('app.name')}</span>
      </a>
      <nav className="header-rooms" aria-label={t('app.rooms')}>
        {open.map((room) => (
          <a
            key={room.path}
            href={room.path}
            aria-current={isIn(path, room.path) ? 'page' : undefined}
            onClick={(event) => follow(event, room.path)}
          >
            {room.name()}
          </a>
        ))}
      </nav>
      <Waiting />
      <UserMenu />
    </header>
  )
}

function isIn(path: string, room: string): boolean {
  return path === room || path.startsWith(`${room}/`)
}

/** How many figures are still on this device only. */
function Waiting() {
  const { queued } = useOutboxCounts()
  const online = useOnline()
  return (
    <div className="header-waiting" role="status">
      {queued > 0 ? t('entry.status.queued', { n: queued }) : online ? '' : t('app.offline')}
    </div>
  )
}

function UserMenu() {
  const { displayName } = useMe()
  const initials = displayName
    .split(/\s+/)
    .slice(0, 2)
    .map((part) => part[0] ?? '')
    .join('')
    .toUpperCase()
  async function leave() {
    await logOut()
    window.location.assign('/')
  }
  return (
    <MenuTrigger>
      <Button className="header-user" aria-label={`${initials}: ${t('app.user', { name: displayName })}`}>
        {initials}
      </Button>
      <Popover className="popover" placement="bottom end">
        <p className="menu-title">{t('app.user', { name: displayName })}</p>
        <Menu className="listbox" onAction={() => void leave()}>
          <MenuItem className="listbox-item">{t('app.logout')}</MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
