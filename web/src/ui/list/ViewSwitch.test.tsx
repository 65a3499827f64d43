import { expect, it, vi } from 'vitest'
import { draw } from '~/testing/draw'
import { type View, ViewSwitch, viewOf } from './ViewSwitch'

const mine = { field: 'owner', op: 'eq', value: '@me' } as const
const views: View[] = [
  { key: 'all', name: '全部', parts: [] },
  { key: 'mine', name: '我的', parts: [mine] },
]

it('knows a view by its conditions, and none when others stand there', () => {
  expect(viewOf(views, undefined)?.key).toBe('all')
  expect(viewOf(views, { all: [mine] })?.key).toBe('mine')
  expect(viewOf(views, { all: [mine, { field: 'active', op: 'eq', value: true }] })).toBeUndefined()
})

it('changes the conditions and keeps search and sort', async () => {
  const onSearch = vi.fn()
  const { screen, user } = await draw(
    <ViewSwitch views={views} search={{ q: '滨江', sort: '-name' }} onSearch={onSearch} />,
  )

  await user.click(screen.getByText('我的'))

  expect(onSearch).toHaveBeenCalledWith({ q: '滨江', sort: '-name', filter: { all: [mine] } })
})
