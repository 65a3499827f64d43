import { expect, it } from 'vitest'
import { groupOf, partsOf } from './happenings'

it('tells kind, rule and what happened apart', () => {
  expect(partsOf('obligation:weekly-report.overdue')).toEqual({
    kind: 'obligation',
    rule: 'weekly-report',
    what: 'overdue',
  })
  expect(partsOf('project.advanced')).toEqual({ kind: 'project', rule: undefined, what: 'advanced' })
})

it('tells news, rules and changes apart', () => {
  expect(
    ['project.dynamic_item_filed', 'gate:initiation-first.refused', 'project.updated'].map(groupOf),
  ).toEqual(['news', 'rule', 'change'])
})
