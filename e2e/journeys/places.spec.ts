import { expect, test } from '../harness/fixtures.ts'
import { logIn, password, people } from '../harness/people.ts'

test('a consultant logs in and stands at the workbench', async ({ page, language }) => {
  await page.goto('/')
  await page.locator('input[autocomplete="username"]').fill(people.consultant)
  await page.locator('input[type="password"]').fill(password)
  await page.getByRole('button', { name: language === 'zh' ? /登\s?录/ : /(log|sign) in/i }).click()
  await expect(page).toHaveURL(/\/workbench$/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('周敏')
})

const places = [
  { who: 'consultant', address: '/workbench', name: 'workbench' },
  { who: 'sales', address: '/customers', name: 'customers' },
  { who: 'deskLead', address: '/inquiries', name: 'inquiries' },
  { who: 'sales', address: '/leads', name: 'leads' },
  { who: 'sales', address: '/projects', name: 'projects' },
  { who: 'salesManager', address: '/approvals', name: 'approvals' },
  { who: 'executive', address: '/compliance', name: 'compliance' },
  { who: 'administrator', address: '/administration', name: 'administration' },
] as const

for (const { who, address, name } of places) {
  test(`${name}: the page stands, by day and by night, without a barrier`, async ({ page, picture, expectNoBarriers }) => {
    await logIn(page, who)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.goto(address, { waitUntil: 'networkidle' })
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
      await expect(page.getByRole('alert')).toHaveCount(0)
      await picture(`${name}-${colorScheme}`)
      await expectNoBarriers()
    }
    const width = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(width, 'nothing reaches beyond the screen').toBeLessThanOrEqual(0)
  })
}

test('the public inquiry form takes a question from anybody', async ({ page, expectNoBarriers, picture }) => {
  await page.goto('/p/inquiry', { waitUntil: 'networkidle' })
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await picture('public-inquiry')
  await expectNoBarriers()
})
