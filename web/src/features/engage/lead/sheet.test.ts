import { expect, it } from 'vitest'
import type { Lead } from './api'
import { leadChanges, leadValues } from './sheet'

const LEAD = { title: '展会', customer_id: null, source: '展会', needs: null, first_on: '2026-03-02' } as Lead

it('changes nothing where nothing was typed', () => {
  expect(leadChanges(leadValues(LEAD), null, LEAD)).toEqual({})
})

it('gives a lead of no known customer one, and empties what was emptied', () => {
  const values = { ...leadValues(LEAD), source: ' ', needs: '一条产线' }
  expect(leadChanges(values, 'c1', LEAD)).toEqual({ customer_id: 'c1', source: null, needs: '一条产线' })
})
