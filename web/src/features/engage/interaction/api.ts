import { api, client, queryClient, read } from '~/api/client'
import type { components } from '~/api/schema'

export type Interaction = components['schemas']['InteractionView']
export type InteractionKind = Interaction['kind']

export const KINDS: readonly InteractionKind[] = ['visit', 'call', 'meeting', 'mail', 'negotiation', 'other']

const keyOf = (customer: string) => ['interactions', 'of-customer', customer]

export const interactionsQuery = (customer: string) => ({
  queryKey: keyOf(customer),
  queryFn: async () => {
    const filter = JSON.stringify({ field: 'customer', op: 'eq', value: customer })
    return read(await client.GET('/interactions', { params: { query: { filter, limit: 100 } } }))
  },
})

export const interactionQuery = (id: string) =>
  api.queryOptions('get', '/interactions/{id}', { params: { path: { id } } })

export const useRecordInteraction = () => api.useMutation('post', '/interactions', { onSuccess: renew })
export const usePlanInteraction = () => api.useMutation('post', '/interactions/plan', { onSuccess: renew })
export const useCancelInteraction = () =>
  api.useMutation('post', '/interactions/{id}/cancel', { onSuccess: renew })

function renew(interaction: Interaction) {
  const { customer_id, id } = interaction
  queryClient.setQueryData(interactionQuery(id).queryKey, interaction)
  void queryClient.invalidateQueries({ queryKey: keyOf(customer_id) })
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
