import { expect, it, vi } from 'vitest'
import { draw } from '~/testing/draw'
import CommandMenu from './CommandMenu'
import { CommandsProvider, useCommands, useOffered } from './commands'

const command = (label: string, onClick = vi.fn()) => ({ key: label, label, onClick })
const menu = (more: Partial<Parameters<typeof CommandMenu>[0]> = {}) => ({
  groups: [
    { key: 'here', name: '此页', commands: [command('编辑客户'), command('合并客户')] },
    { key: 'go', name: '前往', commands: [command('审批')] },
  ],
  match: undefined,
  find: async () => [],
  onClose: vi.fn(),
  ...more,
})
const field = { name: '记录、页面或操作' }

it('does what is chosen by keyboard, once the menu is closed', async () => {
  const props = menu()
  const { screen, user } = await draw(<CommandMenu {...props} />)

  await user.type(await screen.findByRole('combobox', field), '客户{ArrowDown}{Enter}')

  expect(props.groups[0]?.commands[1]?.onClick).toHaveBeenCalledOnce()
  expect(props.onClose).toHaveBeenCalledOnce()
})

it('goes round at its ends and says which command is meant', async () => {
  const { screen, user } = await draw(<CommandMenu {...menu()} />)
  const input = await screen.findByRole('combobox', field)

  await user.type(input, '{ArrowUp}')

  const last = screen.getByRole('option', { name: '审批' })
  expect(last.getAttribute('aria-selected')).toBe('true')
  expect(input.getAttribute('aria-activedescendant')).toBe(last.id)
})

it('finds records, and says so where there is nothing', async () => {
  const find = vi.fn(async (words: string) => (words === '滨江' ? [command('滨江水务')] : []))
  const { screen, user } = await draw(<CommandMenu {...menu({ find })} />)
  const input = await screen.findByRole('combobox', field)

  await user.type(input, '滨江')
  expect(await screen.findByRole('option', { name: '滨江水务' })).toBeTruthy()

  await user.clear(input)
  await user.type(input, '没有')
  expect(await screen.findByText(/没有与“没有”相符的内容/)).toBeTruthy()
  expect(find).not.toHaveBeenCalledWith('')
})

it('says when records cannot be looked for', async () => {
  const find = async () => Promise.reject(new TypeError('Failed to fetch'))
  const { screen, user } = await draw(<CommandMenu {...menu({ find })} />)

  await user.type(await screen.findByRole('combobox', field), '审')

  expect((await screen.findByRole('alert')).textContent).toContain('连不上服务器')
  expect(screen.getByRole('option', { name: '审批' })).toBeTruthy()
})

it('offers what the page allows, and nothing of a page that is left', async () => {
  const offered = { now: (): readonly string[] => [] }
  function Menu() {
    const acts = useOffered()
    offered.now = () => acts().map(({ label }) => label)
    return null
  }
  function Record({ may }: { may: boolean }) {
    useCommands([may && command('归档'), command('共享')])
    return null
  }
  const drawn = (page: React.ReactNode) => (
    <CommandsProvider>
      <Menu />
      {page}
    </CommandsProvider>
  )
  const first = await draw(drawn(<Record may />))
  expect(offered.now()).toEqual(['归档', '共享'])
  first.unmount()

  await draw(drawn(<Record may={false} />))
  expect(offered.now()).toEqual(['共享'])
  await draw(drawn(null))
  expect(offered.now()).toEqual([])
})
