import { expect, it, vi } from 'vitest'
import { SignedOut } from '~/api/problem'
import { draw } from '~/testing/draw'
import { ProblemAlert } from './ProblemAlert'

it('lists what a gate misses, who supplies it and where', async () => {
  const problem = {
    status: 409,
    code: 'gate-not-met',
    title: '还不能进入方案汇报',
    items: [
      { gate: 'g', need: 'deliverable:report', name: '需求分析报告', met: true, effect: 'block' },
      {
        gate: 'g',
        need: 'approved:solution',
        name: '方案评审',
        met: false,
        effect: 'block',
        from: '项目经理',
        address: '/projects/1?tab=solution',
      },
    ],
  }
  const { screen } = await draw(<ProblemAlert problem={problem} />)

  expect(screen.getByLabelText('已满足').closest('li')?.textContent).toContain('需求分析报告')
  const missing = screen.getByLabelText('还缺').closest('li')
  expect(missing?.textContent).toContain('由项目经理提供')
  expect(screen.getByRole('link', { name: '去办理' }).getAttribute('href')).toBe('/projects/1?tab=solution')
})

it.each([
  [new TypeError('Failed to fetch'), '连不上服务器'],
  [new SignedOut(), '登录已结束，操作没有提交'],
  ['<html>502</html>', '服务器的答复无法识别'],
])('%s is said in words', async (thrown, words) => {
  const { screen } = await draw(<ProblemAlert problem={thrown} />)
  expect(screen.getByRole('alert').textContent).toContain(words)
})

it('offers another try', async () => {
  const retry = vi.fn()
  const { screen, user } = await draw(<ProblemAlert problem={new TypeError()} onRetry={retry} />)
  await user.click(screen.getByRole('button', { name: '重试' }))
  expect(retry).toHaveBeenCalledOnce()
})

it('shows nothing without a problem', async () => {
  const { screen } = await draw(<ProblemAlert problem={null} />)
  expect(screen.queryByRole('alert')).toBeNull()
})
