import { infiniteQueryOptions } from '@tanstack/react-query'
import { api, client, read } from '~/api/client'
import type { components } from '~/api/schema'

export type NewsItem = components['schemas']['DynamicItemView']
export type Filing = components['schemas']['FilingView']
export const KINDS = ['mail', 'call', 'stand_up', 'meeting', 'visit', 'other'] as const

const FIRST_PAGE: string | undefined = undefined
const next = (page: { next?: string | null }) => page.next ?? undefined
const before = (page: string | undefined) => (page === undefined ? {} : { before: page })

/** News of the project, page by page. */
export const newsPages = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['news', id],
    queryFn: async ({ pageParam }) =>
      read(
        await client.GET('/projects/{id}/dynamic-items', {
          params: { path: { id }, query: before(pageParam) },
        }),
      ),
    initialPageParam: FIRST_PAGE,
    getNextPageParam: next,
  })

/** Sheets filed on the project, page by page: weekly reports, minutes, opinions. */
export const filingsPages = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['filings', 'of', id],
    queryFn: async ({ pageParam }) =>
      read(
        await client.GET('/filings', {
          params: { query: { subject_kind: 'project', subject_id: id, ...before(pageParam) } },
        }),
      ),
    initialPageParam: FIRST_PAGE,
    getNextPageParam: next,
  })

/** One sheet, wherever it stands. */
export const filingQuery = (id: string) =>
  api.queryOptions('get', '/filings/{id}', { params: { path: { id } } })
