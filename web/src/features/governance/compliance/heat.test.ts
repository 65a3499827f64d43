import { expect, it } from 'vitest'
import { heatOf, monthFrom, percentWords } from './heat'

it('colours by how far it is kept, and nothing due not at all', () => {
  expect([100, 97, 90, 80, 79.9, null].map(heatOf)).toEqual(['good', 'good', 'fair', 'near', 'late', 'none'])
})

it('never shows as whole what is not', () => {
  expect(percentWords(99.7)).toBe('99%')
  expect(percentWords(100)).toBe('100%')
  expect(percentWords(undefined)).toBe('–')
})

it('steps from month to month over the years', () => {
  expect(monthFrom('2026-01', -1)).toBe('2025-12')
  expect(monthFrom('2025-12', 1)).toBe('2026-01')
})
