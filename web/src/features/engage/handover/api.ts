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
export const useRefuseHandover = () => api.useMutation('post', '/handovers/{id}/refuse', kept)
