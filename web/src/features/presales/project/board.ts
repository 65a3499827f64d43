import { filterOf, partsOf } from '~/ui/list/filter'
import type { ListSearch } from '~/ui/list/search'
import type { BoardColumn, ProjectRow } from './api'

/** The column in which a card may be put down: that of the stage which follows in its own lifecycle. */
export function nextColumn(columns: readonly BoardColumn[], card: ProjectRow): BoardColumn | undefined {
  return columns.find(({ stage, state }) => stage === card.next_stage && state === card.state)
}

/** The list's address with all that a column counts, narrowed as the board is. */
export function within(list: ListSearch, { state, stage }: BoardColumn): ListSearch {
  const parts = partsOf(list.filter).filter(
    (part) => !('field' in part) || (part.field !== 'state' && part.field !== 'stage'),
  )
  const filter = filterOf([
    ...parts,
    { field: 'state', op: 'in', value: [state] },
    { field: 'stage', op: 'in', value: [stage] },
  ])
  return { ...(list.q === undefined ? {} : { q: list.q }), ...(filter === undefined ? {} : { filter }) }
}
