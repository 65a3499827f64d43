import type { Proposal } from './api'

/** Why an inquiry went to whom it went: the picture of that moment, as the record keeps it. */
export interface Why {
  proposal: Proposal
  /** In the words of whoever passed it on. */
  reason: string | undefined
}

/** Reads what the record keeps; undefined when nobody was chosen yet. */
export function whyOf(kept: unknown): Why | undefined {
  if (!isProposal(kept)) return undefined
  const reason = 'reason' in kept && typeof kept.reason === 'string' ? kept.reason : undefined
  return { proposal: kept, reason }
}

function isProposal(value: unknown): value is Proposal {
  return (
    typeof value === 'object' &&
    value !== null &&
    'pick' in value &&
    typeof value.pick === 'string' &&
    'candidates' in value &&
    Array.isArray(value.candidates)
  )
}

/** `technical>=2` with the name of the skill. */
export function needWords(need: string, nameOf: (skill: string) => string): string {
  const [skill = need, level] = need.split('>=')
  return level === undefined ? nameOf(skill) : `${nameOf(skill)} ≥ ${level}`
}

/** Whole hours with one digit behind the point, from minutes. */
export const hoursOf = (minutes: number) => Math.round(minutes / 6) / 10
