import { api, client, queryClient, read } from '~/api/client'
import type { components } from '~/api/schema'

export type Interaction = components['schemas']['InteractionView']
export type InteractionKind = Interaction['kind']

export const KINDS: readonly InteractionKind[] = ['visit', 'call', 'meeting', 'mail', 'negotiation', 'other']

/** Whose interactions: a customer's, or those that name a project. */
export type Of = { field: 'customer' | 'project'; value: string }

export const keyOf = ({ field, value }: Of) => ['interactions', `of-${field}`, value]

export const loadInteractions = async (of: Of, cursor: string | undefined) => {
  const filter = JSON.stringify({ ...of, op: 'eq' })
  const query = { filter, limit: 50, ...(cursor === undefined ? {} : { cursor }) }
  return read(await client.GET('/interactions', { params: { query } }))
}

/** The projects of a customer that something said may be about. */
export const projectsQuery = (customer: string, enabled: boolean) => {
  const filter = JSON.stringify({ field: 'customer', op: 'eq', value: customer })
  return { ...api.queryOptions('get', '/projects', { params: { query: { filter, limit: 100 } } }), enabled }
}

export const interactionQuery = (id: string) =>
  api.queryOptions('get', '/interactions/{id}', { params: { path: { id } } })

export const useRecordInteraction = () => api.useMutation('post', '/interactions', { onSuccess: renew })
export const usePlanInteraction = () => api.useMutation('post', '/interactions/plan', { onSuccess: renew })
export const useCancelInteraction = () =>
  api.useMutation('post', '/interactions/{id}/cancel', { onSuccess: renew })

export const useRegisterInteraction = () =>
  api.useMutation('post', '/interactions/{id}/register', { onSuccess: renew })

function renew(interaction: Interaction) {
  const { customer_id, project_id, id } = interaction
  queryClient.setQueryData(interactionQuery(id).queryKey, interaction)
  void queryClient.invalidateQueries({ queryKey: keyOf({ field: 'customer', value: customer_id }) })
  if (project_id)
    void queryClient.invalidateQueries({ queryKey: keyOf({ field: 'project', value: project_id }) })
  void queryClient.invalidateQueries({ queryKey: ['customers', 'timeline', customer_id] })
}

/** The inquiries of a customer that are open: in one of them a contact of the customer's is registered. */
export const openInquiriesQuery = (customer: string, enabled: boolean) => {
  const filter = JSON.stringify({
    all: [
      { field: 'customer', op: 'eq', value: customer },
      { field: 'state', op: 'ne', value: 'closed' },
    ],
  })
  return { ...api.queryOptions('get', '/inquiries', { params: { query: { filter, limit: 50 } } }), enabled }
}
