import { api, client, queryClient, type Read, read } from '~/api/client'
import type { components } from '~/api/schema'
import type { PageRequest } from '~/ui/list/search'

export type Customer = components['schemas']['CustomerView']
export type Duplicate = Read<'/customers/duplicates'>['items'][number]
export type CreateCustomer = components['schemas']['CreateCustomer']
export type CustomerChanges = components['schemas']['CustomerChanges']

export const customerQuery = (id: string) =>
  api.queryOptions('get', '/customers/{id}', { params: { path: { id } } })

export const loadCustomers = async (query: PageRequest) =>
  read(await client.GET('/customers', { params: { query } }))

export const loadTimeline = async (id: string, cursor: string | undefined) =>
  read(
    await client.GET('/customers/{id}/timeline', {
      params: { path: { id }, query: cursor === undefined ? {} : { cursor } },
    }),
  )

/** What is known of somebody while it is being typed. */
export interface Probe {
  name: string
  credit_code: string
}

/** Customers that look like the one being typed; none asked for while there is too little to go by. */
export async function loadDuplicates({ name, credit_code }: Probe): Promise<readonly Duplicate[]> {
  const query = {
    ...(name.trim().length >= 2 ? { name: name.trim() } : {}),
    ...(credit_code.trim().length >= 8 ? { credit_code: credit_code.trim() } : {}),
  }
  if (Object.keys(query).length === 0) return []
  return read(await client.GET('/customers/duplicates', { params: { query } })).items
}

export const useCreateCustomer = () => api.useMutation('post', '/customers', { onSuccess: keep })
export const useUpdateCustomer = () => api.useMutation('patch', '/customers/{id}', { onSuccess: keep })
export const useArchiveCustomer = () =>
  api.useMutation('post', '/customers/{id}/archive', { onSuccess: keep })
export const useUnarchiveCustomer = () =>
  api.useMutation('post', '/customers/{id}/unarchive', { onSuccess: keep })
export const useTransferCustomer = () =>
  api.useMutation('post', '/customers/{id}/transfer', { onSuccess: keep })

export const mergePreviewQuery = (id: string, into: string) =>
  api.queryOptions('get', '/customers/{id}/merge', { params: { path: { id }, query: { into } } })
export const absorbedQuery = (id: string) =>
  api.queryOptions('get', '/customers/{id}/absorbed', { params: { path: { id } } })
export const customerProjectsQuery = (id: string) =>
  api.queryOptions('get', '/projects', {
    params: { query: { filter: JSON.stringify({ field: 'customer', op: 'eq', value: id }), limit: 1 } },
  })
export const useMergeCustomer = () => api.useMutation('post', '/customers/{id}/merge', { onSuccess: rejoin })
export const useUnmergeCustomer = () =>
  api.useMutation('post', '/customers/{id}/unmerge', { onSuccess: rejoin })

/** Two files and all that hangs on them changed. */
function rejoin() {
  for (const queryKey of [['get', '/customers/{id}'], ['get', '/customers/{id}/absorbed'], ['customers']]) {
    void queryClient.invalidateQueries({ queryKey })
  }
}

/** The answer of an action is the record as it is now; lists and timeline follow. */
function keep(customer: Customer) {
  queryClient.setQueryData(customerQuery(customer.id).queryKey, customer)
  void queryClient.invalidateQueries({ queryKey: ['customers'] })
}

/** Reads the customer again after something below it changed: a contact, an interaction. */
export function renewCustomer(id: string) {
  void queryClient.invalidateQueries({ queryKey: customerQuery(id).queryKey })
  void queryClient.invalidateQueries({ queryKey: ['customers', 'timeline', id] })
}
