import { expect, it } from 'vitest'
import { departmentChoices, idsBelow, inTreeOrder } from './tree'

const all = [
  { id: 'desk', parent_id: 'sales', name: '咨询部' },
  { id: 'top', parent_id: null, name: '公司' },
  { id: 'lab', parent_id: 'top', name: '研发部' },
  { id: 'sales', parent_id: 'top', name: '销售部' },
]

it('stands each department below the one it belongs to', () => {
  expect(inTreeOrder(all).map(({ id, depth }) => [id, depth])).toEqual([
    ['top', 0],
    ['lab', 1],
    ['sales', 1],
    ['desk', 2],
  ])
})

it('keeps a department whose parent is not there', () => {
  expect(inTreeOrder([{ id: 'a', parent_id: 'gone', name: 'A' }])).toHaveLength(1)
})

it('finds all that stands below', () => {
  expect([...idsBelow(all, 'sales')].sort()).toEqual(['desk', 'sales'])
})

it('indents the names to be picked from', () => {
  expect(departmentChoices(all).map(({ name }) => name)).toEqual([
    '公司',
    '　研发部',
    '　销售部',
    '　　咨询部',
  ])
})
