import { expect, it } from 'vitest'
import { replacedBy } from './replacedBy'

const item = (revision: number, electronic: boolean, paper: boolean, replaced_at: string | null = null) => ({
  id: String(revision),
  revision,
  electronic,
  paper,
  replaced_at,
})

it('leaves the file in its place when paper is filed later', () => {
  expect(replacedBy({ file: false, paper: true }, [item(1, true, false)])).toBeUndefined()
})

it('takes the place of the copy of its own kind, not of the newest', () => {
  const items = [item(1, true, false), item(2, false, true)]
  expect(replacedBy({ file: true, paper: false }, items)?.id).toBe('1')
  expect(replacedBy({ file: false, paper: true }, items)?.id).toBe('2')
  expect(replacedBy({ file: true, paper: true }, items)?.id).toBe('2')
})

it('replaces nothing twice', () => {
  expect(
    replacedBy({ file: true, paper: false }, [item(1, true, false, '2026-03-02T01:00:00Z')]),
  ).toBeUndefined()
})
