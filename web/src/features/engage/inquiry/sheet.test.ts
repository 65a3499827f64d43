import { expect, it } from 'vitest'
import type { Inquiry } from './api'
import { editChanges, editValues, missingTexts, oneOf } from './sheet'

const inquiry: Inquiry = {
  id: '1',
  number: 'ZX-1',
  title: '停车场改造',
  channel: 'mail',
  state: 'assigned',
  question: '能否接入现有道闸？',
  clarity: 'partly',
  assessed: false,
  assigned_why: {},
  received_at: '2026-11-21T01:00:00Z',
  waits_for_customer: false,
  reply_count: 0,
  overdue: false,
  missing: ['customer_id', 'answer'],
  extra: {},
  version: 1,
  created_at: '2026-11-21T01:00:00Z',
  updated_at: '2026-11-21T01:00:00Z',
  can: {
    update: true,
    match: true,
    classify: true,
    assess: true,
    assign: false,
    reassign: false,
    take: false,
    reply: true,
    wait: true,
    resume: false,
    close: true,
    reopen: false,
    follow_up: false,
    convert: true,
    hand_over: true,
  },
}

it('counts nothing as corrected that stayed as it was', () => {
  expect(editChanges(editValues(inquiry), inquiry)).toEqual({})
})

it('sends what was changed and empties what was emptied', () => {
  const values = { ...editValues(inquiry), question: ' ', answer: '可以，经由网关。', clarity: 'clear' }
  expect(editChanges(values, inquiry)).toEqual({
    question: null,
    answer: '可以，经由网关。',
    clarity: 'clear',
  })
})

it('asks with the closing only for what can be typed there', () => {
  expect(missingTexts(inquiry.missing)).toEqual(['answer'])
})

it('takes no choice that is none', () => {
  expect(oneOf(['a', 'b'], 'b')).toBe('b')
  expect(oneOf(['a', 'b'], 'c')).toBeUndefined()
  expect(oneOf(['a', 'b'], null)).toBeUndefined()
})
