import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { queryClient } from './client'
import { forget, listen, type News } from './live'

class Line extends EventTarget {
  static readonly CLOSED = 2
  static opened: Line[] = []
  readyState = 1
  constructor(readonly address: string) {
    super()
    Line.opened.push(this)
  }
  close() {
    this.readyState = Line.CLOSED
  }
  say(news: News) {
    this.dispatchEvent(new MessageEvent('news', { data: JSON.stringify(news), lastEventId: news.last ?? '' }))
  }
  refuse() {
    this.readyState = Line.CLOSED
    this.dispatchEvent(new Event('error'))
  }
}

const NEWS: News = { last: 'e1', changed: [], everything: false, figures: { unread: 2 } }

beforeEach(() => {
  Line.opened = []
  vi.stubGlobal('EventSource', Line)
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  queryClient.clear()
})

test('a line that was refused is tried again from where it ended, and not after one has left', () => {
  vi.stubGlobal('BroadcastChannel', undefined)
  const heard: News[] = []
  const end = listen((news) => heard.push(news))
  Line.opened[0]?.say(NEWS)
  expect(heard).toEqual([NEWS])
  Line.opened[0]?.refuse()
  vi.advanceTimersByTime(5_000)
  expect(Line.opened.map(({ address }) => address)).toEqual(['/api/v1/events', '/api/v1/events?after=e1'])
  Line.opened[1]?.refuse()
  end()
  vi.advanceTimersByTime(600_000)
  expect(Line.opened).toHaveLength(2)
})

test('of a record that changed what is shown is stale, and the lists of its kind', () => {
  const fill = (queryKey: unknown[]) => queryClient.setQueryData(queryKey, {})
  const page = ['get', '/projects/{id}', { params: { path: { id: 'p1' } } }]
  const other = ['get', '/projects/{id}', { params: { path: { id: 'p2' } } }]
  const list = ['projects', 'list', '', undefined]
  for (const key of [page, other, list, ['customers', 'list']]) fill(key)
  forget({ ...NEWS, changed: [{ kind: 'project', id: 'p1' }] })
  const stale = (queryKey: unknown[]) => queryClient.getQueryState(queryKey)?.isInvalidated
  expect([page, other, list, ['customers', 'list']].map(stale)).toEqual([true, false, true, false])
  forget({ ...NEWS, everything: true })
  expect(stale(other)).toBe(true)
})
