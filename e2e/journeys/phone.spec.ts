import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../harness/fixtures.ts'
import { logIn } from '../harness/people.ts'
import { dialog } from '../harness/sheet.ts'

/** The work of the road, by one thumb at 360 px: what is pressed is low, large enough, and never enlarges the page. */
test.skip(({ language, isMobile }) => language !== 'zh' || !isMobile, 'it is done on the phone')

const THUMB = 44

test('a request is approved from the workbench, then another with its whole page open', async ({
  page,
  picture,
  expectNoBarriers,
}) => {
  for (const recipient of ['江南集成', '滨海集成']) await askToShare(page, recipient)
  await logIn(page, 'salesManager')
  await page.goto('/workbench')
  await press(page, page.getByRole('button', { name: '审批', exact: true }).first())
  await expect(dialog(page).getByRole('link', { name: '查看完整申请' })).toBeVisible()
  await picture('phone-decide')
  await expectNoBarriers()
  await press(page, dialog(page).getByRole('button', { name: '同意', exact: true }))
  await answer(page, '同意提供')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.goto('/approvals')
  await page.getByRole('link', { name: '客户信息外发' }).first().tap()
  const approve = page.getByRole('button', { name: '同意', exact: true })
  await approve.waitFor()
  const { height = 0 } = page.viewportSize() ?? {}
  expect((await approve.boundingBox())?.y, 'the decision stands at the thumb').toBeGreaterThan(height / 2)
  await picture('phone-approval')
  await expectNoBarriers()
  await press(page, approve)
  await answer(page, '情况属实')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByText('情况属实')).toBeVisible()
})

test('an inquiry is answered and a visit noted', async ({ page, picture }) => {
  await logIn(page, 'deskLead')
  const customer = await post(page, '/customers', { name: '云山供水有限公司', kind: 'company' })
  const inquiry = await post(page, '/inquiries', {
    channel: 'phone',
    title: '仪表选型',
    question: 'DN300 管道用哪种流量计？',
    customer_id: customer.id,
  })
  await post(page, `/inquiries/${inquiry.id}/take`, {})
  await page.goto(`/inquiries/${inquiry.id}`)
  await fill(page.getByRole('textbox', { name: '答复客户' }), '建议电磁流量计。')
  await fill(page.getByRole('textbox', { name: '答复依据' }), '产品手册 3.2 节')
  await picture('phone-reply')
  await press(page, page.getByRole('button', { name: '答复客户', exact: true }))
  await expect(page.getByRole('textbox', { name: '答复客户' })).toHaveValue('')
  await expect(page.getByText('建议电磁流量计。').first()).toBeVisible()

  await page.goto(`/customers/${customer.id}?tab=interactions`)
  await press(page, page.getByRole('button', { name: '写拜访记录' }))
  await fill(dialog(page).getByLabel('沟通内容', { exact: true }), '看了现场，三处需要改管。')
  await picture('phone-visit')
  // The way out of a long sheet is in sight without scrolling.
  await expect(dialog(page).getByRole('button', { name: '保存', exact: true })).toBeInViewport({ ratio: 1 })
  await press(page, dialog(page).getByRole('button', { name: '保存', exact: true }))
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByText('看了现场，三处需要改管。').first()).toBeVisible()
})

async function answer(page: Page, words: string) {
  await fill(dialog(page).getByLabel('意见', { exact: true }), words)
  await press(page, dialog(page).getByRole('button', { name: '同意', exact: true }))
}

/** Taps what a thumb can hit. */
async function press(page: Page, what: Locator) {
  await what.waitFor()
  // As it is laid out: a dialog that opens is drawn smaller for a moment.
  const sides = await what.evaluate((one: HTMLElement) => [one.offsetWidth, one.offsetHeight])
  expect(Math.min(...sides), `${what}`).toBeGreaterThanOrEqual(THUMB)
  await what.tap()
  await page.waitForLoadState('networkidle')
}

/** Types where a phone does not enlarge the page for it. */
async function fill(field: Locator, words: string) {
  await field.waitFor()
  const size = await field.evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize))
  expect(size, `${field}`).toBeGreaterThanOrEqual(16)
  await field.fill(words)
}

/** A customer's file that is to go to a partner, asked for by its owner. */
async function askToShare(page: Page, recipient: string) {
  await logIn(page, 'sales')
  const { id } = await post(page, '/customers', { name: `${recipient}的客户`, kind: 'company' })
  const ends = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)
  await post(page, `/customers/${id}/share`, { recipient, reason: '联合投标', ends_on: ends })
}

async function post(page: Page, path: string, data: unknown): Promise<{ id: string }> {
  const made = await page.request.post(`/api/v1${path}`, { data })
  expect(made.ok(), `${path}: ${await made.text()}`).toBe(true)
  return made.json()
}

