import { expect, it } from 'vitest'
import type { BoardColumn, ProjectRow } from './api'
import { nextColumn, within } from './board'

const money = (amount: number) => ({ amount, currency: 'CNY' })
const card = (id: string, stage: string, amount: number | null): ProjectRow => ({
  id,
  number: id,
  version: 1,
  name: id,
  kind: 'integration',
  state: 'active',
  stage,
  stage_name: stage,
  stage_since: '2026-01-01T00:00:00Z',
  amount: amount === null ? null : money(amount),
  first_lead_on: '2026-01-01',
  initiated: false,
  archive_missing: 0,
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
})
const column = (stage: string, state: BoardColumn['state'] = 'active'): BoardColumn => ({
  stage,
  state,
  name: stage,
  count: 9,
  amount: money(900),
  items: [],
})

it('lets a card move to the stage after its own in its own lifecycle, and not into another state', () => {
  const columns = [column('lead'), column('design'), column('census'), column('sign', 'won')]
  const on = (next_stage: string | null) => ({ ...card('a', 'lead', 1), next_stage })
  expect(nextColumn(columns, on('census'))?.stage).toBe('census')
  expect(nextColumn(columns, on('sign'))).toBeUndefined()
  expect(nextColumn(columns, on(null))).toBeUndefined()
})

it('opens in the list what a column counts, narrowed as the board is', () => {
  const list = { q: '水务', filter: { field: 'owner', op: 'eq', value: '@me' } } as const
  expect(within(list, column('design'))).toEqual({
    q: '水务',
    filter: {
      all: [
        { field: 'owner', op: 'eq', value: '@me' },
        { field: 'state', op: 'in', value: ['active'] },
        { field: 'stage', op: 'in', value: ['design'] },
      ],
    },
  })
})
