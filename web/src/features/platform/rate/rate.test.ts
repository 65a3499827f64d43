import { expect, it } from 'vitest'
import { millionths, rateText } from './rate'

it('a rate goes to the server without a fraction and comes back as typed', () => {
  for (const [typed, ppm, text] of [
    [7.12, 7_120_000, '7.12'],
    [0.048213, 48_213, '0.048213'],
    [7, 7_000_000, '7.00'],
  ] as const) {
    expect(millionths(typed)).toBe(ppm)
    expect(rateText(ppm)).toBe(text)
  }
  expect(millionths('seven')).toBe(0)
})
