import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'

/** People of the starter company, by what they do. */
export const people = {
  executive: 'linlan',
  administrator: 'chenli',
  finance: 'sunyue',
  salesManager: 'wutong',
  sales: 'wangkai',
  engineer: 'lixiang',
  deskLead: 'zhaoqian',
  consultant: 'zhoumin',
} as const

export type Who = keyof typeof people

export const password = 'kai-shi-2026'

/** Logs in behind the screen; the log-in page has a journey of its own. Whoever was logged in is so no longer. */
export async function logIn(page: Page, who: Who): Promise<void> {
  const answer = await page.request.post('/api/v1/session', {
    data: { login: people[who], password, stay: false },
  })
  expect(answer.status(), await answer.text()).toBe(200)
  // The member's language goes before the browser's.
  if ((await page.evaluate(() => navigator.language)).startsWith('en')) {
    const chosen = await page.request.post('/api/v1/session/language', { data: { language: 'en' } })
    expect(chosen.status(), await chosen.text()).toBe(204)
  }
}
