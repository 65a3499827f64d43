import { useSyncExternalStore } from 'react'

/** How often a page that stands open asks whether there is another release. */
const EVERY = 30 * 60_000

/** What is needed of the browser's part for service workers. */
type Container = Pick<ServiceWorkerContainer, 'controller' | 'addEventListener' | 'register'>

const listeners = new Set<() => void>()
let newer = false

/** Whether another release than the one that this page runs is there. */
export const useNewRelease = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    () => newer,
  )

/** Lets the browser keep the release's files and show the offline page; the page that runs stays what it is until its reader reloads. */
export function keepRelease(container: Container | undefined = navigator.serviceWorker) {
  // Without TLS, or where the browser refuses, everything works but is fetched each time.
  if (container === undefined) return
  const first = container.controller === null
  let taken = false
  container.addEventListener('controllerchange', () => {
    // The first worker takes a page over that is of its own release.
    if (first && !taken) taken = true
    else tellNewer()
  })
  container
    .register('/sw.js', { updateViaCache: 'none' })
    .then((registration) => lookEvery(registration))
    .catch(() => undefined)
}

/** A file of this page's release is no longer there. */
export function tellNewer() {
  newer = true
  for (const listener of listeners) listener()
}

function lookEvery(registration: ServiceWorkerRegistration | undefined) {
  let asked = Date.now()
  const look = () => {
    if (document.visibilityState === 'hidden' || Date.now() - asked < EVERY) return
    asked = Date.now()
    registration?.update().catch(() => undefined)
  }
  document.addEventListener('visibilitychange', look)
  setInterval(look, EVERY)
}
