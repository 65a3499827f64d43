import { expect, it } from 'vitest'
import { type Moved, sumsOf } from './moving'

const moved = (more: Partial<Moved>): Moved => ({
  subject: { kind: 'project', id: 'p' },
  number: 'XM-1',
  title: 'title',
  kept: 0,
  changed: [],
  ...more,
})

it('sums what becomes of the records and of what is owed on them', () => {
  const sums = sumsOf([
    moved({ kept: 2, changed: [{ id: 'a', rule: 'r', what: 'due_moved' }] }),
    moved({
      changed: [
        { id: 'b', rule: 'r', what: 'ended' },
        { id: 'c', rule: 'r', what: 'ended' },
      ],
    }),
    moved({ refused: 'stage-missing' }),
  ])
  expect(sums).toEqual({
    moved: 2,
    refused: 1,
    kept: 2,
    changed: { opened: 0, due_moved: 1, reassigned: 0, fulfilled: 0, ended: 2 },
  })
})
