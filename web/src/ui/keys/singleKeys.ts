import { useSyncExternalStore } from 'react'

/** Whoever speaks to the browser or strikes keys by accident turns keys without Ctrl off (WCAG 2.1.4). */
const KEY = 'xianji.singleKeys'
const listeners = new Set<() => void>()
let held: boolean | undefined

export const useSingleKeys = () => useSyncExternalStore(subscribe, singleKeys)

export function singleKeys(): boolean {
  if (held !== undefined) return held
  try {
    return localStorage.getItem(KEY) !== 'off'
  } catch {
    return true
  }
}

export function chooseSingleKeys(on: boolean) {
  held = on
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off')
  } catch {
    // Kept in `held`.
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
