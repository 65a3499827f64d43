import { expect, it } from 'vitest'
import { mistakesIn } from './mistakes'

it('reads where a pack is wrong and what was expected', () => {
  const wrong = {
    file: 'pack.toml',
    line: 6,
    column: 1,
    code: 'unknown-setting',
    offending: 'x',
    expected: 'y',
  }
  expect(mistakesIn({ code: 'pack-mistakes', mistakes: [wrong, 7] })).toEqual([{ ...wrong, hint: '' }])
  expect(mistakesIn({ code: 'forbidden' })).toEqual([])
})
