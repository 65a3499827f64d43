import type { TFunction } from 'i18next'
import {
  isFile,
  isMoney,
  isRows,
  isTexts,
  type SheetField,
  type SheetFieldType,
  type Value,
  type Values,
} from '~/ui/sheet/sheet'
import type { Form } from './api'

const TYPES: readonly SheetFieldType[] = [
  'text',
  'number',
  'money',
  'percent',
  'date',
  'choice',
  'flag',
  'check',
  'score',
  'stars',
  'level',
  'member',
  'file',
  'signature',
  'table',
  'actions',
]

/** The type by which a line is drawn; what is not known yet is written as text. */
export const typeOf = (type: string): SheetFieldType => TYPES.find((one) => one === type) ?? 'text'

/** One line of a form, or a field that a pack adds to a record. */
export function drawn(line: Form['fields'][number]): SheetField {
  const type = typeOf(line.type)
  const columns = line.columns.map((column) => ({ ...column, type: typeOf(column.type) }))
  return { ...line, type, long: type === 'text', columns }
}

const REASON = 'reason:'

/** A pack's form as a sheet draws it. A check that may be crossed only with a reason gets a line for it. */
export function sheetOf(form: Form, t: TFunction): SheetField[] {
  const lines = form.fields.flatMap((line): SheetField[] => {
    const field = drawn(line)
    if (!line.reason || field.type !== 'check') return [field]
    const why: SheetField = {
      id: `${REASON}${line.id}`,
      name: t('engage.form.reason', { field: line.name }),
      type: 'text',
      required: true,
      when: `form.${line.id} == false`,
    }
    return [field, why]
  })
  const present: SheetField[] = form.present
    ? [{ id: 'present', name: t('engage.form.present'), type: 'member', many: true, required: true }]
    : []
  return [...lines, ...present]
}

/** What the server pre-filled, as far as a sheet can hold it. */
export function prefilled({ values }: Form): Values {
  return Object.fromEntries(
    Object.entries(values).flatMap(([id, value]) => (isValue(value) ? [[id, value]] : [])),
  )
}

export function isValue(value: unknown): value is Value {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return true
  return isMoney(value) || isFile(value) || isTexts(value) || isRows(value)
}

export interface Filed {
  fields: Record<string, Value>
  reasons: Record<string, Value>
  present: string[]
}

/** What was typed, told apart again: values, reasons, those present. Empty lines are left out. */
export function filedOf(values: Values): Filed {
  const filed: Filed = { fields: {}, reasons: {}, present: [] }
  for (const [id, value] of Object.entries(values)) {
    if (value === undefined || value === null || value === '') continue
    if (id === 'present') filed.present = Array.isArray(value) ? value.map(String) : []
    else if (id.startsWith(REASON)) filed.reasons[id.slice(REASON.length)] = value
    else filed.fields[id] = fileless(value)
  }
  return filed
}

/** Of a file its id is sent: its name stands with the file. */
function fileless(value: Value): Value {
  const isFile = typeof value === 'object' && value !== null && 'id' in value && 'name' in value
  return isFile && typeof value.id === 'string' ? value.id : value
}
