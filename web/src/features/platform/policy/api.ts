import { api, queryClient } from '~/api/client'
import type { components } from '~/api/schema'
import { sessionQuery } from '~/api/session'

export type Overview = components['schemas']['PolicyOverview']
export type Pack = components['schemas']['PackView']
export type PackPosition = components['schemas']['PackPosition']

export const policiesQuery = api.queryOptions('get', '/policies', {})
export const packQuery = (id: string) =>
  api.queryOptions('get', '/policies/{id}', { params: { path: { id } } }, { staleTime: 60 * 60_000 })

export const usePublish = () => api.useMutation('post', '/policies', { onSuccess: renew })
export const useCheckPack = () => api.useMutation('post', '/policies/check')
export const useAdopt = () =>
  api.useMutation('post', '/policies/{id}/adopt', {
    // Another pack gives other positions, and so other rights.
    onSuccess: () => {
      renew()
      for (const queryKey of [['get', '/positions'], ['get', '/skills'], sessionQuery.queryKey])
        void queryClient.invalidateQueries({ queryKey })
    },
  })

function renew() {
  void queryClient.invalidateQueries({ queryKey: policiesQuery.queryKey })
}
