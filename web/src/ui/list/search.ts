import { type Filter, readFilter } from './filter'

/** A list's state, as it stands in the address: whoever opens the address sees the same list. */
export interface ListSearch {
  /** Full-text search. */
  q?: string
  filter?: Filter
  /** `-amount,number`: fields, a dash for falling. */
  sort?: string
  /** Keys of the columns shown, divided by commas; absent for the usual ones. */
  columns?: string
}

/** For a route's `validateSearch`. */
export function listSearch(search: Record<string, unknown>): ListSearch {
  const filter = readFilter(search.filter)
  const state: ListSearch = {}
  if (typeof search.q === 'string' && search.q !== '') state.q = search.q
  if (filter !== undefined) state.filter = filter
  if (typeof search.sort === 'string') state.sort = search.sort
  if (typeof search.columns === 'string') state.columns = search.columns
  return state
}

/** What a list asks the server for: goes into `params.query` as it is. */
export interface PageRequest {
  q?: string
  /** The filter as JSON. */
  filter?: string
  sort?: string
  cursor?: string
  limit: number
}

export interface Page<Row> {
  items: readonly Row[]
  /** The cursor of the page that follows. */
  next?: string | null
  total?: { count: number; exact: boolean } | null
}

export const PAGE_SIZE = 50

export function pageRequest({ q, filter, sort }: ListSearch, cursor: string | undefined): PageRequest {
  return {
    ...(q === undefined ? {} : { q }),
    ...(filter === undefined ? {} : { filter: JSON.stringify(filter) }),
    ...(sort === undefined ? {} : { sort }),
    ...(cursor === undefined ? {} : { cursor }),
    limit: PAGE_SIZE,
  }
}
