import { expect, it, vi } from 'vitest'
import { draw } from '~/testing/draw'
import type { Column } from './column'
import { DataList } from './DataList'
import { listSearch, type Page, type PageRequest } from './search'

interface Row {
  id: string
  number: string
  name: string
  amount: number
}
const columns: Column<Row>[] = [
  { key: 'number', title: '编号', render: ({ number }) => number },
  { key: 'name', title: '项目', main: true, render: ({ name }) => name, sort: 'name' },
  {
    key: 'amount',
    title: '金额',
    align: 'right',
    render: ({ amount }) => amount,
    sort: 'amount',
    optional: true,
  },
]
const rows: Row[] = [
  { id: '1', number: 'XM-1', name: '智慧停车', amount: 3 },
  { id: '2', number: 'XM-2', name: '数据中台', amount: 5 },
]
const page = (items: Row[], next: string | null = null): Page<Row> => ({
  items,
  next,
  total: { count: items.length, exact: true },
})
const list = (load: (page: PageRequest) => Promise<Page<Row>>, search: Record<string, unknown> = {}) => ({
  name: 'projects',
  title: '项目',
  columns,
  fields: [
    {
      field: 'stage',
      title: '阶段',
      type: 'choice' as const,
      choices: [{ value: 'solution', title: '方案设计' }],
    },
  ],
  search: listSearch(search),
  onSearch: vi.fn(),
  load,
  keyOf: ({ id }: Row) => id,
  addressOf: ({ id }: Row) => `/projects/${id}`,
  empty: { title: '还没有项目', detail: '项目从线索或咨询而来。' },
})

it('shows the rows, each with a way to its record', async () => {
  const { screen } = await draw(<DataList {...list(async () => page(rows))} />)

  expect((await screen.findByRole('link', { name: '智慧停车' })).getAttribute('href')).toBe('/projects/1')
  expect(screen.queryByRole('columnheader', { name: '金额' })).toBeNull()
  expect(screen.getByText('共 2 条')).toBeTruthy()
})

it('asks the server for what the address says', async () => {
  const load = vi.fn(async () => page(rows))
  const filter = { all: [{ field: 'stage', op: 'in', value: ['solution'] }] }
  const { screen } = await draw(<DataList {...list(load, { q: '停车', sort: '-amount', filter })} />)

  expect(await screen.findByText('阶段：方案设计')).toBeTruthy()
  expect(load).toHaveBeenCalledWith({ q: '停车', sort: '-amount', filter: JSON.stringify(filter), limit: 50 })
})

it('writes a sort into the address', async () => {
  const props = list(async () => page(rows))
  const { screen, user } = await draw(<DataList {...props} />)

  await user.click(await screen.findByRole('columnheader', { name: '项目' }))

  expect(props.onSearch).toHaveBeenCalledWith({ sort: 'name' })
})

it('fetches the page that follows', async () => {
  const load = vi.fn(async ({ cursor }: PageRequest) =>
    cursor ? page(rows.slice(1)) : page(rows.slice(0, 1), 'c2'),
  )
  const { screen, user } = await draw(<DataList {...list(load)} />)

  await user.click(await screen.findByRole('button', { name: '显示更多' }))

  expect(await screen.findByText('数据中台')).toBeTruthy()
  expect(screen.getByText('智慧停车')).toBeTruthy()
})

it('tells an empty list from one in which nothing matches', async () => {
  const first = await draw(<DataList {...list(async () => page([]))} />)
  expect(await first.screen.findByText('还没有项目')).toBeTruthy()
  first.unmount()

  const props = list(async () => page([]), { q: '没有' })
  const { screen, user } = await draw(<DataList {...props} />)
  await user.click(await screen.findByRole('button', { name: '清除条件' }))
  expect(props.onSearch).toHaveBeenCalledWith({})
})

it('says what failed and tries again', async () => {
  const load = vi
    .fn(async (): Promise<Page<Row>> => page(rows))
    .mockRejectedValueOnce(new TypeError('Failed to fetch'))
  const { screen, user } = await draw(<DataList {...list(load)} />)

  await user.click(await screen.findByRole('button', { name: '重试' }))

  expect(await screen.findByText('智慧停车')).toBeTruthy()
  expect(screen.queryByRole('alert')).toBeNull()
})

it('reads no nonsense from an address', () => {
  expect(listSearch({ q: 3, sort: ['x'], filter: { all: [{ field: 1 }] }, other: 'x' })).toEqual({})
})
