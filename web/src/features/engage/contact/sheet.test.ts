import { expect, it } from 'vitest'
import type { Contact } from './api'
import { contactChanges, contactValues } from './sheet'

const contact: Contact = {
  id: '1',
  customer_id: '2',
  name: '张工',
  position: '科长',
  main: true,
  mobile: '138****5678',
  version: 3,
  created_at: '2026-11-01T00:00:00Z',
  updated_at: '2026-11-01T00:00:00Z',
  can: { update: true, reveal: true, archive: true, unarchive: false },
}

it('never sends a masked number back', () => {
  expect(contactChanges(contactValues(contact), contact)).toEqual({})
})

it('sends a confidential field that was typed anew', () => {
  expect(contactChanges({ ...contactValues(contact), mobile: '13900001111' }, contact)).toEqual({
    mobile: '13900001111',
  })
})

it('enters a new contact with what was typed', () => {
  expect(contactChanges({ name: '李想', email: 'li@example.com', main: null })).toEqual({
    name: '李想',
    email: 'li@example.com',
    position: null,
    main: false,
    notes: null,
  })
})
