import { expect, it, vi } from 'vitest'
import { draw } from '~/testing/draw'
import { Shell, type ShellPlace } from './Shell'

const place = (key: string): ShellPlace => ({ key, name: `地点${key}`, address: `/${key}`, icon: null })
const frame = (places: ShellPlace[], onLogOut = vi.fn()) => (
  <Shell
    places={places}
    person={{ name: '周敏', note: '售前一部' }}
    languages={[{ key: 'en', name: 'English', current: false, choose: vi.fn() }]}
    appearances={[]}
    onAccount={vi.fn()}
    onLogOut={onLogOut}
  >
    <h1>正文</h1>
  </Shell>
)

it('begins with a way to the content, which can take the focus', async () => {
  const { screen, user } = await draw(frame([place('1')]))
  await user.tab()
  expect(document.activeElement).toBe(screen.getByText('跳到正文'))
  expect(screen.getByRole('main').tabIndex).toBe(-1)
})

it('offers log-out and the languages to whoever is logged in', async () => {
  const logOut = vi.fn()
  const { screen, user } = await draw(frame([place('1')], logOut))
  await user.click(screen.getByRole('button', { name: '周敏的菜单' }))
  expect(await screen.findByRole('menuitem', { name: 'English' })).toBeTruthy()
  await user.click(screen.getByRole('menuitem', { name: '退出登录' }))
  expect(logOut).toHaveBeenCalledOnce()
})

it('keeps the places beyond the fourth one tap away on a phone', async () => {
  const { screen, user } = await draw(frame(['1', '2', '3', '4', '5', '6'].map(place)))
  await user.click(screen.getByRole('button', { name: '更多' }))
  const drawer = await screen.findByRole('dialog')
  expect(drawer.textContent).toContain('地点5')
  expect(drawer.textContent).toContain('地点6')
  expect(drawer.textContent).not.toContain('地点4')
})

it('draws no bar for a single place', async () => {
  const { screen } = await draw(frame([place('1')]))
  expect(screen.getAllByRole('navigation')).toHaveLength(1)
})
