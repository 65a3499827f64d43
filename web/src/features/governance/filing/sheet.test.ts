import i18next from 'i18next'
import { expect, it } from 'vitest'
import type { Form } from './api'
import { filedOf, sheetOf, typeOf } from './sheet'

const line = { required: true, choices: [], red: false, reason: false, columns: [] }
const form: Form = {
  id: 'review',
  name: '评审',
  fields: [{ ...line, id: 'scope', name: '范围清楚', type: 'check', reason: true }],
  values: {},
  present: true,
  anonymous: false,
  can: { file: true },
}

it('asks why a check is crossed, and who was present', () => {
  const fields = sheetOf(form, i18next.t)
  expect(fields.map(({ id }) => id)).toEqual(['scope', 'reason:scope', 'present'])
  expect(fields[1]?.when).toBe('form.scope == false')
})

it('tells values, reasons and those present apart', () => {
  const values = { scope: false, 'reason:scope': '还差接口', present: ['m1'], note: '' }
  expect(filedOf(values)).toEqual({
    fields: { scope: false },
    reasons: { scope: '还差接口' },
    present: ['m1'],
  })
})

it('sends of a file its id', () => {
  expect(filedOf({ paper: { id: 'f1', name: 'a.pdf' } }).fields).toEqual({ paper: 'f1' })
})

it('writes a type that it does not know as text', () => {
  expect(typeOf('hologram')).toBe('text')
})
