import { api, queryClient } from '~/api/client'

export const ratesQuery = api.queryOptions('get', '/rates', {})

export const useEnterRate = () =>
  api.useMutation('post', '/rates', {
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ratesQuery.queryKey }),
  })
