import { expect, test } from '../harness/fixtures.ts'
import { logIn } from '../harness/people.ts'

test('a page follows what a colleague changes, and two tabs share one line', async ({
  page,
  browser,
  xianji,
  language,
  isMobile,
}) => {
  test.skip(isMobile === true, 'what is heard does not hang on the screen')
  await logIn(page, 'sales')
  const customer = await page.request.post('/api/v1/customers', { data: { name: '望江燃气', kind: 'company' } })
  expect(customer.status(), await customer.text()).toBe(201)
  const { id } = await customer.json()
  const lines: string[] = []
  page.context().on('request', (request) => {
    if (request.url().includes('/api/v1/events')) lines.push(request.url())
  })
  await page.goto(`/customers/${id}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('望江燃气')
  const second = await page.context().newPage()
  await second.goto(`/customers/${id}`)
  await expect(second.getByRole('heading', { level: 1 })).toContainText('望江燃气')
  await expect.poll(() => lines.length).toBe(1)

  const elsewhere = await browser.newContext({ baseURL: xianji.address, locale: language })
  const colleague = await elsewhere.newPage()
  await logIn(colleague, 'salesManager')
  const read = await colleague.request.get(`/api/v1/customers/${id}`)
  const changed = await colleague.request.patch(`/api/v1/customers/${id}`, {
    headers: { 'If-Match': read.headers().etag ?? '' },
    data: { name: '望江燃气集团' },
  })
  expect(changed.status(), await changed.text()).toBe(200)
  for (const tab of [page, second])
    await expect(tab.getByRole('heading', { level: 1 })).toContainText('望江燃气集团')
  await elsewhere.close()
})

test('somebody says what comes by mail and puts the dues into a calendar', async ({ page, picture, language }) => {
  const zh = language === 'zh'
  await logIn(page, 'consultant')
  await page.goto('/notifications')
  await page.getByRole('link', { name: zh ? '邮件与日历' : 'Mail and calendar' }).click()
  await page.getByText(zh ? '我的休息时间' : 'My own rest').click()
  await page.getByRole('button', { name: zh ? /^保\s?存$/ : 'Save' }).click()
  await expect(page.getByRole('button', { name: zh ? /^保\s?存$/ : 'Save' })).toBeDisabled()
  await page.getByRole('button', { name: zh ? '生成链接' : 'Make a link' }).click()
  const link = page.getByRole('textbox', { name: zh ? '链接' : 'Link' })
  await expect(link).toHaveValue(/\.ics$/)
  await picture('mail-and-calendar')
  const calendar = await page.request.get(await link.inputValue())
  expect(calendar.headers()['content-type']).toContain('text/calendar')
  expect(await calendar.text()).toContain('BEGIN:VCALENDAR')
})
