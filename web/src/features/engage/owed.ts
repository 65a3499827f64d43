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

/** What the rules are called under which something was owed on a record, by their ids. */
export function useRuleNames(id: string): ReadonlyMap<string, string> {
  const { data = [] } = useQuery({
    queryKey: ['obligations', 'of', id, 'ever'],
    queryFn: async () => {
      const filter = JSON.stringify({ field: 'subject', op: 'eq', value: id })
      return read(await client.GET('/obligations', { params: { query: { filter, limit: 200 } } })).items
    },
  })
  return new Map(data.map(({ rule, name }) => [rule, name]))
}
