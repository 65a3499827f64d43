import { api, queryClient } from '~/api/client'
import type { components } from '~/api/schema'

export type Contact = components['schemas']['ContactView']
export type ContactChanges = components['schemas']['ContactChanges']
export type Confidential = components['schemas']['RevealContact']['field']

export const CONFIDENTIAL: readonly Confidential[] = ['mobile', 'phone', 'email', 'wechat']

export const contactsQuery = (customer: string) =>
  api.queryOptions('get', '/customers/{id}/contacts', { params: { path: { id: customer } } })

export const contactQuery = (id: string) =>
  api.queryOptions('get', '/contacts/{id}', { params: { path: { id } } })

export const useCreateContact = () =>
  api.useMutation('post', '/customers/{id}/contacts', { onSuccess: renew })
export const useUpdateContact = () => api.useMutation('patch', '/contacts/{id}', { onSuccess: renew })
export const useArchiveContact = () => api.useMutation('post', '/contacts/{id}/archive', { onSuccess: renew })
export const useUnarchiveContact = () =>
  api.useMutation('post', '/contacts/{id}/unarchive', { onSuccess: renew })
export const useEraseContact = (customer: string) =>
  api.useMutation('post', '/contacts/{id}/erase', { onSuccess: () => renewOf(customer) })
export const useRevealContact = () => api.useMutation('post', '/contacts/{id}/reveal')

/** The list of contacts and what the customer's file counts of it. */
const renew = ({ customer_id }: Contact) => renewOf(customer_id)

function renewOf(customer_id: string) {
  void queryClient.invalidateQueries({ queryKey: contactsQuery(customer_id).queryKey })
  void queryClient.invalidateQueries({ queryKey: ['customers', 'timeline', customer_id] })
  void queryClient.invalidateQueries({
    queryKey: ['get', '/customers/{id}', { params: { path: { id: customer_id } } }],
  })
}
