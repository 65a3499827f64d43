import { api, queryClient } from '~/api/client'
import type { components } from '~/api/schema'
import { renewProject } from '../project/api'

export type Initiation = components['schemas']['InitiationView']

const of = (id: string) => ({ params: { path: { id } } })

export const initiationsQuery = (project: string) =>
  api.queryOptions('get', '/projects/{id}/initiations', of(project))
export const initiationQuery = (id: string) => api.queryOptions('get', '/initiations/{id}', of(id))

/** What is still asked for before it may be handed in. */
export const submitGateQuery = (id: string) =>
  api.queryOptions('get', '/gates', {
    params: { query: { subject_kind: 'initiation', subject_id: id, point: 'initiation.submit' } },
  })

export const useDraft = () => api.useMutation('post', '/projects/{id}/initiations', { onSuccess: renew })
export const useUpdateInitiation = () => api.useMutation('patch', '/initiations/{id}', { onSuccess: renew })
export const useSubmit = () => api.useMutation('post', '/initiations/{id}/submit', { onSuccess: renew })
export const useWithdrawInitiation = () =>
  api.useMutation('post', '/initiations/{id}/withdraw', { onSuccess: renew })

function renew({ id, project_id }: Initiation) {
  void queryClient.invalidateQueries({ queryKey: initiationsQuery(project_id).queryKey })
  void queryClient.invalidateQueries({ queryKey: submitGateQuery(id).queryKey })
  renewProject(project_id)
}
