import { queryOptions } from '@tanstack/react-query'
import { api, client, read } from '~/api/client'
import type { components } from '~/api/schema'

export type NewsItem = components['schemas']['DynamicItemView']
export type Filing = components['schemas']['FilingView']
export const KINDS = ['mail', 'call', 'stand_up', 'meeting', 'visit', 'other'] as const

export const newsQuery = (id: string) =>
  api.queryOptions('get', '/projects/{id}/dynamic-items', { params: { path: { id } } })

/** Sheets filed on the project: weekly reports, minutes, opinions. */
export const filingsQuery = (id: string) =>
  queryOptions({
    queryKey: ['filings', 'of', id],
    queryFn: async () =>
      read(await client.GET('/filings', { params: { query: { subject_kind: 'project', subject_id: id } } }))
        .items,
  })
