import { type ListSearch, listSearch } from '~/ui/list/search'

export type ProjectsView = 'board' | 'uninitiated'

/** The list's address: table, board or those without an application; the filter stays. */
export interface ProjectsSearch extends ListSearch {
  as?: ProjectsView
  panel?: 'new'
}

export function projectsSearch(search: Record<string, unknown>): ProjectsSearch {
  const state: ProjectsSearch = listSearch(search)
  if (search.as === 'board' || search.as === 'uninitiated') state.as = search.as
  if (search.panel === 'new') state.panel = 'new'
  return state
}

/** A project's address: the open tab, the open panel, the form to be filed, and what a gate leads to. */
export interface ProjectSearch {
  tab?: string
  panel?: string
  form?: string
  /** The role to be filled. */
  role?: string
  /** The document to be put on file. */
  deliverable?: string
}

const KEYS = ['tab', 'panel', 'form', 'role', 'deliverable'] as const

export function projectSearch(search: Record<string, unknown>): ProjectSearch {
  const state: ProjectSearch = {}
  for (const key of KEYS) {
    const value = search[key]
    if (typeof value === 'string' && /^[\w-]{1,60}$/.test(value)) state[key] = value
  }
  return state
}
