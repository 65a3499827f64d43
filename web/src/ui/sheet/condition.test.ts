import { expect, it } from 'vitest'
import { judge } from './condition'

const form = {
  amount: { amount: 600_000, currency: 'CNY' },
  stance: 'compete',
  chance: 65,
  won: true,
  closes: '2026-03-02',
  steps: [{}, {}],
  empty: '',
}

it.each([
  ["form.stance == 'compete'", true],
  ["form.stance != 'compete'", false],
  ["form.stance in ['avoid', 'compete']", true],
  ['form.chance >= 60 && form.chance < 80', true],
  ['form.chance > 80 || form.won', true],
  ['!(form.chance > 80)', true],
  ['size(form.steps) > 1', true],
  ["form.closes < '2026-04-01'", true],
  ['form.empty == null', true],
  ['form.missing == null', true],
  ['form.missing > 3', false],
  ["form.amount > money('CNY', 5000)", true],
  ["form.amount > money('CNY', 6000)", false],
])('%s is judged', (condition, verdict) => {
  expect(judge(condition, form)).toBe(verdict)
})

it.each([
  'project.amount > money("CNY", 5000)',
  'form.steps.exists(step, step.done)',
  "metric('x', 'month', -1) > 3",
  'form.chance +',
  '(((',
  '',
  '\u0000',
])('%s is left to the server', (condition) => {
  expect(judge(condition, form)).toBeUndefined()
})
