import { api } from '~/api/client'
import type { components } from '~/api/schema'

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
