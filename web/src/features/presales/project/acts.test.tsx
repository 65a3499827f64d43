import { describe, expect, it } from 'vitest'
import { draw } from '~/testing/draw'
import { ActDialog, actsOf } from './acts'
import type { Project } from './api'

const reasons = ['price', 'solution', 'product', 'relationship', 'service', 'reputation', 'other'].map(
  (id) => ({
    id,
    name: id,
  }),
)

const project = (won_required: boolean) =>
  ({
    id: '0',
    name: '江城水务',
    state: 'active',
    stages: [],
    reasons: { won: reasons, won_required, lost: [], dropped: [] },
    can: { actions: ['project.win'], advance_to: [], return_to: [], skip: null },
  }) as unknown as Project

describe('winning a deal', () => {
  it.each([true, false])('asks why as the server says: %s', async (asked) => {
    const { screen } = await draw(<ActDialog project={project(asked)} act="win" onDone={() => {}} />)
    const reason = await screen.findByRole('combobox', { name: /原因类别/ })
    expect(reason.getAttribute('aria-required')).toBe(String(asked))
  })

  it('stands behind the one button when nothing goes on', () => {
    expect(actsOf(project(true))).toEqual({ main: undefined, rest: ['win'] })
  })
})
