import { expect, it } from 'vitest'
import { barOf, currentOf } from './stages'

const stage = (id: string, state: string, spent_days: number | null, limit_days: number | null = null) => ({
  id,
  name: id,
  within: 'active',
  state,
  spent_seconds: 0,
  spent_days,
  limit_days,
  late: false,
})
const stages = [
  stage('lead', 'done', 6, 10),
  stage('skip', 'skipped', 0),
  stage('design', 'current', 1, 15),
  stage('sign', 'ahead', null),
]

it('draws what is behind, where it stands against its limit and what is ahead, in working days', () => {
  expect(barOf(stages).map(({ state, spent_days, limit_days }) => [state, spent_days, limit_days])).toEqual([
    ['past', 6, null],
    ['past', 0, null],
    ['current', 1, 15],
    ['future', null, null],
  ])
  expect(currentOf(stages)?.id).toBe('design')
})
