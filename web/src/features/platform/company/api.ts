import { api, queryClient } from '~/api/client'
import type { components } from '~/api/schema'
import { sessionQuery } from '~/api/session'

export type Company = components['schemas']['CompanyView']

export const companyQuery = api.queryOptions('get', '/company', {})

export const useUpdateCompany = () =>
  api.useMutation('patch', '/company', {
    onSuccess: (company) => {
      queryClient.setQueryData(companyQuery.queryKey, company)
      void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey })
    },
  })
