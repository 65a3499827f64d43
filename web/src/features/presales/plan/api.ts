import { api, queryClient } from '~/api/client'
import type { components } from '~/api/schema'
import { renewProject } from '../project/api'

export type Task = components['schemas']['TaskView']
export type Milestone = components['schemas']['MilestoneView']

const of = (id: string) => ({ params: { path: { id } } })

export const tasksQuery = (project: string) => api.queryOptions('get', '/projects/{id}/tasks', of(project))
export const taskQuery = (id: string) => api.queryOptions('get', '/tasks/{id}', of(id))
export const milestonesQuery = (project: string) =>
  api.queryOptions('get', '/projects/{id}/milestones', of(project))
export const milestoneQuery = (id: string) => api.queryOptions('get', '/milestones/{id}', of(id))

const taskChanged = ({ project_id }: Task) => renewPlan(project_id)
const milestoneChanged = ({ project_id }: Milestone) => renewPlan(project_id)

export const useCreateTask = () => api.useMutation('post', '/projects/{id}/tasks', { onSuccess: taskChanged })
export const useUpdateTask = () => api.useMutation('patch', '/tasks/{id}', { onSuccess: taskChanged })
export const useAssignTask = () => api.useMutation('post', '/tasks/{id}/assign', { onSuccess: taskChanged })
export const useCompleteTask = () =>
  api.useMutation('post', '/tasks/{id}/complete', { onSuccess: taskChanged })
export const useCancelTask = () => api.useMutation('post', '/tasks/{id}/cancel', { onSuccess: taskChanged })
export const usePlanMilestone = () =>
  api.useMutation('post', '/projects/{id}/milestones', { onSuccess: milestoneChanged })
export const useUpdateMilestone = () =>
  api.useMutation('patch', '/milestones/{id}', { onSuccess: milestoneChanged })
export const useReachMilestone = () =>
  api.useMutation('post', '/milestones/{id}/reach', { onSuccess: milestoneChanged })
export const useCancelMilestone = () =>
  api.useMutation('post', '/milestones/{id}/cancel', { onSuccess: milestoneChanged })
export const useBaseline = (project: string) =>
  api.useMutation('post', '/projects/{id}/baseline-plan', { onSuccess: () => renewPlan(project) })

function renewPlan(project: string) {
  void queryClient.invalidateQueries({ queryKey: tasksQuery(project).queryKey })
  void queryClient.invalidateQueries({ queryKey: milestonesQuery(project).queryKey })
  renewProject(project)
}
