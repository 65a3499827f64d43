import { act } from '@testing-library/react'
import { expect, it } from 'vitest'
import { draw } from '~/testing/draw'
import { ReleaseNotice } from './ReleaseNotice'
import { keepRelease } from './release'

/** The part of the browser that has service workers. */
class Container extends EventTarget {
  controller = null
  register = () => new Promise<never>(() => undefined)
}

it('tells of another release, not of the first', async () => {
  const container = new Container()
  keepRelease(container)
  const { screen } = await draw(<ReleaseNotice />)
  const takeOver = () => act(() => container.dispatchEvent(new Event('controllerchange')))

  takeOver()
  expect(screen.queryByRole('status')).toBeNull()

  takeOver()
  expect(screen.getByRole('status').textContent).toContain('系统已更新')
  expect(screen.getByRole('button', { name: '刷新' })).toBeTruthy()
})

it('does without where the browser has no service workers', () => {
  expect(() => keepRelease(undefined)).not.toThrow()
})
