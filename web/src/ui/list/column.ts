import type { ReactNode } from 'react'

export interface Column<Row> {
  key: string
  title: string
  render: (row: Row) => ReactNode
  /** The name of the record: it carries the link, and is the head of a card on the phone. */
  main?: boolean
  /** The field that the server sorts by. */
  sort?: string
  /** Numbers stand right. */
  align?: 'right'
  width?: number
  /** Not shown until chosen. */
  optional?: boolean
  /** Left out of the cards on a phone. */
  deskOnly?: boolean
}

/** The columns that an address asks for, else the usual ones; the main one always. */
export function shownColumns<Row>(
  columns: readonly Column<Row>[],
  chosen: string | undefined,
): Column<Row>[] {
  if (chosen === undefined) return columns.filter(({ optional }) => !optional)
  const keys = chosen.split(',')
  return columns.filter(({ key, main }) => main || keys.includes(key))
}

/** `-amount` → falling by amount. Only the first sort field shows in a column's head. */
export function sortOf(sort: string | undefined): { field: string; order: 'ascend' | 'descend' } | undefined {
  const first = sort?.split(',')[0]
  if (first === undefined || first === '') return undefined
  return first.startsWith('-')
    ? { field: first.slice(1), order: 'descend' }
    : { field: first, order: 'ascend' }
}
