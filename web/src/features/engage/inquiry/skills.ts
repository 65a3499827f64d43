import { useQuery } from '@tanstack/react-query'
import { api } from '~/api/client'

const skillsQuery = api.queryOptions('get', '/skills', {}, { staleTime: 5 * 60_000, retry: false })

/** What skills are called; their id where the reader may not know or none is declared. */
export function useSkillNames(): (skill: string) => string {
  const { data } = useQuery(skillsQuery)
  const names = new Map((data?.items ?? []).map(({ id, name }) => [id, name]))
  return (skill) => names.get(skill) ?? skill
}
