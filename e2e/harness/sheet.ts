import type { Locator, Page } from '@playwright/test'
import { expect } from './fixtures.ts'

/** A page or a part of one. */
export type Place = Page | Locator

const pageOf = (place: Place): Page => ('page' in place ? place.page() : place)

/** The dialog that is open. */
export const dialog = (page: Page): Locator => page.getByRole('dialog').last()

const LINE = 'textarea, input:not([type="radio"]):not([type="checkbox"])'

/** Writes into lines by their labels; an amount or a day is written as its text. */
export async function write(place: Place, texts: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(texts)) {
    const line = place.getByLabel(label, { exact: true }).and(pageOf(place).locator(LINE))
    await line.fill(text)
    // A day is taken when its field is left.
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) await line.press('Enter')
  }
}

/** Takes one of few choices, which all stand there, or one of many out of the list behind the field. */
export async function choose(place: Place, label: string, choice: string): Promise<void> {
  const few = place.getByRole('group', { name: label, exact: true })
  const many = place.getByRole('combobox', { name: label, exact: true })
  await few.or(many).first().waitFor()
  if ((await few.count()) > 0) return few.getByRole('radio', { name: choice, exact: true }).check()
  const field = pageOf(place).getByRole('combobox', { name: label, exact: true })
  const taken = place.locator('.ant-select').filter({ has: field }).filter({ hasText: choice })
  await expect(async () => {
    if ((await taken.count()) === 0) {
      await many.click({ timeout: 2_000 })
      await option(place, choice)
    }
    await expect(taken).toHaveCount(1, { timeout: 2_000 })
  }).toPass({ timeout: 25_000 })
}

/** Finds somebody or something by its name in a field that searches. */
export async function find(place: Place, label: string, name: string): Promise<void> {
  await place.getByRole('combobox', { name: label, exact: true }).fill(name)
  // What was found is drawn anew: a click before that meets a row that goes away.
  const found = listOf(place).locator('.ant-select-item-option')
  await found.filter({ hasText: name }).first().waitFor()
  await expect(found.filter({ hasNotText: name })).toHaveCount(0)
  await option(place, name)
}

/** The same of several, in a field that takes them all. */
export async function findEach(place: Place, label: string, names: readonly string[]): Promise<void> {
  const field = place.getByRole('combobox', { name: label, exact: true })
  for (const name of names) {
    await field.fill(name)
    await listOf(place).locator('.ant-select-item-option').filter({ hasText: name }).first().click()
  }
  await pageOf(place).locator('.ant-modal-title').last().click()
  await expect(listOf(place)).toHaveCount(0)
}

/** A list that is still opening loses a click now and then: as long as it stands there, it is clicked again. */
async function option(place: Place, name: string): Promise<void> {
  const list = listOf(place)
  const chosen = list.locator('.ant-select-item-option').filter({ hasText: name }).first()
  await chosen.waitFor()
  await expect(async () => {
    if ((await list.count()) > 0) await chosen.click({ timeout: 2_000 })
    await expect(list).toHaveCount(0, { timeout: 2_000 })
  }).toPass({ timeout: 15_000 })
}

const listOf = (place: Place): Locator => pageOf(place).locator('.ant-select-dropdown:visible')

/** The day so many days from today, as it is written into a field and shown. */
export function inDays(days: number): string {
  const day = new Date()
  day.setDate(day.getDate() + days)
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
}

/** Presses a button by its whole name. */
export async function press(place: Place, name: string): Promise<void> {
  await place.getByRole('button', { name, exact: true }).click()
}

/** Presses the button that ends a dialog, and sees it close. */
export async function finish(page: Page, name: string): Promise<void> {
  const open = dialog(page)
  await press(open, name)
  await expect(open).toHaveCount(0)
}

/** Opens what stands behind a button of a record's head and takes one of it. */
export async function fromMenu(page: Page, button: string, item: string): Promise<void> {
  await press(page, button)
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}
