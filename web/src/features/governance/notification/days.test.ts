import { expect, it } from 'vitest'
import { byDay } from './days'

it('stands under the days of the company’s zone', () => {
  // Wednesday 2026-03-04, 10:00 in Shanghai.
  const now = Date.parse('2026-03-04T02:00:00Z')
  const told = [
    { id: 'now', created_at: '2026-03-04T01:00:00Z' },
    { id: 'midnight', created_at: '2026-03-03T16:00:00Z' },
    { id: 'before', created_at: '2026-03-03T15:59:00Z' },
    { id: 'older', created_at: '2026-03-01T03:00:00Z' },
  ]
  expect(byDay(told, now, 'Asia/Shanghai').map(({ day, items }) => [day, items.map(({ id }) => id)])).toEqual(
    [
      ['today', ['now', 'midnight']],
      ['yesterday', ['before']],
      [{ at: '2026-03-01T03:00:00Z' }, ['older']],
    ],
  )
})
