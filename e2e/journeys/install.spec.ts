import { expect, test } from '../harness/fixtures.ts'
import { logIn } from '../harness/people.ts'
import { dialog } from '../harness/sheet.ts'

/** The app on a phone's home screen: installed, and honest when the server is out of reach. */
test.use({ serviceWorkers: 'allow' })
test.skip(({ language, isMobile }) => language !== 'zh' || !isMobile, 'it is installed on the phone')

test('it can be installed, keeps its own files and no answer', async ({ page }) => {
  await logIn(page, 'sales')
  await page.goto('/customers', { waitUntil: 'networkidle' })
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))

  const manifest = await (await page.request.get('/manifest.webmanifest')).json()
  expect(manifest).toMatchObject({ short_name: '先机', display: 'standalone', start_url: '/workbench' })
  for (const { src } of manifest.icons) expect((await page.request.get(src)).headers()['content-type']).toMatch(/^image\//)

  const kept = await page.evaluate(async () => {
    const names = await caches.keys()
    const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()))
    return all.flat().map(({ url }) => new URL(url).pathname)
  })
  expect(kept).toContain('/offline.html')
  expect(kept.length).toBeGreaterThan(50)
  expect(kept.filter((path) => path !== '/offline.html' && !path.startsWith('/assets/'))).toEqual([])
})

test('without a network it says so, and what was typed is there when it is back', async ({
  page,
  context,
  picture,
  expectNoBarriers,
}) => {
  await logIn(page, 'sales')
  await page.goto('/customers?panel=new', { waitUntil: 'networkidle' })
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller?.state)).toBe('activated')
  await dialog(page).getByLabel('客户名称', { exact: true }).fill('半途而止的客户')

  await context.setOffline(true)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: '连不上服务器' })).toBeVisible()
  await expect(page.getByText('此设备目前没有网络')).toBeVisible()
  await picture('offline')
  await expectNoBarriers()

  // Nobody has to press anything.
  await context.setOffline(false)
  await expect(dialog(page).getByLabel('客户名称', { exact: true })).toHaveValue('半途而止的客户')
})
