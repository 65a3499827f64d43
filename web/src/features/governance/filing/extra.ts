import { useQuery } from '@tanstack/react-query'
import { api } from '~/api/client'
import type { components } from '~/api/schema'
import type { SheetField, Value, Values } from '~/ui/sheet/sheet'
import { drawn, isValue } from './sheet'

export type FieldView = components['schemas']['FieldView']

/** The fields that packs add to records of a kind. */
export const extraQuery = (kind: string) =>
  api.queryOptions('get', '/fields', { params: { query: { subject_kind: kind } } }, { staleTime: 5 * 60_000 })

const NONE: readonly FieldView[] = []

export const useExtra = (kind: string): readonly FieldView[] => useQuery(extraQuery(kind)).data?.items ?? NONE

const EXTRA = 'extra:'

/** They stand on a sheet beside the record's own, told apart by their ids. */
export const extraFields = (fields: readonly FieldView[]): SheetField[] =>
  fields.map((field) => ({ ...drawn(field), id: `${EXTRA}${field.id}`, when: null }))

export function extraValues(fields: readonly FieldView[], extra: Readonly<Record<string, unknown>>): Values {
  return Object.fromEntries(
    fields.flatMap(({ id }) => {
      const value = extra[id]
      return isValue(value) ? [[`${EXTRA}${id}`, value]] : []
    }),
  )
}

/** The values of the packs' fields alone. */
export function extraOf(values: Values): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([id, value]) =>
      id.startsWith(EXTRA) && value !== undefined ? [[id.slice(EXTRA.length), value]] : [],
    ),
  )
}

/** Only those that differ from what was read. */
export function extraChanges(
  values: Values,
  before: Readonly<Record<string, unknown>>,
): Record<string, Value> | undefined {
  const changed = Object.entries(extraOf(values)).filter(
    ([id, value]) => JSON.stringify(value ?? null) !== JSON.stringify(before[id] ?? null),
  )
  return changed.length === 0 ? undefined : Object.fromEntries(changed)
}
