import type { BoardColumn, ProjectRow } from './api'

/** The column in which a card may be put down: the one right after its own. */
export function nextColumn(columns: readonly BoardColumn[], card: ProjectRow): BoardColumn | undefined {
  const at = columns.findIndex(({ stage, state }) => stage === card.stage && state === card.state)
  const next = at < 0 ? undefined : columns[at + 1]
  return next?.state === card.state ? next : undefined
}
