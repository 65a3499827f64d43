import { useEffect } from 'react'
import { queryClient, type Schemas } from './client'

export type News = Schemas['LiveNews']

/** What happens with news: pages read again what they show of the records that changed. */
export type Hear = (news: News) => void

const NAME = 'xianji-live'
const FIRST_PAUSE = 5_000
const LONGEST_PAUSE = 120_000

/**
 * Listens to what changes as long as the frame stands. Of several tabs one holds the line and tells the others, because a browser keeps
 * few lines to a place. Where there is no line nothing is said: pages read again by themselves, as they did before.
 */
export function useLive(who: string, hear: Hear): void {
  // Another person, or another for whom one acts, sees other things: a new line.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `who` is not read but changes what the server tells
  useEffect(() => (typeof EventSource === 'undefined' ? undefined : listen(hear)), [who, hear])
}

/** Begins to listen; answers how to end it. */
export function listen(hear: Hear): () => void {
  const others = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(NAME)
  others?.addEventListener('message', ({ data }: MessageEvent<News>) => hear(data))
  const ended = new AbortController()
  const hold = () =>
    new Promise<void>((resolve) => {
      if (ended.signal.aborted) return resolve()
      const close = open((news) => {
        hear(news)
        others?.postMessage(news)
      })
      ended.signal.addEventListener('abort', () => {
        close()
        resolve()
      })
    })
  // Given up while waiting for one's turn: nothing to tell anybody.
  if (others && 'locks' in navigator)
    navigator.locks.request(NAME, { signal: ended.signal }, hold).catch(() => {})
  else void hold()
  return () => {
    ended.abort()
    others?.close()
  }
}

/** One line. The browser opens a broken one again itself; one that was refused is tried again with growing pauses. */
function open(hear: Hear): () => void {
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let pause = FIRST_PAUSE
  let last = ''
  const begin = () => {
    source = new EventSource(
      last === '' ? '/api/v1/events' : `/api/v1/events?after=${encodeURIComponent(last)}`,
    )
    source.addEventListener('news', (event: MessageEvent<string>) => {
      pause = FIRST_PAUSE
      last = event.lastEventId
      hear(JSON.parse(event.data))
    })
    source.addEventListener('error', () => {
      if (source?.readyState !== EventSource.CLOSED) return
      timer = setTimeout(begin, pause)
      pause = Math.min(pause * 2, LONGEST_PAUSE)
    })
  }
  begin()
  return () => {
    clearTimeout(timer)
    source?.close()
  }
}

/** Marks what is kept of records that changed: what is on the screen of them is read again, lists when they are next looked at. */
export function forget({ changed, everything }: News): void {
  if (everything) {
    void queryClient.invalidateQueries()
    return
  }
  if (changed.length === 0) return
  const ids = changed.map(({ id }) => id)
  const lists = new Set(changed.map(({ kind }) => plural(kind)))
  void queryClient.invalidateQueries({
    predicate: ({ queryKey }) => {
      const key = JSON.stringify(queryKey)
      return ids.some((id) => key.includes(id))
    },
  })
  void queryClient.invalidateQueries({
    refetchType: 'none',
    predicate: ({ queryKey: [first, path] }) =>
      lists.has(String(first)) || (first === 'get' && lists.has(String(path).slice(1))),
  })
}

const plural = (kind: string) => (kind.endsWith('y') ? `${kind.slice(0, -1)}ies` : `${kind}s`)
