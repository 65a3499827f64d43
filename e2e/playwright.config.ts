import { defineConfig, devices } from '@playwright/test'
import type { Settings } from './harness/fixtures.ts'

const desktop = { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } }
const phone = { ...desktop, viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

const zh = { language: 'zh', locale: 'zh-CN' } as const
const en = { language: 'en', locale: 'en-US' } as const

export default defineConfig<Settings, Settings>({
  testDir: 'journeys',
  outputDir: 'test-results',
  // No second try: a journey that passes now and then is a defect.
  retries: 0,
  workers: 2,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    timezoneId: 'Asia/Shanghai',
    // Each test is a new browser: a worker would fetch the whole app for every one of them.
    serviceWorkers: 'block',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env['XIANJI_CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'zh-desktop', use: { ...desktop, ...zh } },
    { name: 'zh-phone', use: { ...phone, ...zh } },
    { name: 'en-desktop', use: { ...desktop, ...en } },
    { name: 'en-phone', use: { ...phone, ...en } },
  ],
})
