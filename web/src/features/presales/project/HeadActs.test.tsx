import { describe, expect, it } from 'vitest'
import { draw } from '~/testing/draw'
import { HeadActs } from './HeadActs'

const heads = (main: string | undefined, running: string | undefined) => (
  <HeadActs
    main={main}
    rest={['win', 'lose']}
    running={running}
    nameOf={(act) => (act === 'advance' ? '推进到签约' : act)}
    run={() => {}}
  />
)

describe('the buttons of a project', () => {
  it('are called by their act alone while it is done', async () => {
    const { screen } = await draw(heads('advance', 'advance'))
    const button = screen.getByRole('button', { name: /^推进到签约$/ })
    expect(button.getAttribute('aria-busy')).toBe('true')
    expect(screen.getByRole('button', { name: /^更多$/ }).getAttribute('aria-busy')).toBe('false')
  })

  it('let the one behind which the others stand say that it is busy', async () => {
    const { screen } = await draw(heads('advance', 'suspend'))
    expect(screen.getByRole('button', { name: /^更多$/ }).getAttribute('aria-busy')).toBe('true')
  })
})
