import type { TFunction } from 'i18next'
import type { components } from '~/api/schema'
import type { SheetField, Value, Values } from '~/ui/sheet/sheet'
import { CLARITIES, type Inquiry } from './api'

export type InquiryChanges = components['schemas']['InquiryChanges']

export const textOf = (value: Value | undefined) =>
  typeof value === 'string' && value.trim() !== '' ? value : null

/** The choice that a value names, if it names one. */
export const oneOf = <Choice extends string>(choices: readonly Choice[], value: Value | undefined) =>
  choices.find((choice) => choice === value)

const TEXTS = ['question', 'background', 'aim', 'needs', 'answer', 'answer_source'] as const
type Text = (typeof TEXTS)[number]

export function textField(t: TFunction, id: Text | 'title', more: Partial<SheetField> = {}): SheetField {
  const long = id !== 'title' && id !== 'answer_source'
  return {
    id,
    name: t(`inquiry.field.${id}`),
    type: 'text',
    long,
    limit: id === 'title' ? 200 : id === 'answer_source' ? 2_000 : 20_000,
    ...more,
  }
}

export function clarityField(t: TFunction, required: boolean): SheetField {
  return {
    id: 'clarity',
    name: t('inquiry.field.clarity'),
    type: 'choice',
    required,
    choices: CLARITIES.map((id) => ({ id, name: t(`inquiry.clarity.${id}`) })),
  }
}

export const editFields = (t: TFunction): SheetField[] => [
  textField(t, 'title', { required: true }),
  ...TEXTS.map((id) =>
    textField(t, id, id === 'answer_source' ? { help: t('inquiry.help.answer_source') } : {}),
  ),
  clarityField(t, false),
]

export function editValues(inquiry: Inquiry): Values {
  const texts = TEXTS.map((field) => [field, inquiry[field] ?? null])
  return { ...Object.fromEntries(texts), title: inquiry.title, clarity: inquiry.clarity ?? null }
}

/** Only what differs: after closing every change counts as a correction. */
export function editChanges(values: Values, before: Inquiry): InquiryChanges {
  const changes: InquiryChanges = {}
  const title = textOf(values.title)
  if (title !== null && title !== before.title) changes.title = title
  for (const field of TEXTS) {
    const text = textOf(values[field])
    if (text !== (before[field] ?? null)) changes[field] = text
  }
  const clarity = oneOf(CLARITIES, values.clarity) ?? null
  if (clarity !== (before.clarity ?? null)) changes.clarity = clarity
  return changes
}

const MISSING = ['question', 'answer'] as const

/** Fields that are missing before closing and may be supplied with it. */
export const missingTexts = (missing: readonly string[]) => MISSING.filter((field) => missing.includes(field))
