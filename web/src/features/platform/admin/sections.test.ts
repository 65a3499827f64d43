import { expect, it } from 'vitest'
import { openSections } from './sections'

it('opens the sections that one of the rights opens, and no others', () => {
  const rights = ['ledger.read', 'policy.adopt']
  expect(openSections((right) => rights.includes(right)).map(({ key }) => key)).toEqual([
    'policies',
    'ledger',
  ])
})
