import { expect, test } from '../harness/fixtures.ts'
import { logIn } from '../harness/people.ts'
import { dialog } from '../harness/sheet.ts'

/** Work without a mouse: the command menu, the keys and a list gone through row by row. */
test.skip(({ language, isMobile }) => language !== 'zh' || isMobile, 'keys are struck at a desk')

test('a record is made, found and acted on without a mouse', async ({ page, picture, expectNoBarriers }) => {
  await logIn(page, 'sales')
  await page.goto('/workbench')
  await page.getByRole('heading', { level: 1 }).waitFor()
  const menu = page.getByRole('combobox', { name: '记录、页面或操作' })

  await page.keyboard.press('Control+k')
  await expect(menu).toBeFocused()
  await picture('command-menu')
  await expectNoBarriers()
  await menu.pressSequentially('xjkh')
  await expect(page.getByRole('option', { name: '新建客户' })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/customers\?panel=new/)
  await dialog(page).getByLabel('客户名称', { exact: true }).fill('滨江水务集团')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '滨江水务集团' })).toBeVisible()

  await page.keyboard.press('g')
  await page.keyboard.press('w')
  await expect(page).toHaveURL(/\/workbench/)
  await page.keyboard.press('Control+k')
  await menu.fill('滨江')
  const record = page.getByRole('group', { name: '记录' }).getByRole('option', { name: /滨江水务集团/ })
  await expect(record).toBeVisible()
  await expect(async () => {
    await page.keyboard.press('ArrowUp')
    await expect(record).toHaveAttribute('aria-selected', 'true', { timeout: 500 })
  }).toPass()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '滨江水务集团' })).toBeVisible()

  await page.keyboard.press('Control+k')
  await menu.fill('编辑')
  await expect(page.getByRole('group', { name: '此页' }).getByRole('option')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByLabel('客户名称', { exact: true })).toHaveValue('滨江水务集团')
})

test('a list is gone through by keys, and the keys are listed', async ({ page, picture, expectNoBarriers }) => {
  await logIn(page, 'sales')
  for (const name of ['甲水厂', '乙水厂']) await page.request.post('/api/v1/customers', { data: { name, kind: 'company' } })
  await page.goto('/customers?sort=name')
  await page.getByRole('link', { name: '甲水厂' }).waitFor()

  await page.keyboard.press('?')
  await expect(dialog(page)).toContainText('下一行')
  await picture('keys')
  await expectNoBarriers()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.keyboard.press('j')
  const row = page.getByRole('row').filter({ has: page.locator(':scope:focus') })
  await expect(row).toHaveCount(1)
  const name = (await row.getByRole('link').first().innerText()).split('\n')[0] ?? ''
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
})

test('whoever asked for less motion finds what opens behind a button', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await logIn(page, 'sales')
  await page.goto('/workbench')
  await page.getByRole('button', { name: '王凯的菜单' }).click()
  await expect(page.getByRole('menuitem', { name: '命令菜单' })).toBeInViewport()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '通知' }).click()
  await expect(page.getByRole('link', { name: '查看全部通知' })).toBeInViewport()
})
