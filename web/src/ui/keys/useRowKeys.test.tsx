import { expect, it, vi } from 'vitest'
import { draw } from '~/testing/draw'
import { useRowKeys } from './useRowKeys'

function List({ onOpen = () => undefined }: { onOpen?: (name: string) => void }) {
  const list = useRowKeys<HTMLDivElement>()
  return (
    <div ref={list}>
      <input aria-label="查找" />
      {['甲', '乙'].map((name) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are what is tested.
        // biome-ignore lint/a11y/noStaticElementInteractions: as above.
        <div key={name} data-row onClick={() => onOpen(name)}>
          <input type="checkbox" aria-label={name} onClick={(event) => event.stopPropagation()} />
        </div>
      ))}
    </div>
  )
}

it('goes through the rows and opens the one that is meant', async () => {
  const onOpen = vi.fn()
  const { user } = await draw(<List onOpen={onOpen} />)

  await user.keyboard('jj{ArrowUp}{Enter}')
  await user.keyboard('jjj{Enter}')

  expect(onOpen.mock.calls).toEqual([['甲'], ['乙']])
})

it('ticks the box of the row with the space bar', async () => {
  const { screen, user } = await draw(<List />)

  await user.keyboard('j ')

  expect(screen.getByLabelText<HTMLInputElement>('甲').checked).toBe(true)
})

it('leaves the page to the arrows, and fields to whoever types', async () => {
  const onOpen = vi.fn()
  const { screen, user } = await draw(<List onOpen={onOpen} />)

  await user.keyboard('{ArrowDown}{Enter}')
  await user.type(screen.getByLabelText('查找'), 'j{Enter}')

  expect(onOpen).not.toHaveBeenCalled()
  expect(screen.getByLabelText<HTMLInputElement>('查找').value).toBe('j')
})
