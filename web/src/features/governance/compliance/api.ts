import { api, client, read } from '~/api/client'
import type { components } from '~/api/schema'

export type Compliance = components['schemas']['ComplianceView']
export type ControlRow = components['schemas']['ControlRow']
export type Cell = components['schemas']['Cell']
export type Entry = components['schemas']['EntryView']
export type Outcome = NonNullable<Entry['outcome']>

/** Of which month and department, as the address says it. */
export interface Where {
  period?: string
  department?: string
}

const queryOf = ({ period, department }: Where) => ({
  ...(period === undefined ? {} : { period }),
  ...(department === undefined ? {} : { department }),
})

export const complianceQuery = (where: Where) =>
  api.queryOptions('get', '/compliance', { params: { query: queryOf(where) } })
export const clausesQuery = (where: Where) =>
  api.queryOptions('get', '/compliance/clauses', { params: { query: queryOf(where) } })
export const controlQuery = (id: string, where: Where) =>
  api.queryOptions('get', '/compliance/controls/{id}', { params: { path: { id }, query: queryOf(where) } })

/** Exactly the records that a figure counted: a control's, or those of all together. */
export async function loadRecords(
  id: string | undefined,
  where: Where,
  outcome: Outcome | undefined,
  cursor: string | undefined,
) {
  const query = {
    ...queryOf(where),
    ...(outcome === undefined ? {} : { outcome }),
    ...(cursor === undefined ? {} : { cursor }),
    limit: 50,
  }
  if (id === undefined) return read(await client.GET('/compliance/records', { params: { query } }))
  return read(await client.GET('/compliance/controls/{id}/records', { params: { path: { id }, query } }))
}
