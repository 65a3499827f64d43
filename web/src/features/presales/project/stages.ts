import type { BarStage } from '~/ui/StageBar'
import type { Project } from './api'

const DAY = 86_400

/** The stages as the bar draws them: days spent, where the project stands. */
export function barOf(stages: Project['stages']): BarStage[] {
  return stages.map(({ id, name, state, spent_seconds }) => ({
    id,
    name,
    state: state === 'current' ? 'current' : state === 'ahead' ? 'future' : 'past',
    spent_days: state === 'ahead' ? null : Math.round(spent_seconds / DAY),
  }))
}

/** The stage in which it stands, with its due time. */
export const currentOf = (stages: Project['stages']) => stages.find(({ state }) => state === 'current')

export const nameOfStage = (project: Project, id: string | null | undefined) =>
  project.stages.find((stage) => stage.id === id)?.name ?? id ?? ''
