import { expect, it } from 'vitest'
import { kindOf, promisesOf } from './sheet'

it('keeps the promises that were typed and drops empty rows', () => {
  const promises = [{ what: '补充报价', owner: 'm1', due_on: '2026-11-28' }, {}, { what: ' ', owner: null }]
  expect(promisesOf({ promises })).toEqual([{ what: '补充报价', owner: 'm1', due_on: '2026-11-28' }])
})

it('has no promises where none were asked', () => {
  expect(promisesOf({ promises: null })).toEqual([])
})

it('takes a kind that it does not know for another', () => {
  expect(kindOf('visit')).toBe('visit')
  expect(kindOf('seance')).toBe('other')
})
