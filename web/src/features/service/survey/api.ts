import { api } from '~/api/client'
import type { components } from '~/api/schema'

export type Survey = components['schemas']['SurveyView']
export type Form = components['schemas']['FormView']

/** The form behind a customer's link. */
export const publicFormQuery = (token: string) =>
  api.queryOptions(
    'get',
    '/public/forms/{token}',
    { params: { path: { token } } },
    { staleTime: Number.POSITIVE_INFINITY },
  )

export const useAnswerForm = () => api.useMutation('post', '/public/forms/{token}')

/** What the customer of a record was asked. */
export const surveysQuery = (kind: string, id: string) =>
  api.queryOptions('get', '/surveys', { params: { query: { subject_kind: kind, subject_id: id } } })

export const useSurveyLink = () => api.useMutation('post', '/surveys/{id}/link')
