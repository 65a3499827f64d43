import type { SheetField, SheetFieldType, Value, Values } from '~/ui/sheet/sheet'
import type { Form } from './api'

/** What a customer can fill in without a log-in: no members and no files. */
const KNOWN: readonly SheetFieldType[] = [
  'text',
  'number',
  'percent',
  'date',
  'choice',
  'flag',
  'check',
  'score',
  'stars',
  'level',
]

/** The form's lines as a sheet draws them; a type that is not for customers is left to the company. */
export function fieldsOf(form: Form): SheetField[] {
  return form.fields.flatMap(({ type, ...field }) => {
    const known = KNOWN.find((one) => one === type)
    if (known === undefined) return []
    return [{ ...field, type: known, columns: [], long: known === 'text', limit: 2_000 }]
  })
}

/** What was pre-filled, as far as a sheet can hold it. */
export function valuesOf(form: Form): Values {
  const entries = Object.entries(Object(form.values)).filter((entry): entry is [string, Value] =>
    ['string', 'number', 'boolean'].includes(typeof entry[1]),
  )
  return Object.fromEntries(entries)
}

/** Only what was answered: an empty line is no answer. */
export function answers(values: Values): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([id, value]) =>
      value === undefined || value === null || value === '' ? [] : [[id, value]],
    ),
  )
}
