import { api, client, queryClient, type Read, read } from '~/api/client'
import type { components } from '~/api/schema'
import type { PageRequest } from '~/ui/list/search'

export type Inquiry = components['schemas']['InquiryView']
export type Message = components['schemas']['MessageView']
export type Channel = Inquiry['channel']
export type InquiryClass = NonNullable<Inquiry['class']>
export type Priority = NonNullable<Inquiry['priority']>
export type Clarity = NonNullable<Inquiry['clarity']>
export type Outcome = NonNullable<Inquiry['outcome']>
export type InquiryState = Inquiry['state']
export type Candidate = Proposal['candidates'][number]
export type Proposal = Read<'/inquiries/{id}/candidates'>

export const CHANNELS: readonly Channel[] = ['phone', 'mail', 'web', 'chat', 'im', 'video', 'fax', 'walk_in']
export const CLASSES: readonly InquiryClass[] = ['product', 'price', 'technical', 'project', 'after_sales']
export const PRIORITIES: readonly Priority[] = ['low', 'normal', 'high', 'urgent']
export const CLARITIES: readonly Clarity[] = ['clear', 'partly', 'unclear']
export const STATES: readonly InquiryState[] = ['received', 'assigned', 'replied', 'following', 'closed']
/** What a person may say became of it; `converted` follows from the project. */
export const OUTCOMES: readonly Outcome[] = ['answered', 'dormant', 'lost']

export const loadInquiries = async (query: PageRequest) =>
  read(await client.GET('/inquiries', { params: { query } }))

export const inquiryQuery = (id: string) =>
  api.queryOptions('get', '/inquiries/{id}', { params: { path: { id } } })
export const messagesQuery = (id: string) =>
  api.queryOptions(
    'get',
    '/inquiries/{id}/messages',
    { params: { path: { id } } },
    { refetchInterval: 30_000 },
  )
export const candidatesQuery = (id: string) =>
  api.queryOptions('get', '/inquiries/{id}/candidates', { params: { path: { id } } })
export const closingQuery = (id: string) =>
  api.queryOptions('get', '/inquiries/{id}/closing', { params: { path: { id } } }, { staleTime: 0 })

const PAGE = 50

export async function loadTimeline(id: string, cursor: string | undefined) {
  const query = cursor === undefined ? { limit: PAGE } : { limit: PAGE, cursor }
  const { items } = read(await client.GET('/inquiries/{id}/timeline', { params: { path: { id }, query } }))
  return { items, next: items.length < PAGE ? null : (items.at(-1)?.id ?? null) }
}

const kept = { onSuccess: keep }
export const useReceiveInquiry = () => api.useMutation('post', '/inquiries', kept)
export const useUpdateInquiry = () => api.useMutation('patch', '/inquiries/{id}', kept)
export const useMatchInquiry = () => api.useMutation('post', '/inquiries/{id}/match', kept)
export const useClassifyInquiry = () => api.useMutation('post', '/inquiries/{id}/classify', kept)
export const useAssessInquiry = () => api.useMutation('post', '/inquiries/{id}/assess', kept)
export const useAssignInquiry = () => api.useMutation('post', '/inquiries/{id}/assign', kept)
export const useReassignInquiry = () => api.useMutation('post', '/inquiries/{id}/reassign', kept)
export const useTakeInquiry = () => api.useMutation('post', '/inquiries/{id}/take', kept)
export const useReplyInquiry = () => api.useMutation('post', '/inquiries/{id}/reply', kept)
export const useHearMessage = () => api.useMutation('post', '/inquiries/{id}/messages', kept)
export const useWaitInquiry = () => api.useMutation('post', '/inquiries/{id}/wait', kept)
export const useResumeInquiry = () => api.useMutation('post', '/inquiries/{id}/resume', kept)
export const useCloseInquiry = () => api.useMutation('post', '/inquiries/{id}/close', kept)
export const useReopenInquiry = () => api.useMutation('post', '/inquiries/{id}/reopen', kept)
export const useRevealSender = () => api.useMutation('post', '/inquiries/{id}/reveal')
export const useFollowUpInquiry = () => api.useMutation('post', '/inquiries/{id}/follow-up', kept)

/** The answer of an action is the record as it is now; what hangs on it is read again. */
function keep(inquiry: Inquiry) {
  queryClient.setQueryData(inquiryQuery(inquiry.id).queryKey, inquiry)
  renewAround(inquiry.id)
}

/** Reads again what an action on an inquiry may have changed beside it: thread, clocks, timeline, lists. */
export function renewAround(id: string) {
  const queryKeys = [
    messagesQuery(id).queryKey,
    candidatesQuery(id).queryKey,
    closingQuery(id).queryKey,
    ['obligations', 'of', id],
    ['inquiries'],
  ]
  for (const queryKey of queryKeys) void queryClient.invalidateQueries({ queryKey })
}
