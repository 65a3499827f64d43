import type { Money } from '../money'

export type SheetFieldType =
  | 'text'
  | 'number'
  | 'money'
  | 'percent'
  | 'date'
  /** A moment, UTC; typed in the company's zone. */
  | 'instant'
  | 'choice'
  | 'flag'
  | 'check'
  | 'score'
  | 'stars'
  | 'level'
  | 'member'
  | 'file'
  | 'signature'
  | 'table'
  | 'actions'

/** A field as a pack or a page describes it; every text in the reader's language. */
export interface SheetField {
  id: string
  name: string
  type: SheetFieldType
  help?: string | null
  unit?: string | null
  required?: boolean
  /** A condition over `form.…`; the field is asked while it holds. What cannot be judged here is asked. */
  when?: string | null
  choices?: readonly { id: string; name: string }[]
  /** The choices stand in a list, however few: a tree, names that grow. */
  listed?: boolean
  /** Several of the choices, several members may be taken. */
  many?: boolean
  /** A cross here fails the sheet. */
  red?: boolean
  /** Columns of a table; those of action rows beside what, who and until when. */
  columns?: readonly SheetField[]
  /** A text of several lines; of one otherwise. */
  long?: boolean
  /** A text that nobody reads over one's shoulder: a password. */
  secret?: boolean
  /** Letters that a text may have. */
  limit?: number
}

export interface FileValue {
  id: string
  name: string
}

export type Value = string | number | boolean | null | Money | FileValue | readonly string[] | readonly Row[]
export interface Row {
  readonly [field: string]: Value | undefined
}
export type Values = Row

export interface MemberChoice {
  id: string
  name: string
  /** Department or position, to tell two of one name apart. */
  note?: string | undefined
}

/** What a sheet needs from outside, because `ui` knows no record. */
export interface SheetSources {
  /** People whose name begins so, in letters or pinyin. */
  members?: (typed: string) => Promise<readonly MemberChoice[]>
  upload?: (file: File) => Promise<FileValue>
}

export const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value
export const isFile = (value: unknown): value is FileValue =>
  typeof value === 'object' && value !== null && 'id' in value && 'name' in value
export const isRows = (value: unknown): value is readonly Row[] =>
  Array.isArray(value) && value.every((row) => typeof row === 'object')
export const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((text) => typeof text === 'string')

export function isEmpty(value: Value | undefined): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

/** The columns that every row of actions has: each row becomes an obligation. */
export function actionColumns(t: (key: string) => string, more: readonly SheetField[] = []): SheetField[] {
  return [
    { id: 'what', name: t('form.action.what'), type: 'text', required: true },
    { id: 'owner', name: t('form.action.owner'), type: 'member', required: true },
    { id: 'due_on', name: t('form.action.due'), type: 'date', required: true },
    ...more,
  ]
}
