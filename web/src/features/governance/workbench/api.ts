import { api } from '~/api/client'
import type { components } from '~/api/schema'

export type Obligation = components['schemas']['ObligationView']
export type Approval = components['schemas']['ApprovalView']

/** A record of one's own, as the crate that owns it shows it. */
export interface DeskRecord {
  id: string
  number: string
  name?: string
  title?: string
  stage_name?: string
  address?: string | null
  /** Null where there is none, absent where nobody looked. */
  next_step?: string | null
}

export interface Workbench {
  obligations: Obligation[]
  approvals: Approval[]
  inquiries: DeskRecord[]
  projects: DeskRecord[]
  /** How many of each there are, shown or not. */
  totals: Totals
}

type Totals = Record<Desk, number>

/** What stands on the page, in its order. */
export const desks = ['obligations', 'approvals', 'inquiries', 'projects'] as const
export type Desk = (typeof desks)[number]

/** Where the server does not say how many there are, what it shows is all. */
function complete(answer: unknown): Workbench {
  const given: Omit<Workbench, 'totals'> & { totals?: Totals } = {
    obligations: [],
    approvals: [],
    inquiries: [],
    projects: [],
    ...Object(answer),
  }
  const { obligations, approvals, inquiries, projects } = given
  const shown: Totals = {
    obligations: obligations.length,
    approvals: approvals.length,
    inquiries: inquiries.length,
    projects: projects.length,
  }
  return { ...given, totals: { ...shown, ...given.totals } }
}

/** What its reader owes, what waits for their decision, and what is theirs. Fresh once a minute, and on return. */
export const workbenchQuery = api.queryOptions(
  'get',
  '/workbench',
  {},
  {
    refetchInterval: 60_000,
    // The desks come from crates that governance does not know, so that the document leaves them open.
    select: complete,
  },
)
