import { type ListSearch, listSearch } from '~/ui/list/search'

/** A list's address with the panel that is open over it. */
export interface ListPageSearch extends ListSearch {
  panel?: string
}

export function listPageSearch(search: Record<string, unknown>): ListPageSearch {
  const panel = wordOf(search.panel)
  return panel === undefined ? listSearch(search) : { ...listSearch(search), panel }
}

/** A record's address: the open tab, the open panel, the form of its pack that is to be filed. */
export interface RecordSearch {
  tab?: string
  panel?: string
  form?: string
}

export function recordSearch(search: Record<string, unknown>): RecordSearch {
  const state: RecordSearch = {}
  const tab = wordOf(search.tab)
  const panel = wordOf(search.panel)
  const form = wordOf(search.form)
  if (tab !== undefined) state.tab = tab
  if (panel !== undefined) state.panel = panel
  if (form !== undefined) state.form = form
  return state
}

const wordOf = (value: unknown) =>
  typeof value === 'string' && /^[\w-]{1,60}$/.test(value) ? value : undefined
