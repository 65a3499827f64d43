import { expect, it } from 'vitest'
import { instantOf, localWords } from './time'

it('reads what is typed as a time of the company, wherever its reader is', () => {
  expect(new Date(instantOf('2026-11-21T18:00', 'Asia/Shanghai') ?? 0).toISOString()).toBe(
    '2026-11-21T10:00:00.000Z',
  )
})

it('stays true on both sides of a change of clocks', () => {
  for (const words of ['2026-03-29T01:59', '2026-03-29T03:00', '2026-10-25T04:00', '2026-07-01T12:30']) {
    const moment = instantOf(words, 'Europe/Berlin')
    expect(moment === undefined ? undefined : localWords(moment, 'Europe/Berlin')).toBe(words)
  }
})

it('makes no moment of what is none', () => {
  expect(instantOf('', 'Asia/Shanghai')).toBeUndefined()
  expect(instantOf('tomorrow', 'Asia/Shanghai')).toBeUndefined()
})
