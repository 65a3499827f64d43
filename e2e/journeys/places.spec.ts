import type { Page } from '@playwright/test'
import { expect, test } from '../harness/fixtures.ts'
import type { Ground } from '../harness/ground.ts'
import { logIn, password, people, type Who } from '../harness/people.ts'

test('a consultant logs in and stands at the workbench', async ({ page, language }) => {
  await page.goto('/')
  await page.locator('input[autocomplete="username"]').fill(people.consultant)
  await page.locator('input[type="password"]').fill(password)
  await page.getByRole('button', { name: language === 'zh' ? /登\s?录/ : /(log|sign) in/i }).click()
  await expect(page).toHaveURL(/\/workbench$/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('周敏')
})

/** Who looks at which pages: every address that the program has, once. A name of the ground is its record's address. */
const tours: readonly { who: Who; pages: readonly (keyof Ground | `/${string}`)[] }[] = [
  { who: 'consultant', pages: ['/workbench', '/notifications', '/notifications/settings'] },
  {
    who: 'sales',
    pages: ['/customers', 'customer', 'contact', 'interaction', '/leads', 'lead', '/exports', 'export'],
  },
  { who: 'sales', pages: ['/projects', '/projects?as=board', 'project', 'initiation', 'task', 'milestone'] },
  { who: 'deskLead', pages: ['/inquiries', 'inquiry', 'handover'] },
  { who: 'salesManager', pages: ['/workbench', '/obligations', 'obligation'] },
  {
    who: 'executive',
    pages: ['/approvals', 'approval', '/compliance', '/compliance?tab=clauses', '/compliance/records', 'control'],
  },
  {
    who: 'administrator',
    pages: ['/administration', '/rates', '/holidays', '/policies', 'policy', '/departments', 'department'],
  },
  {
    who: 'administrator',
    pages: ['/members', 'member', '/positions', '/jobs', '/ledger', '/nowhere'],
  },
]

for (const [at, { who, pages }] of tours.entries()) {
  test(`${at + 1}. what the ${who} sees stands by day and by night, without a barrier`, async ({
    page,
    picture,
    expectNoBarriers,
    language,
    isMobile,
    ground,
  }) => {
    test.setTimeout(180_000)
    const tools = { page, picture, expectNoBarriers, language, isMobile }
    // A page that listens is never at rest, and pictures are taken at rest.
    await page.addInitScript('delete window.EventSource')
    await logIn(page, who)
    for (const one of pages) await look(tools, one, isAddress(one) ? one : ground[one])
  })
}

test('what people outside see stands without a barrier', async ({
  page,
  picture,
  expectNoBarriers,
  language,
  isMobile,
  ground,
}) => {
  const tools = { page, picture, expectNoBarriers, language, isMobile }
  for (const one of ['/login', '/p/inquiry', 'shared', 'response'] as const)
    await look(tools, one, isAddress(one) ? one : ground[one])
})

interface Tools {
  page: Page
  picture: (name: string) => Promise<void>
  expectNoBarriers: () => Promise<void>
  language: 'zh' | 'en'
  isMobile: boolean | undefined
}

/** One language looks at both appearances on the desk, the other on the phone: colours do not hang on words. */
async function look({ page, picture, expectNoBarriers, language, isMobile }: Tools, name: string, address: string) {
  const both = (language === 'zh') !== Boolean(isMobile)
  for (const colorScheme of both ? (['light', 'dark'] as const) : (['light'] as const)) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    if (colorScheme === 'light') await page.goto(address, { waitUntil: 'networkidle' })
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
    if (!gone.test(address)) await expect(page.getByRole('alert')).toHaveCount(0)
    await picture(`${name.replace(/\W+/g, '-').replace(/^-/, '')}-${colorScheme}`)
    await expectNoBarriers()
  }
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(beyond, `${name} reaches beyond the screen`).toBeLessThanOrEqual(0)
  const words = await page.locator('body').innerText()
  expect(words.match(RAW), `${name} shows what only programs read`).toBeNull()
}

/** Addresses at which an alert is what is to be seen: a link that is over, and near the end of a year the next one's missing holidays. */
const gone = /\/gone$|^\/holidays$/
const isAddress = (one: string): one is `/${string}` => one.startsWith('/')
/** Ids and texts that were asked for but are not there. */
const RAW = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-|\b(workbench|notification|mailing|compliance|approval|obligation|policy|member)\.[a-z]+\.[a-z]+/
