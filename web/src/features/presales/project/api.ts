import { api, client, queryClient, read } from '~/api/client'
import type { components } from '~/api/schema'
import type { ListSearch, PageRequest } from '~/ui/list/search'

export type Project = components['schemas']['ProjectView']
export type ProjectRow = components['schemas']['ProjectRow']
export type Role = components['schemas']['RoleView']
export type BoardColumn = components['schemas']['BoardColumn']
export type TimelineItem = components['schemas']['TimelineItem']

export const KINDS = ['product', 'service', 'integration', 'other'] as const
export const STATES = [
  'active',
  'won',
  'lost',
  'dropped',
  'suspended',
  'summarised',
  'evaluated',
  'archived',
] as const
const of = (id: string) => ({ params: { path: { id } } })

export const projectQuery = (id: string) => api.queryOptions('get', '/projects/{id}', of(id))
export const gateQuery = (id: string) => api.queryOptions('get', '/projects/{id}/gate', of(id))
export const teamQuery = (id: string) => api.queryOptions('get', '/projects/{id}/team', of(id))
/** The board, narrowed as the list is. */
export const boardQuery = ({ filter, q }: Pick<ListSearch, 'filter' | 'q'> = {}) =>
  api.queryOptions('get', '/projects/board', {
    params: {
      query: {
        ...(filter === undefined ? {} : { filter: JSON.stringify(filter) }),
        ...(q === undefined ? {} : { q }),
      },
    },
  })
/** What a new project asks for, and the stages that there are. */
export const beginningQuery = api.queryOptions('get', '/projects/beginning', {}, { staleTime: 5 * 60_000 })
export const UNINITIATED = ['projects', 'uninitiated'] as const

export const loadUninitiated = async (after: string | undefined) =>
  read(await client.GET('/projects/uninitiated', { params: { query: after === undefined ? {} : { after } } }))

export const loadProjects = async (query: PageRequest) =>
  read(await client.GET('/projects', { params: { query } }))

export async function loadTimeline(id: string, before: string | undefined) {
  const query = { limit: 50, ...(before === undefined ? {} : { before }) }
  return read(await client.GET('/projects/{id}/timeline', { params: { path: { id }, query } })).items
}

export const useCreateProject = () => api.useMutation('post', '/projects', { onSuccess: keep })
export const useUpdateProject = () => api.useMutation('patch', '/projects/{id}', { onSuccess: keep })
export const useAdvance = () => api.useMutation('post', '/projects/{id}/advance', { onSuccess: keep })
export const useReturn = () => api.useMutation('post', '/projects/{id}/return', { onSuccess: keep })
export const useSkip = () => api.useMutation('post', '/projects/{id}/skip', { onSuccess: keep })
export const useWin = () => api.useMutation('post', '/projects/{id}/win', { onSuccess: keep })
export const useLose = () => api.useMutation('post', '/projects/{id}/lose', { onSuccess: keep })
export const useDrop = () => api.useMutation('post', '/projects/{id}/drop', { onSuccess: keep })
export const useTransfer = () => api.useMutation('post', '/projects/{id}/transfer', { onSuccess: keep })
export const useSuspend = () => api.useMutation('post', '/projects/{id}/suspend', { onSuccess: keep })
export const useResume = () => api.useMutation('post', '/projects/{id}/resume', { onSuccess: keep })
export const useSummarise = () => api.useMutation('post', '/projects/{id}/summarise', { onSuccess: keep })
export const useEvaluate = () => api.useMutation('post', '/projects/{id}/evaluate', { onSuccess: keep })
export const useArchive = () => api.useMutation('post', '/projects/{id}/archive', { onSuccess: keep })
export const useJoin = () => api.useMutation('post', '/projects/{id}/team', { onSuccess: keep })
export const useLeave = () => api.useMutation('post', '/projects/{id}/team/{place}/end', { onSuccess: keep })
export const useAppoint = () => api.useMutation('post', '/projects/{id}/appoint', { onSuccess: keep })
export const useFileNews = () => api.useMutation('post', '/projects/{id}/dynamic-items', { onSuccess: keep })
export const useExempt = () => api.useMutation('post', '/exemptions')

/** The answer of an action is the project as it is now; what hangs on it is read again. */
function keep(project: Project) {
  queryClient.setQueryData(projectQuery(project.id).queryKey, project)
  renewAround(project.id)
}

/** Reads the project and all that hangs on it again: something below it changed. */
export function renewProject(id: string) {
  void queryClient.invalidateQueries({ queryKey: projectQuery(id).queryKey })
  renewAround(id)
}

function renewAround(id: string) {
  const around = [
    ['projects'],
    ['get', '/projects/board'],
    gateQuery(id).queryKey,
    teamQuery(id).queryKey,
    ['get', '/gates'],
    ['get', '/projects/{id}/initiations'],
    ['get', '/projects/{id}/archive'],
    ['news', id],
    ['filings', 'of', id],
    ['get', '/workbench'],
    ['obligations'],
  ]
  for (const queryKey of around) void queryClient.invalidateQueries({ queryKey })
}
