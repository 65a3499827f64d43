import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { loginAgain, send } from './fetching'
import { SignedOut } from './problem'

const address = 'http://localhost/api/v1/projects'
const answers = vi.fn<(request: Request) => Promise<Response>>()
const keysSent = () => answers.mock.calls.map(([request]) => request.headers.get('Idempotency-Key'))

beforeEach(() => vi.stubGlobal('fetch', answers))
afterEach(() => {
  answers.mockReset()
  vi.unstubAllGlobals()
})

it('gives every POST a key of its own', async () => {
  answers.mockImplementation(async () => new Response('{}'))
  await send(new Request(address, { method: 'POST', body: '{}' }))
  await send(new Request(address, { method: 'POST', body: '{}' }))
  await send(new Request(address))

  const [first, second, read] = keysSent()
  expect(first).toMatch(/^[0-9a-f]{32}$/)
  expect(second).not.toBe(first)
  expect(read).toBeNull()
})

it('sends a POST that reached nobody again, with the same key', async () => {
  answers.mockRejectedValueOnce(new TypeError('Failed to fetch')).mockResolvedValueOnce(new Response('{}'))

  expect((await send(new Request(address, { method: 'POST', body: '{}' }))).status).toBe(200)

  const [first, second] = keysSent()
  expect(second).toBe(first)
})

it('never repeats a PATCH by itself', async () => {
  answers.mockRejectedValue(new TypeError('Failed to fetch'))
  await expect(send(new Request(address, { method: 'PATCH', body: '{}' }))).rejects.toThrow(TypeError)
  expect(answers).toHaveBeenCalledOnce()
})

it('lets a refused request wait for the log-in and then sends what was typed', async () => {
  answers.mockResolvedValueOnce(new Response('', { status: 401 }))
  const bodies: string[] = []
  answers.mockImplementation(async (request) => {
    bodies.push(await request.text())
    return new Response('{}')
  })
  const sent = send(new Request(address, { method: 'POST', body: '{"name":"x"}' }))
  await vi.waitUntil(() => loginAgain.isWaiting())

  loginAgain.given()

  expect((await sent).status).toBe(200)
  expect(bodies).toEqual(['{"name":"x"}'])
  expect(loginAgain.isWaiting()).toBe(false)
})

it('tells a waiting request that no log-in came', async () => {
  answers.mockResolvedValue(new Response('', { status: 401 }))
  const sent = send(new Request(address))
  await vi.waitUntil(() => loginAgain.isWaiting())

  loginAgain.refused()

  await expect(sent).rejects.toThrow(SignedOut)
})

it('hands a refused log-in to the page that asked', async () => {
  answers.mockResolvedValue(new Response('', { status: 401 }))
  expect((await send(new Request('http://localhost/api/v1/session'))).status).toBe(401)
})
