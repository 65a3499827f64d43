import type { TFunction } from 'i18next'
import type { SheetField, Value, Values } from '~/ui/sheet/sheet'
import type { Confidential, Contact, ContactChanges } from './api'

/** What is asked of a contact. Confidential fields that are on file show masked and are changed only when something is typed. */
export function contactFields(t: TFunction, known?: Contact): SheetField[] {
  const field = (id: string, more: Partial<SheetField> = {}): SheetField => ({
    id,
    name: t(`contact.field.${id}`),
    type: 'text',
    limit: 100,
    ...more,
  })
  const confidential = (id: Confidential, limit: number): SheetField => {
    const masked = known?.[id]
    return field(id, { limit, help: masked ? t('contact.onFile', { masked }) : null })
  }
  return [
    field('name', { required: true }),
    field('position'),
    confidential('mobile', 50),
    confidential('phone', 50),
    confidential('email', 320),
    confidential('wechat', 100),
    field('main', { type: 'flag', help: t('contact.mainHelp') }),
    field('notes', { long: true, limit: 10_000 }),
  ]
}

export const contactValues = (contact: Contact): Values => ({
  name: contact.name,
  position: contact.position ?? null,
  main: contact.main,
  notes: contact.notes ?? null,
})

const textOf = (value: Value | undefined) => (typeof value === 'string' && value.trim() !== '' ? value : null)

/** A masked value is never sent back: what was not typed anew stays. */
export function contactChanges(values: Values, known?: Contact): ContactChanges {
  const typed = Object.fromEntries(
    ['mobile', 'phone', 'email', 'wechat'].flatMap((field) => {
      const text = textOf(values[field])
      return text === null ? [] : [[field, text]]
    }),
  )
  const changes: ContactChanges = { ...typed }
  if (known === undefined || values.name !== known.name) changes.name = textOf(values.name) ?? ''
  if (known === undefined || textOf(values.position) !== (known.position ?? null))
    changes.position = textOf(values.position)
  if (known === undefined || (values.main === true) !== known.main) changes.main = values.main === true
  if (known === undefined || textOf(values.notes) !== (known.notes ?? null))
    changes.notes = textOf(values.notes)
  return changes
}
