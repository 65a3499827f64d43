import { useQuery } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { MemberChoice } from './sheet/sheet'

/** Where colleagues are found: `ui` itself knows no record. */
export interface People {
  /** Whose name begins so. */
  find: (typed: string) => Promise<readonly MemberChoice[]>
  /** Those of these ids. */
  named: (ids: readonly string[]) => Promise<readonly MemberChoice[]>
}

const Context = createContext<People>({ find: async () => [], named: async () => [] })

export const PeopleProvider = Context.Provider
export const usePeople = () => useContext(Context)

/** Names of members by id, for what an address or a record holds of them. */
export function useNamesOf(ids: readonly string[]): ReadonlyMap<string, MemberChoice> {
  const { named } = usePeople()
  const asked = [...new Set(ids)].sort()
  const { data = [] } = useQuery({
    queryKey: ['people', 'named', asked],
    queryFn: () => named(asked),
    enabled: asked.length > 0,
    staleTime: 5 * 60_000,
    placeholderData: (before) => before,
  })
  return new Map(data.map((one) => [one.id, one]))
}

/** Somebody as a choice: the name, and the department to tell two of one name apart. */
export const labelOf = ({ name, note }: MemberChoice) => (note ? `${name} · ${note}` : name)
