import { useSyncExternalStore } from 'react'

const BEAT = 10_000
let current = Date.now()
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

/** The present moment in milliseconds, renewed every ten seconds; one timer serves all clocks of the page. */
export const useNow = () => useSyncExternalStore(subscribe, () => current)

function subscribe(listener: () => void) {
  if (listeners.size === 0) {
    beat()
    timer = setInterval(beat, BEAT)
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) clearInterval(timer)
  }
}

function beat() {
  current = Date.now()
  for (const listener of listeners) listener()
}
