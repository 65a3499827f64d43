import { api, client, queryClient, read } from '~/api/client'
import type { components } from '~/api/schema'
import type { PageRequest } from '~/ui/list/search'

export type Member = components['schemas']['MemberView']
export type MemberRow = components['schemas']['MemberRow']
export type CreateMember = components['schemas']['CreateMember']

export const memberQuery = (id: string) =>
  api.queryOptions('get', '/members/{id}', { params: { path: { id } } })

export const loadMembers = async (query: PageRequest) =>
  read(await client.GET('/members', { params: { query } }))

export const positionsQuery = api.queryOptions('get', '/positions', {})
export const skillsQuery = api.queryOptions('get', '/skills', {})

export const useCreateMember = () => api.useMutation('post', '/members', { onSuccess: keep })
export const useUpdateMember = () => api.useMutation('patch', '/members/{id}', { onSuccess: keep })
export const useMoveMember = () => api.useMutation('post', '/members/{id}/move', { onSuccess: keep })
export const useDeactivate = () => api.useMutation('post', '/members/{id}/deactivate', { onSuccess: keep })
export const useReactivate = () => api.useMutation('post', '/members/{id}/reactivate', { onSuccess: keep })
export const useResetPassword = () => api.useMutation('post', '/members/{id}/password', { onSuccess: keep })
export const useChangePassword = () => api.useMutation('post', '/session/password')
export const useAssignPosition = () => api.useMutation('post', '/members/{id}/positions', { onSuccess: keep })
export const useEndPosition = () =>
  api.useMutation('post', '/members/{id}/positions/{holding}/end', { onSuccess: keep })
export const useRecordSkill = () => api.useMutation('post', '/members/{id}/skills', { onSuccess: keep })
export const useRecordAbsence = () => api.useMutation('post', '/members/{id}/absences', { onSuccess: keep })
export const useEndAbsence = () =>
  api.useMutation('post', '/members/{id}/absences/{absence}/end', { onSuccess: keep })
export const useDelegate = () => api.useMutation('post', '/members/{id}/delegations', { onSuccess: keep })
export const useEndDelegation = () =>
  api.useMutation('post', '/members/{id}/delegations/{delegation}/end', { onSuccess: keep })

export const sessionsQuery = (id: string) =>
  api.queryOptions('get', '/members/{id}/sessions', { params: { path: { id } } })

const renewSessions = (id: string) => () =>
  queryClient.invalidateQueries({ queryKey: sessionsQuery(id).queryKey })

export const useEndSession = (id: string) =>
  api.useMutation('post', '/members/{id}/sessions/{session}/end', { onSuccess: renewSessions(id) })
export const useEndSessions = (id: string) =>
  api.useMutation('post', '/members/{id}/sessions/end', { onSuccess: renewSessions(id) })

/** Their name stands in many places: all is read again. */
export const useErase = () =>
  api.useMutation('post', '/members/{id}/erase', { onSuccess: () => queryClient.invalidateQueries() })

/** The answer of an action is the member as it is now; lists follow. */
function keep(member: Member) {
  queryClient.setQueryData(memberQuery(member.id).queryKey, member)
  void queryClient.invalidateQueries({ queryKey: ['members'] })
  void queryClient.invalidateQueries({ queryKey: ['directory'] })
}
