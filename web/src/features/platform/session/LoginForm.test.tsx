import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { draw } from '~/testing/draw'
import { LoginForm } from './LoginForm'

const answers = vi.fn<(request: Request) => Promise<Response>>()
beforeEach(() => vi.stubGlobal('fetch', answers))
afterEach(() => {
  answers.mockReset()
  vi.unstubAllGlobals()
})

const answer = (status: number, body: object) => new Response(JSON.stringify(body), { status })
const session = {
  member: { id: 'm', name: '周敏', language: 'zh' },
  department: null,
  permissions: [],
  company: { name: '江城智联', zone: 'Asia/Shanghai', currency: 'CNY' },
}

it('logs in with what was typed and hands the session on', async () => {
  const bodies: unknown[] = []
  answers.mockImplementation(async (request) => {
    bodies.push(await request.json())
    return answer(200, session)
  })
  const done = vi.fn()
  const { screen, user } = await draw(<LoginForm onDone={done} />)

  await user.type(screen.getByLabelText('账号'), ' zhou ')
  await user.type(screen.getByLabelText('密码'), ' s3cret ')
  await user.click(screen.getByLabelText('30 天内保持登录'))
  await user.click(screen.getByRole('button', { name: '登录' }))

  await vi.waitFor(() => expect(done.mock.calls[0]?.[0]).toEqual(session))
  expect(bodies).toEqual([{ login: 'zhou', password: ' s3cret ', stay: true }])
})

it('says why it was refused and keeps what was typed', async () => {
  answers.mockResolvedValue(answer(401, { status: 401, code: 'log-in-refused', title: '账号或密码不对' }))
  const { screen, user } = await draw(<LoginForm onDone={vi.fn()} />)

  await user.type(screen.getByLabelText('账号'), 'zhou')
  await user.type(screen.getByLabelText('密码'), 'wrong')
  await user.click(screen.getByRole('button', { name: '登录' }))

  expect((await screen.findByRole('alert')).textContent).toContain('账号或密码不对')
  expect(screen.getByLabelText('账号')).toHaveProperty('value', 'zhou')
})
