import { expect, it } from 'vitest'
import { type DueItem, grouped } from './groups'

// Wednesday 2026-03-04, 10:00 in Shanghai.
const now = Date.parse('2026-03-04T02:00:00Z')
const item = (id: string, due_at: string | null, subject = 's', rule = 'r'): DueItem => ({
  id,
  rule,
  name: `name of ${rule}`,
  due_at,
  overdue: false,
  paused: false,
  subject: { id: subject, number: subject, title: 'title' },
})
const shape = (items: DueItem[], by: 'time' | 'record' | 'rule') =>
  grouped(items, by, now, 'Asia/Shanghai').map(({ key, items: within }) => [
    key,
    ...within.map(({ id }) => id),
  ])

it('stands by due time: overdue, today, this week, later, without limit', () => {
  const items = [
    item('open', null),
    item('later', '2026-03-08T16:00:00Z'), // Monday 00:00 in Shanghai
    item('sunday', '2026-03-08T15:59:00Z'),
    item('tonight', '2026-03-04T15:59:00Z'),
    item('late', '2026-03-04T01:59:00Z'),
    item('later still', '2026-03-03T00:00:00Z'),
  ]
  expect(shape(items, 'time')).toEqual([
    ['late', 'later still', 'late'],
    ['today', 'tonight'],
    ['week', 'sunday'],
    ['later', 'later'],
    ['open', 'open'],
  ])
})

it('calls nothing late whose clock stands, unless it was late before', () => {
  const past = '2026-03-03T00:00:00Z'
  const items = [
    { ...item('paused', past), paused: true },
    { ...item('late before', past), paused: true, overdue: true },
    item('later', '2026-03-09T00:00:00Z'),
  ]
  expect(shape(items, 'time')).toEqual([
    ['late', 'late before'],
    ['later', 'later'],
    ['paused', 'paused'],
  ])
})

it('stands by record or rule, the soonest first', () => {
  const items = [
    item('1', '2026-03-06T00:00:00Z', 'a', 'x'),
    item('2', '2026-03-05T00:00:00Z', 'b', 'x'),
    item('3', '2026-03-07T00:00:00Z', 'b', 'y'),
  ]
  expect(shape(items, 'record')).toEqual([
    ['b', '2', '3'],
    ['a', '1'],
  ])
  expect(shape(items, 'rule')).toEqual([
    ['x', '2', '1'],
    ['y', '3'],
  ])
})
