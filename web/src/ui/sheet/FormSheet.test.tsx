import { afterEach, expect, it, vi } from 'vitest'
import { draw } from '~/testing/draw'
import { FormSheet } from './FormSheet'
import type { SheetField } from './sheet'

const fields: SheetField[] = [
  { id: 'name', name: '名称', type: 'text', required: true },
  { id: 'amount', name: '金额', type: 'money' },
  { id: 'lost', name: '是否丢单', type: 'check' },
  { id: 'reason', name: '丢单原因', type: 'text', required: true, when: 'form.lost == true' },
]
const still = { submitLabel: '提交', pending: false, problem: null }

afterEach(() => localStorage.clear())

it('sends only what was asked, money in minor units', async () => {
  const submit = vi.fn(async () => undefined)
  const { screen, user } = await draw(<FormSheet {...still} fields={fields} onSubmit={submit} />)

  await user.type(screen.getByLabelText('名称'), '智慧停车')
  await user.type(screen.getByLabelText('金额'), '62800.5')
  await user.click(screen.getByRole('button', { name: '提交' }))

  expect(submit).toHaveBeenCalledWith({
    name: '智慧停车',
    amount: { amount: 6280050, currency: 'CNY' },
    lost: null,
  })
})

it('asks a field while its condition holds, and names what is missing', async () => {
  const submit = vi.fn(async () => undefined)
  const { screen, user } = await draw(<FormSheet {...still} fields={fields} onSubmit={submit} />)
  expect(screen.queryByLabelText('丢单原因')).toBeNull()

  await user.type(screen.getByLabelText('名称'), '智慧停车')
  await user.click(screen.getByRole('radio', { name: '是' }))
  await user.click(screen.getByRole('button', { name: '提交' }))

  expect(screen.getByLabelText('丢单原因').getAttribute('aria-invalid')).toBe('true')
  expect(screen.getByRole('status').textContent).toBe('还有 1 项没有填写')
  expect(submit).not.toHaveBeenCalled()
})

it('shows each fault at its field and the rest above the buttons', async () => {
  const problem = {
    status: 422,
    code: 'invalid',
    title: '有两处不对',
    errors: [
      { pointer: '/name', code: 'taken', detail: '名称已被使用' },
      { pointer: '/other', code: 'unknown', detail: '不认识的字段' },
    ],
  }
  const { screen } = await draw(<FormSheet {...still} fields={fields} problem={problem} onSubmit={vi.fn()} />)

  expect(screen.getByLabelText('名称').getAttribute('aria-describedby')).toBe(
    screen.getByText('名称已被使用').id,
  )
  expect(screen.getByRole('alert').textContent).toContain('不认识的字段')
  expect(screen.getByRole('alert').textContent).not.toContain('名称已被使用')
})

it('keeps what was typed until it is sent', async () => {
  const refuse = vi.fn(async () => Promise.reject(new Error('no')))
  const first = await draw(<FormSheet {...still} fields={fields} draft="project" onSubmit={refuse} />)
  await first.user.type(first.screen.getByLabelText('名称'), '智慧停车')
  await first.user.click(first.screen.getByRole('button', { name: '提交' }))
  first.unmount()

  const accept = vi.fn(async () => undefined)
  const second = await draw(<FormSheet {...still} fields={fields} draft="project" onSubmit={accept} />)
  expect(second.screen.getByLabelText('名称')).toHaveProperty('value', '智慧停车')
  await second.user.click(second.screen.getByRole('button', { name: '提交' }))
  second.unmount()

  const third = await draw(<FormSheet {...still} fields={fields} draft="project" onSubmit={accept} />)
  expect(third.screen.getByLabelText('名称')).toHaveProperty('value', '')
})
