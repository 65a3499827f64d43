/* global RELEASE, the id and the files of a release, stands above this text in what is built. */

// Keeps this release's script and style, whose names change with their content, and one page for when the server is
// out of reach. Whatever the API says goes past it: an answer is never kept, so nobody reads an old one.

const KEPT = 'xianji-'
const CACHE = KEPT + RELEASE.id
const OFFLINE = '/offline.html'
const OUT_OF_REACH = [502, 503, 504]

self.addEventListener('install', (event) => {
  self.skipWaiting()
  event.waitUntil(fill())
})

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([self.clients.claim(), clear()]))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin || pathname.startsWith('/api/')) return
  if (pathname.startsWith('/assets/')) event.respondWith(kept(request))
  else if (request.mode === 'navigate') event.respondWith(page(request))
})

/** What a release before has under the same name is the same. */
async function fill() {
  const cache = await caches.open(CACHE)
  const fetched = []
  for (const file of RELEASE.files) {
    const had = await caches.match(file)
    if (had === undefined) fetched.push(file)
    else await cache.put(file, had)
  }
  await cache.addAll([...fetched, new Request(OFFLINE, { cache: 'reload' })])
}

/** Pages that stand open still use the release before; those older are dropped. */
async function clear() {
  const names = (await caches.keys()).filter((name) => name.startsWith(KEPT) && name !== CACHE)
  await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)))
}

async function kept(request) {
  return (await caches.match(request, { ignoreVary: true })) ?? fetch(request)
}

async function page(request) {
  try {
    const answer = await fetch(request)
    if (!OUT_OF_REACH.includes(answer.status)) return answer
    return (await caches.match(OFFLINE)) ?? answer
  } catch (cause) {
    const offline = await caches.match(OFFLINE)
    if (offline === undefined) throw cause
    return offline
  }
}
