import { expect, it } from 'vitest'
import type { Customer } from './api'
import { changes, creation, valuesOf } from './sheet'

const customer: Customer = {
  id: '1',
  number: 'KH-1',
  name: '滨江城运集团',
  short_name: null,
  kind: 'company',
  industry: '交通',
  budget: { amount: 500, currency: 'CNY' },
  complete: false,
  missing: [],
  active: true,
  contact_count: 0,
  extra: {},
  version: 1,
  created_at: '2026-11-01T00:00:00Z',
  updated_at: '2026-11-01T00:00:00Z',
  can: {
    update: true,
    archive: true,
    unarchive: false,
    transfer: true,
    merge: false,
    unmerge: false,
    share: false,
  },
}

it('sends nothing of what stayed as it was', () => {
  expect(changes(valuesOf(customer), customer)).toEqual({})
})

it('sends a changed field, and null for one that was emptied', () => {
  const values = { ...valuesOf(customer), region: '武汉', industry: ' ', budget: null }
  expect(changes(values, customer)).toEqual({ region: '武汉', industry: null, budget: null })
})

it('confirms that it is another customer only with a reason', () => {
  const values = { name: '滨江城运', kind: 'company' }
  expect(creation(values)).toMatchObject({ confirmed_not_duplicate: false, not_duplicate_reason: null })
  expect(creation({ ...values, not_duplicate_reason: '另一家' })).toMatchObject({
    confirmed_not_duplicate: true,
    not_duplicate_reason: '另一家',
  })
})
