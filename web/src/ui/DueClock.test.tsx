import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { draw } from '~/testing/draw'
import { DueClock } from './DueClock'

// Saturday 2026-11-21, 10:00 in Shanghai.
beforeEach(() => vi.useFakeTimers({ now: Date.parse('2026-11-21T02:00:00Z'), toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

it.each([
  ['2026-11-21T00:48:00Z', '超 1 时 12 分', 'x-late'],
  ['2026-11-20T01:00:00Z', '昨天 09:00', 'x-late'],
  ['2026-11-21T02:42:00Z', '还剩 42 分', 'x-near'],
  ['2026-11-21T05:05:00Z', '还剩 3 时 05 分', ''],
  ['2026-11-21T10:00:00Z', '18:00', ''],
  ['2026-11-22T10:00:00Z', '明天 18:00', ''],
  ['2026-11-26T04:00:00Z', '周四 12:00', ''],
  ['2026-12-31T16:30:00Z', '2027-01-01 00:30', ''],
])('%s is shown as %s', async (at, words, tone) => {
  const { screen } = await draw(<DueClock at={at} />)

  const clock = screen.getByText(words)
  expect(clock.className).toContain(tone)
  expect(clock.getAttribute('datetime')).toBe(at)
})

it('explains itself on focus', async () => {
  vi.useRealTimers()
  const { screen, user } = await draw(<DueClock at="2026-11-21T10:00:00Z" why="午休不计" />)

  await user.tab()

  expect((await screen.findByRole('tooltip')).textContent).toBe('2026-11-21 18:00\n午休不计')
})
