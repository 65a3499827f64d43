import { expect, it } from 'vitest'
import { minorUnits, moneyWords } from './money'

it.each([
  [6280000000, 'CNY', 'zh', false, '¥62,800,000.00'],
  [6280000000, 'CNY', 'zh', true, '¥6280万'],
  [46200000000, 'CNY', 'zh', true, '¥4.62亿'],
  [46200000000, 'CNY', 'zh-Hant', true, '¥4.62億'],
  [6280000000, 'CNY', 'en', true, '¥62.8M'],
  [1500, 'JPY', 'zh', false, '¥1,500'],
  [-100, 'CNY', 'zh', false, '-¥1.00'],
])('%i minor units of %s in %s', (amount, currency, locale, short, words) => {
  expect(moneyWords({ amount, currency }, locale, short)).toBe(words)
})

it('a typed amount becomes whole minor units', () => {
  expect(minorUnits(0.29, 'CNY')).toBe(29)
  expect(minorUnits(1500, 'JPY')).toBe(1500)
})
