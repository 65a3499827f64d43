import { expect, it, vi } from 'vitest'
import source from './worker.js?raw'

const HERE = 'https://crm.example'
const path = (asked: string | Request) =>
  new URL(typeof asked === 'string' ? asked : asked.url, HERE).pathname

/** A worker as a browser runs it, over caches and a network of ours. */
function start(
  network: (asked: string | Request) => Promise<Response>,
  before: Record<string, string[]> = {},
) {
  const kept = new Map(
    Object.entries(before).map(([name, files]) => [
      name,
      new Map(files.map((file) => [file, `kept ${file}`])),
    ]),
  )
  const cache = (name: string) => ({
    put: async (file: string | Request, answer: Response) => {
      kept.get(name)?.set(path(file), await answer.text())
    },
    addAll: async (files: (string | Request)[]) => {
      for (const file of files) kept.get(name)?.set(path(file), await (await network(file)).text())
    },
  })
  const caches = {
    open: async (name: string) => {
      if (!kept.has(name)) kept.set(name, new Map())
      return cache(name)
    },
    keys: async () => [...kept.keys()],
    delete: async (name: string) => kept.delete(name),
    match: async (asked: string | Request) => {
      for (const files of kept.values()) {
        const body = files.get(path(asked))
        if (body !== undefined) return new Response(body)
      }
      return undefined
    },
  }
  const heard = new Map<string, (event: unknown) => void>()
  const self = {
    location: { origin: HERE },
    clients: { claim: async () => undefined },
    skipWaiting: vi.fn(),
    addEventListener: (name: string, listen: (event: unknown) => void) => heard.set(name, listen),
  }
  class Asked {
    readonly url: string
    constructor(address: string) {
      this.url = `${HERE}${address}`
    }
  }
  const release = { id: 'new', files: ['/assets/a.js', '/assets/b.css'] }
  new Function('RELEASE', 'self', 'caches', 'fetch', 'Request', source)(release, self, caches, network, Asked)
  const wait = async (name: string) => {
    let done: Promise<unknown> = Promise.resolve()
    heard.get(name)?.({ waitUntil: (work: Promise<unknown>) => (done = work) })
    await done
  }
  const ask = async (url: string, mode = 'cors', method = 'GET') => {
    let answer: Promise<Response> | undefined
    const request = { url: `${HERE}${url}`, mode, method }
    heard.get('fetch')?.({ request, respondWith: (given: Promise<Response>) => (answer = given) })
    return answer === undefined ? 'left alone' : (await answer).text()
  }
  return { kept, wait, ask }
}

const online = async (asked: string | Request) => new Response(`fetched ${path(asked)}`)
const offline = async () => Promise.reject(new TypeError('Failed to fetch'))

it('keeps the files of its release and the offline page; what has the same name is not fetched again', async () => {
  const worker = start(online, { 'xianji-old': ['/assets/a.js'] })

  await worker.wait('install')

  expect([...(worker.kept.get('xianji-new') ?? [])]).toEqual([
    ['/assets/a.js', 'kept /assets/a.js'],
    ['/assets/b.css', 'fetched /assets/b.css'],
    ['/offline.html', 'fetched /offline.html'],
  ])
})

it('leaves the release before to pages that stand open, and drops those older', async () => {
  const worker = start(online, { 'xianji-1': [], 'xianji-2': [], other: [] })

  await worker.wait('install')
  await worker.wait('activate')

  expect([...worker.kept.keys()]).toEqual(['xianji-2', 'other', 'xianji-new'])
})

it('never touches what the API says, nor anything that writes', async () => {
  const worker = start(offline, { 'xianji-new': ['/api/v1/session'] })

  expect(await worker.ask('/api/v1/session')).toBe('left alone')
  expect(await worker.ask('/api/docs', 'navigate')).toBe('left alone')
  expect(await worker.ask('/assets/a.js', 'cors', 'POST')).toBe('left alone')
})

it('gives what is kept, and fetches what is not', async () => {
  const worker = start(online, { 'xianji-new': ['/assets/a.js'] })

  expect(await worker.ask('/assets/a.js')).toBe('kept /assets/a.js')
  expect(await worker.ask('/assets/c.js')).toBe('fetched /assets/c.js')
})

it('fetches a page anew, and shows the offline page where nobody answers', async () => {
  const before = { 'xianji-new': ['/offline.html', '/workbench'] }
  const down = async () => new Response('bad gateway', { status: 502 })

  expect(await start(online, before).ask('/workbench', 'navigate')).toBe('fetched /workbench')
  expect(await start(offline, before).ask('/workbench', 'navigate')).toBe('kept /offline.html')
  expect(await start(down, before).ask('/workbench', 'navigate')).toBe('kept /offline.html')
})
