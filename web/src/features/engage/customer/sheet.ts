import type { TFunction } from 'i18next'
import {
  extraChanges,
  extraFields,
  extraOf,
  extraValues,
  type FieldView,
} from '~/features/governance/filing/extra'
import { isMoney, type SheetField, type Value, type Values } from '~/ui/sheet/sheet'
import type { CreateCustomer, Customer, CustomerChanges } from './api'

/** The fields of a customer's file, in the order in which they are asked. */
export function customerFields(t: TFunction, extra: readonly FieldView[] = []): SheetField[] {
  const field = (id: string, more: Partial<SheetField> = {}): SheetField => ({
    id,
    name: t(`customer.field.${id}`),
    type: 'text',
    limit: 100,
    ...more,
  })
  return [
    field('name', { required: true, limit: 200 }),
    field('kind', {
      type: 'choice',
      required: true,
      choices: ['company', 'person'].map((id) => ({ id, name: t(`customer.kind.${id}`) })),
    }),
    field('short_name'),
    field('credit_code', { limit: 30, when: "form.kind != 'person'", help: t('customer.help.credit_code') }),
    field('industry'),
    field('region'),
    field('source', { help: t('customer.help.source') }),
    field('budget', { type: 'money' }),
    field('needs', { long: true, limit: 10_000 }),
    field('preferences', { long: true, limit: 10_000 }),
    field('purchase_behaviour', { long: true, limit: 10_000, help: t('customer.help.purchase_behaviour') }),
    field('address', { limit: 500 }),
    field('website', { limit: 500 }),
    field('mail_domain', { limit: 253, help: t('customer.help.mail_domain') }),
    ...extraFields(extra),
  ]
}

/** What the sheet begins with when a file is changed. */
export function valuesOf(customer: Customer, extra: readonly FieldView[] = []): Values {
  return {
    ...extraValues(extra, customer.extra),
    name: customer.name,
    kind: customer.kind,
    short_name: customer.short_name ?? null,
    credit_code: customer.credit_code ?? null,
    industry: customer.industry ?? null,
    region: customer.region ?? null,
    source: customer.source ?? null,
    budget: customer.budget ?? null,
    needs: customer.needs ?? null,
    preferences: customer.preferences ?? null,
    purchase_behaviour: customer.purchase_behaviour ?? null,
    address: customer.address ?? null,
    website: customer.website ?? null,
    mail_domain: customer.mail_domain ?? null,
  }
}

const textOf = (value: Value | undefined) => (typeof value === 'string' && value.trim() !== '' ? value : null)
const kindOf = (value: Value | undefined) => (value === 'person' ? 'person' : 'company')

/** A file to be opened. A reason says that the customers which look the same are others. */
export function creation(values: Values): CreateCustomer {
  const reason = textOf(values.not_duplicate_reason)
  return {
    ...changed(values),
    ...extraBody(extraOf(values)),
    name: textOf(values.name) ?? '',
    kind: kindOf(values.kind),
    confirmed_not_duplicate: reason !== null,
    not_duplicate_reason: reason,
  }
}

/** Only what differs from the file as it was read. */
export function changes(values: Values, before: Customer): CustomerChanges {
  const old = valuesOf(before)
  const differs = ([field, value]: [string, unknown]) =>
    JSON.stringify(value ?? null) !== JSON.stringify(old[field] ?? null)
  const own = { ...changed(values), name: textOf(values.name) ?? '', kind: kindOf(values.kind) }
  return {
    ...Object.fromEntries(Object.entries(own).filter(differs)),
    ...extraBody(extraChanges(values, before.extra)),
  }
}

const extraBody = (extra: Record<string, Value> | undefined) =>
  extra === undefined || Object.keys(extra).length === 0 ? {} : { extra }

function changed(values: Values) {
  return {
    short_name: textOf(values.short_name),
    credit_code: textOf(values.credit_code),
    industry: textOf(values.industry),
    region: textOf(values.region),
    source: textOf(values.source),
    budget: isMoney(values.budget) ? values.budget : null,
    needs: textOf(values.needs),
    preferences: textOf(values.preferences),
    purchase_behaviour: textOf(values.purchase_behaviour),
    address: textOf(values.address),
    website: textOf(values.website),
    mail_domain: textOf(values.mail_domain),
  }
}
