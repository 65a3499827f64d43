import { useQuery } from '@tanstack/react-query'
import { client, read } from '~/api/client'
import type { components } from '~/api/schema'

export type Obligation = components['schemas']['ObligationView']

/** What is owed on a record now, the earliest due first: first reply, completion, follow-ups. */
export function useOwed(id: string) {
  return useQuery({
    queryKey: ['obligations', 'of', id],
    queryFn: async () => {
      const filter = JSON.stringify({
        all: [
          { field: 'subject', op: 'eq', value: id },
          { field: 'state', op: 'eq', value: 'open' },
        ],
      })
      const query = { filter, sort: 'due_at', limit: 20 }
      return read(await client.GET('/obligations', { params: { query } })).items
    },
    refetchInterval: 60_000,
  })
}
