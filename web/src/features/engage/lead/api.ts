import { api, client, queryClient, read } from '~/api/client'
import type { components } from '~/api/schema'
import type { PageRequest } from '~/ui/list/search'

export type Lead = components['schemas']['LeadView']
export type LeadState = Lead['state']

export const STATES: readonly LeadState[] = ['new', 'contacted', 'qualified', 'converted', 'discarded']

export const loadLeads = async (query: PageRequest) => read(await client.GET('/leads', { params: { query } }))
export const leadQuery = (id: string) => api.queryOptions('get', '/leads/{id}', { params: { path: { id } } })

const kept = {
  onSuccess: (lead: Lead) => {
    queryClient.setQueryData(leadQuery(lead.id).queryKey, lead)
    void queryClient.invalidateQueries({ queryKey: ['leads'] })
    void queryClient.invalidateQueries({ queryKey: ['obligations', 'of', lead.id] })
  },
}
export const useCreateLead = () => api.useMutation('post', '/leads', kept)
export const useUpdateLead = () => api.useMutation('patch', '/leads/{id}', kept)
export const useContactLead = () => api.useMutation('post', '/leads/{id}/contact', kept)
export const useQualifyLead = () => api.useMutation('post', '/leads/{id}/qualify', kept)
export const useDiscardLead = () => api.useMutation('post', '/leads/{id}/discard', kept)
