import type { TFunction } from 'i18next'
import { comma } from '~/ui/comma'
import { moneyWords } from '~/ui/money'
import { isMoney, type SheetField, type Value, type Values } from '~/ui/sheet/sheet'
import { KINDS, type Project } from './api'

/** What is known of a project, in the order in which it is asked. */
export function projectFields(t: TFunction): SheetField[] {
  const field = (id: string, more: Partial<SheetField>): SheetField => ({
    id,
    name: t(`project.field.${id}`),
    type: 'text',
    ...more,
  })
  return [
    field('name', { required: true, limit: 200 }),
    field('kind', {
      type: 'choice',
      required: true,
      choices: KINDS.map((id) => ({ id, name: t(`project.kind.${id}`) })),
    }),
    field('amount', { type: 'money', help: t('project.help.amount') }),
    field('margin_percent', { type: 'percent' }),
    field('public_sector', { type: 'flag' }),
    field('first_lead_on', { type: 'date', help: t('project.help.first_lead_on') }),
    field('expected_sign_on', { type: 'date' }),
    field('goal', { long: true, limit: 2000 }),
    field('notes', { long: true, limit: 20_000 }),
  ]
}

export function valuesOf(project: Project): Values {
  return {
    name: project.name,
    kind: project.kind,
    amount: project.amount ?? null,
    margin_percent: project.margin_percent ?? null,
    public_sector: project.public_sector,
    first_lead_on: project.first_lead_on,
    expected_sign_on: project.expected_sign_on ?? null,
    goal: project.goal ?? null,
    notes: project.notes ?? null,
  }
}

export const textOf = (value: Value | undefined) =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null

/** What the sheet says, as the server reads it. */
export function bodyOf(values: Values) {
  return {
    name: textOf(values.name) ?? '',
    kind: KINDS.find((kind) => kind === values.kind) ?? 'integration',
    amount: isMoney(values.amount) ? values.amount : null,
    margin_percent: typeof values.margin_percent === 'number' ? values.margin_percent : null,
    public_sector: values.public_sector === true,
    expected_sign_on: textOf(values.expected_sign_on),
    goal: textOf(values.goal),
    notes: textOf(values.notes),
    ...(textOf(values.first_lead_on) === null ? {} : { first_lead_on: String(values.first_lead_on) }),
  }
}

/** A value of a field that the pack adds, as a line shows it. */
export function shownExtra(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return value ? '✓' : ''
  if (isMoney(value)) return moneyWords(value, document.documentElement.lang || 'zh')
  return Array.isArray(value) ? value.map(shownExtra).join(comma()) : ''
}
