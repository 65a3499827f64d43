import type { Outcome, Where } from './api'

export type ComplianceTab = 'controls' | 'clauses'

export interface ComplianceSearch extends Where {
  tab?: ComplianceTab
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
  return search.tab === 'clauses' ? { ...whereOf(search), tab: 'clauses' } : whereOf(search)
}

export function controlSearch(search: Record<string, unknown>): ControlSearch {
  const outcome = OUTCOMES.find((one) => one === search.outcome)
  return outcome === undefined ? whereOf(search) : { ...whereOf(search), outcome }
}
