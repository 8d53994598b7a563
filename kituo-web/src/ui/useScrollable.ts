import { type RefObject, useEffect, useState } from 'react'

/** Whether an element holds more than it shows, so that it must be reached by the keyboard to be scrolled. */
export function useScrollable(ref: RefObject<HTMLElement | null>): boolean {
  const [isScrollable, setScrollable] = useState(false)
  useEffect(() => {
    const element = ref.current
    if (!element || typeof ResizeObserver === 'undefined') return undefined
    const look = () => setScrollable(element.scrollHeight > element.clientHeight || element.scrollWidth > element.clientWidth)
    const sizes = new ResizeObserver(look)
    const content = new MutationObserver(() => {
      for (const child of element.children) sizes.observe(child)
      look()
    })
    sizes.observe(element)
    content.observe(element, { childList: true, subtree: true, characterData: true })
    look()
    return () => {
      sizes.disconnect()
      content.disconnect()
    }
  }, [ref])
  return isScrollable
}
