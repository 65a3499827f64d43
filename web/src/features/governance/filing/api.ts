import { api, queryClient } from '~/api/client'
import type { components } from '~/api/schema'

export type Form = components['schemas']['FormView']

export const formQuery = (form: string, kind: string, id: string) =>
  api.queryOptions(
    'get',
    '/forms/{form}',
    { params: { path: { form }, query: { subject_kind: kind, subject_id: id } } },
    { staleTime: 0 },
  )

export const useFileSheet = () =>
  api.useMutation('post', '/filings', {
    onSuccess: ({ subject: { kind, id } }) => {
      const touched = [
        ['filings', 'of', id],
        ['obligations', 'of', id],
        ['customers', 'timeline'],
        ['inquiries', 'timeline'],
        ['get', '/workbench'],
        ['get', '/forms/{form}'],
      ]
      for (const queryKey of touched) void queryClient.invalidateQueries({ queryKey })
      if (kind === 'inquiry')
        void queryClient.invalidateQueries({
          queryKey: ['get', '/inquiries/{id}', { params: { path: { id } } }],
        })
    },
  })
