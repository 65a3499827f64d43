import { api, queryClient } from '~/api/client'
import type { components } from '~/api/schema'

export type Department = components['schemas']['DepartmentView']

export const departmentsQuery = api.queryOptions('get', '/departments', {})

const renew = () => queryClient.invalidateQueries({ queryKey: departmentsQuery.queryKey })

export const useCreateDepartment = () => api.useMutation('post', '/departments', { onSuccess: renew })
export const useUpdateDepartment = () => api.useMutation('patch', '/departments/{id}', { onSuccess: renew })
export const useArchiveDepartment = () =>
  api.useMutation('post', '/departments/{id}/archive', { onSuccess: renew })
