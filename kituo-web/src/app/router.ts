import { useCallback, useSyncExternalStore } from 'react'

/** Where the user is: the address bar is the only store, so that every room can be bookmarked and shared. */
export interface Place {
  readonly path: string
  readonly query: URLSearchParams
}

const listeners = new Set<() => void>()
let place = read()

function read(): Place {
  return { path: window.location.pathname, query: new URLSearchParams(window.location.search) }
}

function announce() {
  place = read()
  for (const listener of listeners) listener()
}

window.addEventListener('popstate', announce)

/** Goes to an address inside the application; `replace` leaves no step in the history. */
export function navigate(to: string, options: { replace?: boolean } = {}): void {
  if (options.replace) window.history.replaceState(null, '', to)
  else window.history.pushState(null, '', to)
  announce()
}

export function usePlace(): Place {
  const subscribe = useCallback((listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, [])
  return useSyncExternalStore(subscribe, () => place)
}
