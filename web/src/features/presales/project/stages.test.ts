import { expect, it } from 'vitest'
import { barOf, currentOf } from './stages'

const stage = (id: string, state: string, spent_seconds: number) => ({
  id,
  name: id,
  within: 'active',
  state,
  spent_seconds,
  late: false,
})
const stages = [
  stage('lead', 'done', 6 * 86_400),
  stage('skip', 'skipped', 0),
  stage('design', 'current', 90_000),
  stage('sign', 'ahead', 0),
]

it('draws what is behind, where it stands and what is ahead, in days', () => {
  expect(barOf(stages).map(({ state, spent_days }) => [state, spent_days])).toEqual([
    ['past', 6],
    ['past', 0],
    ['current', 1],
    ['future', null],
  ])
  expect(currentOf(stages)?.id).toBe('design')
})
