import type { Page } from '@playwright/test'
import { expect, test } from '../harness/fixtures.ts'
import { logIn, type Who } from '../harness/people.ts'
import { choose, dialog, find, finish, fromMenu, press, write } from '../harness/sheet.ts'

/** The turns that a deal need not take: lost, exempted, waived, refused, converted, dragged, narrowed. */
test.describe.configure({ timeout: 120_000 })
test.skip(({ language, isMobile }) => language !== 'zh' || isMobile, 'each turn is taken once')

test('a card is dragged to the next stage, and by its own button, and the gate answers', async ({ page, picture }) => {
  const name = '看板上的项目'
  await project(page, name)
  await page.goto('/projects?as=board')
  const card = page.getByRole('listitem').filter({ hasText: name })
  await card.dragTo(page.getByRole('heading', { name: /^需求分析/ }))
  await expect(dialog(page)).toContainText('市场调研报告已归档')
  await picture('turn-board-refused')
  await press(dialog(page), '知道了')
  await page.getByRole('button', { name: `把「${name}」推进到需求分析` }).press('Enter')
  await expect(dialog(page)).toContainText('市场调研报告已归档')
})

test('the board keeps the filter of the list', async ({ page }) => {
  await project(page, '滨江泵站')
  await project(page, '云山水厂')
  await page.goto('/projects')
  await page.getByRole('searchbox').fill('滨江')
  await page.getByRole('searchbox').press('Enter')
  await expect(page.getByRole('link', { name: '云山水厂' })).toHaveCount(0)
  await page.getByText('看板', { exact: true }).click()
  await expect(page.getByRole('link', { name: '滨江泵站' })).toBeVisible()
  await expect(page.getByRole('link', { name: '云山水厂' })).toHaveCount(0)
})

test('an exemption is asked for, approved, and opens the gate once', async ({ page, picture }) => {
  const name = '客户要求先行的项目'
  await project(page, name)
  await open(page, 'sales', name)
  await press(page, '申请豁免')
  await write(dialog(page), { 原因: '客户要求先行' })
  await finish(page, '提交申请')
  await expect(page.getByText('已提交豁免申请')).toBeVisible()
  await decide(page, 'executive', '关卡豁免', name)
  await picture('turn-exempted')
  await open(page, 'sales', name)
  await press(page, '推进到需求分析')
  await expect(page.getByRole('button', { name: '推进到方案设计' })).toBeVisible()
})

test('a waiver is asked for with a reason and approved', async ({ page, picture }) => {
  const name = '免办立项的项目'
  const id = await project(page, name)
  await post(page, '/filings', {
    form: 'market-research',
    subject: { kind: 'project', id },
    fields: { industry: '水务', needs: '监测', rivals: '两家' },
  })
  await post(page, `/projects/${id}/advance`, { to: 'requirements' })
  await page.goto('/workbench')
  const owed = page.getByRole('listitem').filter({ hasText: name }).filter({ hasText: '申请立项' })
  await owed.getByRole('button', { name: '申请立项的更多操作' }).click()
  await page.getByRole('menuitem', { name: '申请免办' }).click()
  await write(dialog(page), { 为什么可以不办: '框架协议下的续签' })
  await finish(page, '申请免办')
  await decide(page, 'executive', '事项免办', name)
  await open(page, 'salesManager', name)
  await page.getByRole('tab', { name: '合规' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: '申请立项' }).getByText('已免办')).toBeVisible()
  await picture('turn-waived')
})

test('a deal is lost with its reason, and the summary is owed', async ({ page, picture }) => {
  const name = '丢掉的项目'
  await project(page, name)
  await open(page, 'sales', name)
  await fromMenu(page, '更多', '丢单')
  await choose(dialog(page), '原因类别', '价格')
  await write(dialog(page), { 原因: '比对手高一成' })
  await finish(page, '丢单')
  await expect(page.getByText('丢单').first()).toBeVisible()
  await expect(page.getByText('价格 · 比对手高一成')).toBeVisible()
  await picture('turn-lost')
  await page.getByRole('tab', { name: '合规' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: '项目总结' }).first()).toBeVisible()
})

test('needs are handed over and refused with a reason', async ({ page, picture }) => {
  const title = '泵站能耗咨询'
  await inquiry(page, title)
  await as(page, 'consultant', '/inquiries')
  await page.getByRole('link', { name: title }).click()
  await fromMenu(page, '更多', '移交销售')
  await find(dialog(page), '移交给', '王凯')
  await choose(dialog(page), '意向', '中')
  await finish(page, '移交销售')
  await as(page, 'sales', '/workbench')
  await page.getByRole('link', { name: title }).first().click()
  await page.getByRole('tab', { name: '移交与回访' }).click()
  await press(page, '拒绝')
  await write(dialog(page), { 原因: '不在我方区域' })
  await finish(page, '拒绝')
  await expect(page).toHaveURL(/\/workbench$/)
  await as(page, 'consultant', '/inquiries')
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('tab', { name: '移交与回访' }).click()
  await expect(page.getByText('拒绝原因：不在我方区域')).toBeVisible()
  await picture('turn-refused')
})

test('an inquiry is converted into a project that carries everything over', async ({ page }) => {
  const title = '水厂自控改造咨询'
  await inquiry(page, title, 'salesManager')
  await as(page, 'salesManager', '/inquiries')
  await page.getByRole('link', { name: title }).click()
  await fromMenu(page, '更多', '转为项目')
  await write(dialog(page), { 项目名称: '水厂自控改造', 预计金额: '800000' })
  await press(dialog(page), '转为项目')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('水厂自控改造')
  await expect(page.getByRole('link', { name: new RegExp(`^ZX-.*${title}`) })).toBeVisible()
})

