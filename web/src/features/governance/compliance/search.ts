import type { Outcome, Where } from './api'

export type ComplianceTab = 'controls' | 'clauses'

export interface ComplianceSearch extends Where {
  tab?: ComplianceTab
  /** Only clauses that are not carried to their end. */
  unbound?: true
}

export interface ControlSearch extends Where {
  outcome?: Outcome
}

export const OUTCOMES: readonly Outcome[] = ['on_time', 'late', 'open', 'waived', 'met', 'unmet', 'exempted']

const MONTH = /^\d{4}-\d{2}$/
const ID = /^[\w-]{1,60}$/

function whereOf(search: Record<string, unknown>): Where {
  const where: Where = {}
  if (typeof search.period === 'string' && MONTH.test(search.period)) where.period = search.period
  if (typeof search.department === 'string' && ID.test(search.department))
    where.department = search.department
  return where
}

export function complianceSearch(search: Record<string, unknown>): ComplianceSearch {
  if (search.tab !== 'clauses') return whereOf(search)
  return { ...whereOf(search), tab: 'clauses', ...(search.unbound === true ? { unbound: true } : {}) }
}

export function controlSearch(search: Record<string, unknown>): ControlSearch {
  const outcome = OUTCOMES.find((one) => one === search.outcome)
  return outcome === undefined ? whereOf(search) : { ...whereOf(search), outcome }
}
