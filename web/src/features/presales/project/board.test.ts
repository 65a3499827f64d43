import { expect, it } from 'vitest'
import type { BoardColumn, ProjectRow } from './api'
import { nextColumn } from './board'

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

it('lets a card move to the stage after its own, and not into another state', () => {
  const columns = [column('lead'), column('design'), column('sign', 'won')]
  expect(nextColumn(columns, card('a', 'lead', 1))?.stage).toBe('design')
  expect(nextColumn(columns, card('a', 'design', 1))).toBeUndefined()
})
