import { expect, it } from 'vitest'
import type { Form } from './api'
import { answers, fieldsOf, valuesOf } from './sheet'

const line = { required: true, choices: [], red: false, reason: false, columns: [] }
const form: Form = {
  id: 'inquiry-response',
  name: '咨询服务评价',
  fields: [
    { ...line, id: 'speed', name: '答复速度', type: 'stars' },
    { ...line, id: 'suggestion', name: '建议', type: 'text', required: false },
    { ...line, id: 'owner', name: '负责人', type: 'member' },
  ],
  values: { suggestion: '', speed: 4, owner: { id: 'm' } },
  present: false,
  anonymous: false,
  can: { file: true },
}

it('asks a customer only for what one without a log-in can give', () => {
  expect(fieldsOf(form).map(({ id, type }) => [id, type])).toEqual([
    ['speed', 'stars'],
    ['suggestion', 'text'],
  ])
})

it('begins with what is known', () => {
  expect(valuesOf(form)).toEqual({ suggestion: '', speed: 4 })
})

it('sends what was answered and nothing else', () => {
  expect(answers({ speed: 5, suggestion: '', attitude: null })).toEqual({ speed: 5 })
})
