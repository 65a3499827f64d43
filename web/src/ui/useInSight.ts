import { type RefObject, useEffect, useRef } from 'react'

/** For a bar that is longer than a phone's screen: what is chosen in it never stands beyond the edge. */
export function useInSight<Bar extends HTMLElement>(chosen: string, at: unknown): RefObject<Bar | null> {
  const bar = useRef<Bar>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice is looked for again.
  useEffect(() => {
    const box = bar.current
    const one = box?.querySelector<HTMLElement>(chosen)
    if (!box || !one || box.scrollWidth <= box.clientWidth) return
    // The bar alone is scrolled; the page stays where it is.
    box.scrollLeft = one.offsetLeft - box.offsetLeft - (box.clientWidth - one.offsetWidth) / 2
  }, [chosen, at])
  return bar
}