test('a pack of one’s own shows every mistake, then is published', async ({ page, picture }) => {
  await as(page, 'administrator', '/policies')
  await press(page, '发布自有制度')
  const sheet = dialog(page)
  await write(sheet, { 制度标识: 'qiming' })
  const pack = 'id = "qiming"\nversion = "1.0"\nname = { zh = "启明售前制度" }\nextends = ["standard"]\n'
  await sheet.getByLabel('文件', { exact: true }).setInputFiles([
    { name: 'pack.toml', mimeType: 'text/plain', buffer: Buffer.from(`${pack}[settings]\nno-such-setting = 1\n`) },
  ])
  await press(sheet, '检查')
  await expect(sheet.getByRole('listitem').filter({ hasText: 'no-such-setting' })).toBeVisible()
  await picture('turn-pack-mistakes')
  await sheet.getByLabel('文件', { exact: true }).setInputFiles([
    { name: 'pack.toml', mimeType: 'text/plain', buffer: Buffer.from(`${pack}[settings]\nlow-response = 80\n`) },
  ])
  await press(sheet, '检查')
  await expect(sheet.getByText('检查通过，版本 1.0')).toBeVisible()
  await finish(page, '发布')
  await expect(page.getByRole('link', { name: '启明售前制度' })).toBeVisible()
})

test('all that is owed is narrowed by person, rule and state, and the address keeps it', async ({ page, picture, expectNoBarriers }) => {
  await project(page, '应办很多的项目')
  await as(page, 'salesManager', '/obligations')
  await press(page, '+ 条件')
  const editor = page.locator('.ant-popover:visible')
  await choose(editor, '字段', '谁来办')
  await find(editor, '值', '王凯')
  await press(editor, '添加条件')
  await expect(page.getByText('谁来办：王凯')).toBeVisible()
  await expect(page.getByRole('link', { name: '市场调研' }).first()).toBeVisible()
  await page.reload()
  await expect(page.getByText('谁来办：王凯')).toBeVisible()
  await picture('turn-obligations')
  await expectNoBarriers()
})

test('somebody’s log-ins are seen and ended, and leaving is asked for twice', async ({ page, browser, xianji, picture }) => {
  const other = await (await browser.newContext({ locale: 'zh-CN', baseURL: xianji.address })).newPage()
  await logIn(other, 'finance')
  await as(page, 'administrator', '/members')
  await page.getByRole('link', { name: '孙悦' }).click()
  const logIns = page.getByRole('listitem').filter({ hasText: '登录于' })
  await expect(logIns.first()).toBeVisible()
  const before = await logIns.count()
  await logIns.first().getByRole('button', { name: '结束' }).click()
  await expect(logIns).toHaveCount(before - 1)
  await fromMenu(page, '更多', '停用')
  await expect(dialog(page)).toContainText('未办事项按制度转给现任者')
  await picture('turn-deactivate')
  await press(dialog(page), '取消')
  await expect(page.getByText('在职').first()).toBeVisible()
  await other.context().close()
})

test('the language follows its reader to another browser', async ({ page, browser, xianji }) => {
  await as(page, 'engineer', '/workbench')
  await page.getByRole('button', { name: '李想的菜单' }).click()
  await page.getByRole('menuitem', { name: 'English' }).click()
  await expect(page.getByText('What I owe')).toBeVisible()
  const other = await (await browser.newContext({ locale: 'zh-CN', baseURL: xianji.address })).newPage()
  await logIn(other, 'engineer')
  await other.goto('/workbench')
  await expect(other.getByText('What I owe')).toBeVisible()
  await other.context().close()
})

async function as(page: Page, who: Who, address: string) {
  await logIn(page, who)
  await page.goto(address)
}

async function post(page: Page, path: string, data: unknown): Promise<{ id: string }> {
  const answer = await page.request.post(`/api/v1${path}`, { data })
  expect(answer.ok(), await answer.text()).toBe(true)
  return answer.json()
}

/** A project of the salesperson's, behind the screen. */
async function project(page: Page, name: string): Promise<string> {
  await logIn(page, 'sales')
  const amount = { amount: 90_000_000, currency: 'CNY' }
  const customer = (await post(page, '/customers', { name: `${name}的客户`, kind: 'company' })).id
  return (await post(page, '/projects', { name, kind: 'integration', amount, customer })).id
}

/** An inquiry that somebody took in and answered, behind the screen. */
async function inquiry(page: Page, title: string, who: Who = 'consultant'): Promise<string> {
  await logIn(page, who)
  const customer = await post(page, '/customers', { name: `${title}的客户`, kind: 'company' })
  const asked = { channel: 'phone', title, question: `${title}？`, customer_id: customer.id }
  const { id } = await post(page, '/inquiries', asked)
  await post(page, `/inquiries/${id}/take`, {})
  await post(page, `/inquiries/${id}/reply`, { body: '可以。', source: '手册' })
  return id
}

async function open(page: Page, who: Who, name: string) {
  await as(page, who, '/projects')
  await page.getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
}

/** Approves the request about a record that waits for somebody. */
async function decide(page: Page, who: Who, request: string, record: string) {
  await as(page, who, '/workbench')
  const waiting = page.getByRole('listitem').filter({ hasText: request }).filter({ hasText: record })
  await waiting.getByRole('button', { name: '审批', exact: true }).first().click()
  await press(page, '同意')
  await finish(page, '同意')
}
