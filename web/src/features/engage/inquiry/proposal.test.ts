import { expect, it } from 'vitest'
import { hoursOf, needWords, whyOf } from './proposal'

it('finds no reasons while nobody was chosen', () => {
  expect(whyOf({})).toBeUndefined()
  expect(whyOf(null)).toBeUndefined()
})

it('reads who was chosen among whom, and the reason of whoever passed it on', () => {
  const kept = { pick: 'by_hand', route: 'technical', candidates: [], chosen: 'm', reason: '休假' }
  expect(whyOf(kept)).toMatchObject({ reason: '休假', proposal: { route: 'technical', chosen: 'm' } })
})

it('says what is lacking by the name of the skill', () => {
  expect(needWords('technical>=2', () => '技术')).toBe('技术 ≥ 2')
  expect(needWords('pricing', (skill) => skill)).toBe('pricing')
})

it('says minutes as hours', () => {
  expect(hoursOf(450)).toBe(7.5)
  expect(hoursOf(0)).toBe(0)
})
