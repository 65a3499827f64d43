import { test as base, expect } from '../harness/fixtures.ts'
import { choose, dialog, findEach, finish, press, write } from '../harness/sheet.ts'
import { startXianji, type Xianji } from '../harness/xianji.ts'

const first = { login: 'chenli', name: '陈立', password: 'di-yi-tian-2026' }
const consultant = { login: 'zhoumin', name: '周敏', password: 'zi-xun-tai-2026' }
const lead = { login: 'zhaoqian', name: '赵倩', password: 'zu-zhang-2026' }

/** A company of its own: nothing but an empty folder and its first administrator. */
const test = base.extend<object, { xianji: Xianji }>({
  xianji: [
    async ({}, use) => {
      const { login, name, password } = first
      const xianji = await startXianji({
        starter: false,
        before: { command: ['user', 'add', login, '--name', name], input: `${password}\n` },
      })
      await use(xianji)
      await xianji.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
})

test.describe.configure({ mode: 'serial', timeout: 120_000 })
test.skip(({ language, isMobile }) => language !== 'zh' || isMobile, 'a company is founded once')

test('the first administrator logs in and is led to what a company needs', async ({ page, picture }) => {
  await enter(page, first)
  await expect(page.getByRole('heading', { level: 1 })).toContainText(first.name)
  await expect(page.getByText('已完成 0 / 4')).toBeVisible()
  await expect(page.getByRole('link', { name: '设置部门' })).toHaveAttribute('href', '/departments')
  await picture('new-company-workbench')
  await page.getByRole('link', { name: '选择制度' }).click()
  await expect(page).toHaveURL(/\/policies$/)
})

test('the company gets its name and its rules', async ({ page }) => {
  await enter(page, first)
  await page.getByRole('link', { name: '管理' }).first().click()
  await write(page, { 公司名称: '江城启明软件有限公司' })
  await press(page, '保存')
  await expect(page.getByText('已保存')).toBeVisible()

  await page.getByRole('link', { name: '制度', exact: true }).click()
  await expect(page.getByText('还没有现行制度')).toBeVisible()
  await publish(page, '标准售前制度')
  await publish(page, '售前咨询台')
  await adopt(page, '标准售前制度', '总公司')
  await expect(page.getByText('还没有现行制度')).toHaveCount(0)
})

test('departments are founded, and the desk gets its own rules', async ({ page }) => {
  await enter(page, first)
  await page.goto('/departments')
  for (const name of ['销售部', '咨询部']) {
    await page.getByRole('button', { name: '增设下级' }).first().click()
    await write(dialog(page), { 部门名称: name })
    await finish(page, '增设')
    await expect(page.getByText(name, { exact: true })).toBeVisible()
  }
  await page.goto('/policies')
  await adopt(page, '售前咨询台', '咨询部')
})

test('people get their log-ins, positions and skills', async ({ page, picture }) => {
  await enter(page, first)
  await hire(page, lead, '咨询部', ['咨询组长'], true)
  await hire(page, consultant, '咨询部', ['咨询顾问'], false)
  await press(page, '登记能力')
  await choose(dialog(page), '能力', '产品知识')
  await write(dialog(page), { 等级: '2' })
  await finish(page, '保存')
  await expect(page.getByText('2 级')).toBeVisible()
  await picture('new-company-member')
  await page.goto('/positions')
  await expect(page.getByText('咨询顾问').first()).toBeVisible()
})

test('somebody asks over the web, and the one whose turn it is answers', async ({ page, picture }) => {
  await page.goto('/p/inquiry')
  await write(page, {
    您的问题: '贵公司的分区计量终端防护等级是多少？能否泡水？',
    您的姓名: '叶旸',
    您的单位: '江城水务集团',
    邮箱: 'ye.yang@jcwater.example',
  })
  await press(page, '提交咨询')
  await expect(page.getByText('已收到您的咨询')).toBeVisible()

  await enter(page, lead)
  await page.goto('/inquiries')
  await page.getByRole('link', { name: /分区计量终端防护等级/ }).click()
  await press(page, '分类')
  await choose(dialog(page), '分类', '产品咨询')
  await choose(dialog(page), '优先级', '普通')
  await finish(page, '分类')

  await enter(page, consultant)
  await page.goto('/workbench')
  await picture('new-company-consultant')
  await page.getByRole('link', { name: /分区计量终端防护等级/ }).first().click()
  await press(page, '匹配客户')
  await press(dialog(page), '客户不在库中，新建客户')
  await finish(page, '保存')
  await write(page, { 答复客户: 'IP68，可在 1 米水深长期工作。', 答复依据: '产品手册 3.2 节' })
  await press(page, '答复客户')
  await expect(page.getByText('IP68，可在 1 米水深长期工作。').first()).toBeVisible()
  await expect(page.getByText('已答复').first()).toBeVisible()
  await picture('new-company-answered')
})

type Page = import('@playwright/test').Page

async function enter(page: Page, { login, password }: typeof first) {
  await page.context().clearCookies()
  await page.goto('/login')
  await write(page, { 账号: login, 密码: password })
  await press(page, '登录')
  await expect(page).toHaveURL(/\/workbench$/)
}

async function publish(page: Page, pack: string) {
  await page.getByRole('listitem').filter({ hasText: pack }).getByRole('button', { name: '发布' }).click()
  await expect(
    page.getByRole('listitem').filter({ hasText: pack }).getByRole('button', { name: '启用' }),
  ).toBeVisible()
}

async function adopt(page: Page, pack: string, department: string) {
  await page.getByRole('listitem').filter({ hasText: pack }).getByRole('button', { name: '启用' }).click()
  await choose(dialog(page), '为哪个部门', department)
  await press(dialog(page), '启用')
  // What nobody holds yet is told first.
  await expect(dialog(page)).toContainText('暂无人担任')
  await finish(page, '知道了')
}

async function hire(page: Page, person: typeof first, department: string, posts: string[], head: boolean) {
  await page.goto('/members')
  await press(page, '新增人员')
  const sheet = dialog(page)
  await write(sheet, { 姓名: person.name, 账号: person.login, 初始密码: person.password })
  await choose(sheet, '部门', department)
  await findEach(sheet, '岗位', posts)
  if (head) await sheet.getByRole('switch', { name: '任部门负责人' }).click()
  await finish(page, '新增人员')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(person.name)
}
