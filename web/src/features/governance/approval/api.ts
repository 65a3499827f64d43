import { api, client, queryClient, read } from '~/api/client'
import type { components } from '~/api/schema'
import type { PageRequest } from '~/ui/list/search'

export type Approval = components['schemas']['ApprovalView']
export type ApprovalPage = components['schemas']['ApprovalPage']
export type Step = ApprovalPage['steps'][number]
export type Fact = ApprovalPage['facts'][number]

export const approvalQuery = (id: string) =>
  api.queryOptions('get', '/approvals/{id}', { params: { path: { id } } })

export const loadApprovals = async (query: PageRequest) =>
  read(await client.GET('/approvals', { params: { query } }))

export const formQuery = (form: string, kind: string, id: string) =>
  api.queryOptions('get', '/forms/{form}', {
    params: { path: { form }, query: { subject_kind: kind, subject_id: id } },
  })

export const useApprove = () => api.useMutation('post', '/approvals/{id}/approve', { onSuccess: keep })
export const useReturn = () => api.useMutation('post', '/approvals/{id}/return', { onSuccess: keep })
export const useReject = () => api.useMutation('post', '/approvals/{id}/reject', { onSuccess: keep })
export const useWithdraw = () => api.useMutation('post', '/approvals/{id}/withdraw', { onSuccess: keep })
export const useHandOverDecision = () =>
  api.useMutation('post', '/approvals/{id}/hand-over', { onSuccess: keep })
export const useAddSigner = () => api.useMutation('post', '/approvals/{id}/add-signer', { onSuccess: keep })

/** A decision may move its record on: whatever shows it is read again. */
function keep(page: ApprovalPage) {
  queryClient.setQueryData(approvalQuery(page.id).queryKey, page)
  for (const queryKey of [['approvals'], ['get', '/workbench'], ['projects'], ['get', '/projects/{id}']])
    void queryClient.invalidateQueries({ queryKey })
}
