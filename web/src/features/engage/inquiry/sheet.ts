import type { TFunction } from 'i18next'
import type { GateItem } from '~/api/problem'
import type { components } from '~/api/schema'
import { extraChanges, extraFields, extraValues, type FieldView } from '~/features/governance/filing/extra'
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

export const LANGUAGES = ['zh', 'zh-Hant', 'en'] as const

/** In which language they are written to. */
export const languageField = (t: TFunction): SheetField => ({
  id: 'language',
  name: t('inquiry.field.language'),
  type: 'choice',
  help: t('inquiry.help.language'),
  choices: LANGUAGES.map((id) => ({ id, name: t(`inquiry.language.${id}`) })),
})

export const editFields = (t: TFunction, extra: readonly FieldView[] = []): SheetField[] => [
  textField(t, 'title', { required: true }),
  ...TEXTS.map((id) =>
    textField(t, id, id === 'answer_source' ? { help: t('inquiry.help.answer_source') } : {}),
  ),
  clarityField(t, false),
  languageField(t),
  ...extraFields(extra),
]

export function editValues(inquiry: Inquiry, extra: readonly FieldView[] = []): Values {
  const texts = TEXTS.map((field) => [field, inquiry[field] ?? null])
  return {
    ...Object.fromEntries(texts),
    ...extraValues(extra, inquiry.extra),
    title: inquiry.title,
    clarity: inquiry.clarity ?? null,
    language: inquiry.language ?? null,
  }
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
  const language = oneOf(LANGUAGES, values.language) ?? null
  if (language !== (before.language ?? null)) changes.language = language
  const extra = extraChanges(values, before.extra)
  if (extra !== undefined) changes.extra = extra
  return changes
}

/** Fields that must be there before closing and may be supplied with it: the record's own, and those the gate names. */
export function closingTexts(missing: readonly string[], items: readonly GateItem[]): Text[] {
  const asked = new Set([...missing, ...items.flatMap((item) => (item.met ? [] : fieldsIn(item.need)))])
  return TEXTS.filter((field) => asked.has(field))
}

/** `cel:inquiry.background != null` speaks of `background`. */
const fieldsIn = (need: string) =>
  [...need.matchAll(/\binquiry\.(\w+)/g)].flatMap(([, field]) => (field === undefined ? [] : [field]))

/** What the sheet cannot supply: it is done elsewhere, such as answering the customer. */
export function elsewhere(items: readonly GateItem[], here: readonly string[]): GateItem[] {
  return items.filter(({ met, need }) => {
    const fields = fieldsIn(need)
    return !met && !(fields.length > 0 && fields.every((field) => here.includes(field)))
  })
}

/** Fields that a pack adds, as closing asks them: what its gate misses is required. */
export function closingExtras(fields: readonly FieldView[], items: readonly GateItem[]): SheetField[] {
  const asked = new Set(items.filter(({ met }) => !met).flatMap(({ need }) => fieldsIn(need)))
  return extraFields(fields.map((field) => ({ ...field, required: field.required || asked.has(field.id) })))
}
