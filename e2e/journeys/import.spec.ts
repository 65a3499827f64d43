import { readFile } from 'node:fs/promises'
import { expect, test } from '../harness/fixtures.ts'
import { logIn } from '../harness/people.ts'
import { press } from '../harness/sheet.ts'

test.skip(({ language, isMobile }) => language !== 'zh' || isMobile, 'a file is taken in once')

const list = [
  '公司名称,统一社会信用代码,行业,联系人,手机',
  '东湖智造有限公司,91350100M000100Y43,制造,王芳,13907120001',
  '北湖能源,1234,能源,,',
  '南湖水务,,水务,,13907120003',
].join('\n')

test('a list is taken in, its broken rows are mended and taken in too, and all of it is undone', async ({
  page,
  picture,
  expectNoBarriers,
}) => {
  await logIn(page, 'sales')
  await page.goto('/customers')
  const bring = async (name: string, text: string) => {
    await page.getByRole('button', { name: '导入' }).click()
    const chosen = { name, mimeType: 'text/csv', buffer: Buffer.from(text) }
    await page.locator('.ant-modal input[type="file"]').setInputFiles(chosen)
    await expect(page.getByRole('heading', { name })).toBeVisible()
  }

  await bring('客户.csv', list)
  await expect(page.getByText('第 3 行')).toHaveCount(0)
  await expectNoBarriers()
  await press(page, '检查全部行')
  await expect(page.getByText(/共 3 行：1 行可以导入，2 行有误/)).toBeVisible()
  await expect(page.getByText('第 3 行')).toBeVisible()
  await picture('import-checked')
  await press(page, '开始导入')
  await expect(page.getByText('已完成')).toBeVisible()
  await expect(page.getByText('失败的行')).toBeVisible()
  await expectNoBarriers()
  await picture('import-result')

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载为 csv' }).click()
  const failed = await readFile(await (await download).path(), 'utf8')
  expect(failed).toContain('原因')
  const mended = failed.replace('1234', '91110000600037341L').replace('"水务","",', '"水务","李强",')

  await page.goto('/customers')
  await bring('客户-改正.csv', mended)
  await press(page, '开始导入')
  await expect(page.getByText('已完成')).toBeVisible()
  await expect(page.getByText('失败的行')).toHaveCount(0)

  await press(page, '撤销导入')
  await page.getByRole('dialog').getByRole('button', { name: '撤销导入' }).click()
  await expect(page.getByText('已撤销')).toBeVisible()
  await expect(page.getByText('已归档 2 条；0 条之后有人处理过，予以保留。')).toBeVisible()
})
