import type { Money } from '~/ui/money'
import type { BoardColumn, ProjectRow } from './api'

/** The columns of the board with only the cards of a filtered list: counted and summed anew. */
export function narrowed(columns: readonly BoardColumn[], rows: readonly ProjectRow[]): BoardColumn[] {
  return columns.map((column) => {
    const items = rows.filter(({ stage, state }) => stage === column.stage && state === column.state)
    return { ...column, items, count: items.length, amount: sumOf(items, column.amount) }
  })
}

/** Amounts of the home currency together. */
function sumOf(rows: readonly ProjectRow[], like: Money | null | undefined): Money | null {
  if (!like) return null
  const same = rows.flatMap(({ amount }) => (amount?.currency === like.currency ? [amount.amount] : []))
  return { amount: same.reduce((sum, amount) => sum + amount, 0), currency: like.currency }
}

/** The column in which a card may be put down: the one right after its own. */
export function nextColumn(columns: readonly BoardColumn[], card: ProjectRow): BoardColumn | undefined {
  const at = columns.findIndex(({ stage, state }) => stage === card.stage && state === card.state)
  const next = at < 0 ? undefined : columns[at + 1]
  return next?.state === card.state ? next : undefined
}
