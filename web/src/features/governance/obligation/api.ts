import { api, client, queryClient, read } from '~/api/client'
import type { components } from '~/api/schema'
import type { PageRequest } from '~/ui/list/search'

export type Obligation = components['schemas']['ObligationView']

export const obligationQuery = (id: string) =>
  api.queryOptions('get', '/obligations/{id}', { params: { path: { id } } })

export const loadObligations = async (query: PageRequest) =>
  read(await client.GET('/obligations', { params: { query } }))

export const useComplete = () => api.useMutation('post', '/obligations/{id}/complete', { onSuccess: keep })
export const useTake = () => api.useMutation('post', '/obligations/{id}/take', { onSuccess: keep })
export const useHandOver = () => api.useMutation('post', '/obligations/{id}/hand-over', { onSuccess: keep })
export const useRefuse = () => api.useMutation('post', '/obligations/{id}/refuse', { onSuccess: keep })
export const useWaive = () => api.useMutation('post', '/obligations/{id}/waive', { onSuccess: renew })

function keep(page: Obligation) {
  queryClient.setQueryData(obligationQuery(page.id).queryKey, page)
  renew()
}

/** What somebody owes shows on the workbench, in lists and on its record. */
function renew() {
  for (const queryKey of [['get', '/workbench'], ['obligations']])
    void queryClient.invalidateQueries({ queryKey })
}
