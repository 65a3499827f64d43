import { expect, test } from '../harness/fixtures.ts'

test('whoever is not logged in is asked for name and password', async ({ page, language, picture, expectNoBarriers }) => {
  await page.goto('/')

  await expect(page.locator('html')).toHaveAttribute('lang', language === 'zh' ? /^zh/ : /^en/)
  await expect(page.locator('input[autocomplete="username"]')).toBeVisible()
  await expect(page.locator('input[type="password"]')).toBeVisible()
  await expect(page.getByRole('button', { name: language === 'zh' ? /登\s?录/ : /(log|sign) in/i })).toBeVisible()
  await picture('log-in')
  await expectNoBarriers()
})
