import { expect, it } from 'vitest'
import { matching, pinyinMatcher, plainMatch } from './matching'

const names = ['新建客户', '客户', '客户合并', '审批', '项目']
const found = (words: string, match = plainMatch) => matching(names, (name) => name, words, match)

it.each([
  ['客户', ['客户', '客户合并', '新建客户']],
  ['kehu', ['客户', '客户合并', '新建客户']],
  ['ke hu', ['客户', '客户合并', '新建客户']],
  ['kh', ['客户', '客户合并', '新建客户']],
  ['XM', ['项目']],
  ['sp', ['审批']],
  ['zz', []],
])('%s finds %s', async (words, expected) => {
  expect(found(words, await pinyinMatcher(false))).toEqual(expected)
})

it('knows the pinyin of traditional letters', async () => {
  expect(matching(['諮詢', '專案'], (name) => name, 'za', await pinyinMatcher(true))).toEqual(['專案'])
})

it('finds by letters until pinyin is there, and everything by nothing', () => {
  expect(found('审批')).toEqual(['审批'])
  expect(found(' ')).toEqual(names)
})
