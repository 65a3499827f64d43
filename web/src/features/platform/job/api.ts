import { api, client, queryClient, read } from '~/api/client'
import type { components } from '~/api/schema'

export type Job = components['schemas']['JobView']
export const STATES = ['failed', 'waiting', 'done'] as const
export type JobState = (typeof STATES)[number]

export async function loadJobs(state: JobState, cursor: string | undefined) {
  const filter = JSON.stringify({ field: 'state', op: 'eq', value: state })
  return read(
    await client.GET('/jobs', { params: { query: { filter, limit: 50, ...(cursor ? { cursor } : {}) } } }),
  )
}

export const useRetryJob = () =>
  api.useMutation('post', '/jobs/{id}/retry', {
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['jobs'] }),
  })
