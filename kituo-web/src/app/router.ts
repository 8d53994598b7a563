import { type MouseEvent, useCallback, useSyncExternalStore } from 'react'

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

let mayLeave: (() => boolean) | undefined

/** Has a page asked whether it may be left, because something on it is not saved yet; undefined asks no longer. */
export function guard(question: (() => boolean) | undefined): void {
  mayLeave = question
}

/** Goes to an address inside the application; `replace` leaves no step in the history. */
export function navigate(to: string, options: { replace?: boolean } = {}): void {
  if (!options.replace && mayLeave && !mayLeave()) return
  if (options.replace) window.history.replaceState(null, '', to)
  else window.history.pushState(null, '', to)
  announce()
}

/** Follows a link without loading the page, unless the user asks for a new tab. */
export function follow(event: MouseEvent, to: string) {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return
  event.preventDefault()
  navigate(to)
}

export function usePlace(): Place {
  const subscribe = useCallback((listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }, [])
  return useSyncExternalStore(subscribe, () => place)
}
