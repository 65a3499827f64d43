import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import i18next from 'i18next'
import { beforeAll, expect, it } from 'vitest'
import { texts } from '~/app/locales/zh'
import { groupOf, happeningOf, partsOf, type TimelineItem } from './happenings'

beforeAll(() =>
  i18next.init({
    lng: 'zh',
    resources: { zh: { translation: texts } },
    interpolation: { escapeValue: false },
  }),
)

const item = (name: string, facts: object = {}): TimelineItem => ({
  id: '1',
  name,
  subject: { kind: 'customer', id: '2' },
  member_name: '周敏',
  happened_at: '2026-11-21T01:00:00Z',
  recorded_at: '2026-11-21T01:00:00Z',
  facts: { ...facts },
})

it('finds kind and verb also in the names of rules', () => {
  expect(partsOf('inquiry.replied')).toEqual({ kind: 'inquiry', what: 'replied' })
  expect(partsOf('obligation:solution.limit.overdue')).toEqual({ kind: 'obligation', what: 'overdue' })
})

it('says who did what, with the fields that changed', () => {
  const happening = happeningOf(item('customer.updated', { fields: ['region', 'budget'] }), i18next.t)
  expect(happening.title).toBe('周敏 更新客户档案')
  expect(happening.detail).toBe('地区、预算')
})

it('shows what is late as late', () => {
  expect(happeningOf(item('obligation:first-reply.overdue'), i18next.t).tone).toBe('late')
})

it('shows the name of what it has no words for', () => {
  expect(happeningOf(item('rocket.launched'), i18next.t).title).toBe('周敏：rocket.launched')
})

it('tells talk, rules and changes apart', () => {
  expect(['inquiry.replied', 'gate:close.refused', 'customer.updated'].map(groupOf)).toEqual([
    'talk',
    'rule',
    'change',
  ])
})

it('has words for every event that the house declares of what stands on a record’s timeline', () => {
  const sources = ['engage', 'presales', 'service', 'governance'].flatMap((crate) => {
    const folder = join(import.meta.dirname, '../../../../crates', crate, 'src')
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.rs') && !path.includes('test'))
      .map((path) => readFileSync(join(folder, path), 'utf8'))
  })
  const names = sources.flatMap((source) =>
    [...source.matchAll(/= "([a-z_]+\.[a-z_]+)",\s*\w+: \w+/g)].map(([, name]) => name ?? ''),
  )
  expect(names.length).toBeGreaterThan(60)
  const bare = names.filter((name) => happeningOf(item(name), i18next.t).title.includes(name))
  expect(bare).toEqual([])
})
