import { expect, it } from 'vitest'
import { byStage } from './byStage'

it('stands documents under their stage, in the order of the stages, the rest last', () => {
  const documents = [
    { id: 'any', standing: 'missing' },
    { id: 'scheme', stage: 'design', standing: 'present' },
    { id: 'census', stage: 'research', standing: 'missing' },
    { id: 'not here', stage: 'research', standing: 'not_asked' },
  ]
  const groups = byStage(documents, ['research', 'design'])
  expect(groups.map(([stage, items]) => [stage, ...items.map(({ id }) => id)])).toEqual([
    ['research', 'census'],
    ['design', 'scheme'],
    ['', 'any'],
  ])
})
