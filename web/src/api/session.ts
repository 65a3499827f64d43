import { useSuspenseQuery } from '@tanstack/react-query'
import { api, type Read } from './client'

export type Session = Read<'/session'>

/** Who is logged in, what they may do, and the company's zone and currency. */
export const sessionQuery = api.queryOptions('get', '/session', {}, { staleTime: 5 * 60_000, retry: false })

export const useSession = (): Session => useSuspenseQuery(sessionQuery).data

/** `useMay()('project.create')`. Buttons on a record are drawn from its `can` instead. */
export function useMay(): (permission: string) => boolean {
  const { permissions } = useSession()
  return (permission) => permissions.includes(permission)
}
