import { afterEach, expect, it, vi } from 'vitest'
import { draw } from '~/testing/draw'
import { chooseSingleKeys } from './singleKeys'
import { useKeys } from './useKeys'

afterEach(() => chooseSingleKeys(true))

function Page({ acts }: { acts: Record<string, () => void> }) {
  useKeys(acts)
  return <input aria-label="说明" />
}
const acts = () => ({ 'mod+k': vi.fn(), '?': vi.fn(), 'g w': vi.fn(), w: vi.fn() })

it('takes two keys one after the other as one', async () => {
  const keys = acts()
  const { user } = await draw(<Page acts={keys} />)

  await user.keyboard('gw')

  expect(keys['g w']).toHaveBeenCalledOnce()
  expect(keys.w).not.toHaveBeenCalled()
})

it('forgets the first key when the second means nothing', async () => {
  const keys = acts()
  const { user } = await draw(<Page acts={keys} />)

  await user.keyboard('gxw')

  expect(keys['g w']).not.toHaveBeenCalled()
  expect(keys.w).toHaveBeenCalledOnce()
})

it('leaves single keys to whoever types, and takes those with Ctrl', async () => {
  const keys = acts()
  const { screen, user } = await draw(<Page acts={keys} />)

  await user.type(screen.getByLabelText('说明'), 'gw?')
  await user.keyboard('{Control>}k{/Control}')

  expect(keys['g w']).not.toHaveBeenCalled()
  expect(keys['?']).not.toHaveBeenCalled()
  expect(keys['mod+k']).toHaveBeenCalledOnce()
})

it('rests while a dialog is open', async () => {
  const keys = acts()
  const { user } = await draw(
    <>
      <Page acts={keys} />
      <div className="ant-modal-wrap" />
    </>,
  )

  await user.keyboard('?')

  expect(keys['?']).not.toHaveBeenCalled()
})

it('has no single keys where they are turned off', async () => {
  chooseSingleKeys(false)
  const keys = acts()
  const { user } = await draw(<Page acts={keys} />)

  await user.keyboard('?gw{Control>}k{/Control}')

  expect(keys['?']).not.toHaveBeenCalled()
  expect(keys['g w']).not.toHaveBeenCalled()
  expect(keys['mod+k']).toHaveBeenCalledOnce()
})
