import type { components } from '~/api/schema'
import type { Values } from '~/ui/sheet/sheet'
import { textOf } from '../inquiry/sheet'
import type { Lead } from './api'

type LeadChanges = components['schemas']['LeadChanges']

export const leadBody = (values: Values, customer: string | null) => ({
  title: textOf(values.title) ?? '',
  customer_id: customer,
  source: textOf(values.source),
  needs: textOf(values.needs),
  first_on: textOf(values.first_on),
})

export const leadValues = ({ title, source, needs, first_on }: Lead): Values => ({
  title,
  source: source ?? null,
  needs: needs ?? null,
  first_on,
})

/** Only what differs. */
export function leadChanges(values: Values, customer: string | null, before: Lead): LeadChanges {
  const { title, source, needs, first_on } = leadBody(values, customer)
  const changes: LeadChanges = {}
  if (title !== before.title) changes.title = title
  if (customer !== (before.customer_id ?? null)) changes.customer_id = customer
  if (source !== (before.source ?? null)) changes.source = source
  if (needs !== (before.needs ?? null)) changes.needs = needs
  if (first_on !== null && first_on !== before.first_on) changes.first_on = first_on
  return changes
}
