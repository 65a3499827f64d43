import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { test as base, type ConsoleMessage, expect } from '@playwright/test'
import { type Ground, walkGround } from './ground.ts'
import { startXianji, type Xianji } from './xianji.ts'

export { expect }

export interface Settings {
  /** The language that the browser asks for. */
  language: 'zh' | 'en'
}

interface Tools {
  /** Fails the test when the console shows an error or the page asks another host. Always on. */
  quietConsole: undefined
  /** Keeps a picture of the page in `screenshots/<project>/`. */
  picture: (name: string) => Promise<void>
  /** Fails when axe finds a barrier on the page as it stands. */
  expectNoBarriers: () => Promise<void>
}

interface Shared {
  /** One program for all tests of a worker: a test makes the records that it changes. */
  xianji: Xianji
  /** Records to look at, walked once for a worker. */
  ground: Ground
}

export const test = base.extend<Settings & Tools, Shared>({
  language: ['zh', { option: true }],

  xianji: [
    // Empty, because Playwright reads from the pattern which fixtures are wanted.
    async ({}, use) => {
      const xianji = await startXianji()
      await use(xianji)
      await xianji.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  ground: [
    async ({ xianji }, use) => {
      await use(await walkGround(xianji))
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  baseURL: async ({ xianji }, use) => use(xianji.address),

  quietConsole: [
    async ({ page, xianji }, use) => {
      const noise: string[] = []
      page.on('console', (message) => {
        if (message.type() !== 'error' || isRefusal(message, xianji.address) || isSwitchedOff(message)) return
        noise.push(message.text())
      })
      page.on('pageerror', (error) => noise.push(error.stack ?? error.message))
      page.on('request', (request) => {
        if (isForeign(request.url(), xianji.address)) noise.push(`asked for ${request.url()}`)
      })
      await use(undefined)
      expect(noise, 'what the console showed').toEqual([])
    },
    { auto: true },
  ],

  picture: async ({ page }, use, info) => {
    const folder = join(import.meta.dirname, '../screenshots', info.project.name)
    await use(async (name) => {
      await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
    })
  },

  expectNoBarriers: async ({ page }, use) => {
    await use(async () => {
      const { violations } = await new AxeBuilder({ page }).analyze()
      const found = violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map((node) => node.html) }))
      expect(found, 'what axe found').toEqual([])
    })
  },
})

/** The browser reports every 4xx as an error; a refusal by the API is an answer like any other. */
function isRefusal(message: ConsoleMessage, address: string): boolean {
  return message.location().url.startsWith(`${address}/api/`) && / status of 4\d\d /.test(message.text())
}

/** Only a test takes the network away. */
const isSwitchedOff = (message: ConsoleMessage) => message.text().endsWith('net::ERR_INTERNET_DISCONNECTED')

function isForeign(url: string, address: string): boolean {
  return /^(https?|wss?):/.test(url) && new URL(url).host !== new URL(address).host
}
