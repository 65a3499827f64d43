import { expect, it } from 'vitest'
import { formOf } from './action'

it('reads the form to be filed from the address of the action', () => {
  expect(formOf('/projects/1?form=weekly-report')).toBe('weekly-report')
  expect(formOf('/projects/1')).toBeUndefined()
  expect(formOf(null)).toBeUndefined()
})
