import type { BarStage } from '~/ui/StageBar'
import type { Project } from './api'

/** The stages as the bar draws them: working days spent against those allowed, and where the project stands. */
export function barOf(stages: Project['stages']): BarStage[] {
  return stages.map(({ id, name, state, spent_days, limit_days }) => ({
    id,
    name,
    state: state === 'current' ? 'current' : state === 'ahead' ? 'future' : 'past',
    spent_days: state === 'ahead' ? null : (spent_days ?? null),
    limit_days: state === 'current' ? (limit_days ?? null) : null,
  }))
}

/** The stage in which it stands, with its due time. */
export const currentOf = (stages: Project['stages']) => stages.find(({ state }) => state === 'current')

export const nameOfStage = (project: Project, id: string | null | undefined) =>
  project.stages.find((stage) => stage.id === id)?.name ?? id ?? ''
