import { expect, it } from 'vitest'
import { spans } from './spans'

const day = (date: string, make_up = false, name = '国庆节') => ({ date, make_up, name })

it('joins days of one festival that follow each other, and keeps worked days apart', () => {
  const joined = spans(
    [
      day('2026-09-30', true),
      day('2026-10-01'),
      day('2026-10-02'),
      day('2026-10-04'),
      day('2026-10-05', false, '中秋节'),
    ],
    'en',
  )
  expect(joined.map(({ key, count, makeUp, name }) => [key, count, makeUp, name])).toEqual([
    ['2026-09-30', 1, true, '国庆节'],
    ['2026-10-01', 2, false, '国庆节'],
    ['2026-10-04', 1, false, '国庆节'],
    ['2026-10-05', 1, false, '中秋节'],
  ])
  expect(joined[1]?.words).toContain('Oct 1')
  expect(joined[1]?.words).toContain('Oct 2')
})
