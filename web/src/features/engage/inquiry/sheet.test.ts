import { expect, it } from 'vitest'
import type { Inquiry } from './api'
import { closingExtras, closingTexts, editChanges, editValues, elsewhere, oneOf } from './sheet'

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
    reveal: true,
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

const item = (need: string, met = false) => ({
  gate: 'inquiry-complete',
  need,
  name: need,
  met,
  effect: 'block',
})
const gate = [
  item('cel:inquiry.question != null', true),
  item('cel:inquiry.aim != null'),
  item('cel:inquiry.purchase_intent != null'),
  item('cel:inquiry.reply_count > 0'),
]
const intent = {
  id: 'purchase_intent',
  name: '购买意向',
  type: 'choice',
  required: false,
  choices: [{ id: 'now', name: '近期购买' }],
  red: false,
  reason: false,
  columns: [],
}

it('asks with the closing for what the record and its gate lack and can be typed there', () => {
  expect(closingTexts(['customer_id', 'answer'], gate)).toEqual(['aim', 'answer'])
  expect(closingExtras([intent], gate)[0]).toMatchObject({ id: 'extra:purchase_intent', required: true })
})

it('leaves to another place what cannot be typed', () => {
  expect(elsewhere(gate, ['aim', 'purchase_intent']).map(({ need }) => need)).toEqual([
    'cel:inquiry.reply_count > 0',
  ])
})

it('sends of the fields that a pack adds only what was changed', () => {
  const before = { ...inquiry, extra: { purchase_intent: 'later' } }
  const values = editValues(before, [intent])
  expect(editChanges(values, before)).toEqual({})
  expect(editChanges({ ...values, 'extra:purchase_intent': 'now' }, before)).toEqual({
    extra: { purchase_intent: 'now' },
  })
})

it('takes no choice that is none', () => {
  expect(oneOf(['a', 'b'], 'b')).toBe('b')
  expect(oneOf(['a', 'b'], 'c')).toBeUndefined()
  expect(oneOf(['a', 'b'], null)).toBeUndefined()
})
