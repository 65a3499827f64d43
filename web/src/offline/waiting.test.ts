import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import html from '../../offline.html?raw'
import { returnWhenReached, show } from './waiting'

beforeEach(() => {
  document.body.innerHTML = html.slice(html.indexOf('<main>'), html.indexOf('</main>'))
})
afterEach(() => {
  localStorage.clear()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const titleShown = () =>
  [...document.querySelectorAll<HTMLElement>('main [lang]')]
    .filter(({ hidden }) => !hidden)
    .map((words) => words.querySelector('h1')?.textContent)

it.each([
  ['zh', '连不上服务器'],
  ['zh-Hant', '連不上伺服器'],
  ['en', 'The server cannot be reached'],
])('speaks the language kept with the app: %s', (language, title) => {
  localStorage.setItem('xianji.language', language)
  show(document)
  expect(titleShown()).toEqual([title])
})

it('speaks the browser’s language where none is kept', () => {
  vi.stubGlobal('navigator', { languages: ['fr', 'zh-HK'], onLine: true })
  show(document)
  expect(titleShown()).toEqual(['連不上伺服器'])
})

it('goes back as soon as the server answers', async () => {
  vi.useFakeTimers()
  const go = vi.fn()
  const fetching = vi
    .fn()
    .mockRejectedValueOnce(new TypeError('Failed to fetch'))
    .mockResolvedValue({ ok: true })
  vi.stubGlobal('fetch', fetching)

  returnWhenReached(go)
  await vi.advanceTimersByTimeAsync(0)
  expect(go).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(5_000)

  expect(go).toHaveBeenCalledOnce()
})
