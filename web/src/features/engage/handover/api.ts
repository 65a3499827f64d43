import { api, queryClient } from '~/api/client'
import type { components } from '~/api/schema'
import { inquiryQuery, renewAround } from '../inquiry/api'

export type Handover = components['schemas']['HandoverView']
export type Intent = Handover['intent']

export const INTENTS: readonly Intent[] = ['high', 'medium', 'low']

export const handoversQuery = (inquiry: string) =>
  api.queryOptions('get', '/inquiries/{id}/handovers', { params: { path: { id: inquiry } } })

export const handoverQuery = (id: string) =>
  api.queryOptions('get', '/handovers/{id}', { params: { path: { id } } })

const kept = {
  onSuccess: ({ inquiry_id }: Handover) => {
    void queryClient.invalidateQueries({ queryKey: handoversQuery(inquiry_id).queryKey })
    void queryClient.invalidateQueries({ queryKey: inquiryQuery(inquiry_id).queryKey })
    renewAround(inquiry_id)
  },
}
export const useOfferHandover = () => api.useMutation('post', '/inquiries/{id}/handovers', kept)
export const useAcceptHandover = () => api.useMutation('post', '/handovers/{id}/accept', kept)
/** Whoever refuses may see the inquiry no more: the page decides what is read again. */
export const useRefuseHandover = () => api.useMutation('post', '/handovers/{id}/refuse')

/** Whether the inquiry is still there for its reader; what hangs on it is read again if so. */
export async function stillSees(inquiry: string): Promise<boolean> {
  try {
    await queryClient.fetchQuery({ ...inquiryQuery(inquiry), staleTime: 0 })
  } catch {
    void queryClient.invalidateQueries({ queryKey: ['get', '/workbench'] })
    return false
  }
  void queryClient.invalidateQueries({ queryKey: handoversQuery(inquiry).queryKey })
  renewAround(inquiry)
  return true
}
