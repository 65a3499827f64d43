import type { TFunction } from 'i18next'
import { isRows, isTexts, type SheetField, type Value, type Values } from '~/ui/sheet/sheet'
import type { Contact } from '../contact/api'
import { type Interaction, type InteractionKind, KINDS } from './api'

type Promised = Interaction['promises'][number]

/** What is written down of something that was held, or asked of something that is planned. */
export function interactionFields(
  t: TFunction,
  contacts: readonly Contact[],
  planned: boolean,
  inquiries: readonly { id: string; name: string }[] = [],
  projects: readonly { id: string; name: string }[] = [],
): SheetField[] {
  const field = (id: string, more: Partial<SheetField> = {}): SheetField => ({
    id,
    name: t(`interaction.field.${id}`),
    type: 'text',
    ...more,
  })
  const who: SheetField[] =
    contacts.length === 0
      ? []
      : [
          field('contacts', {
            type: 'choice',
            many: true,
            choices: contacts.map(({ id, name, position }) => ({
              id,
              name: position ? `${name}（${position}）` : name,
            })),
          }),
        ]
  const kind = field('kind', {
    type: 'choice',
    required: true,
    choices: KINDS.map((id) => ({ id, name: t(`interaction.kind.${id}`) })),
  })
  const members = field('members', { type: 'member', many: true })
  const about = projects.length === 0 ? [] : [field('project_id', { type: 'choice', choices: projects })]
  if (planned) {
    return [
      kind,
      field('planned_at', { type: 'instant', required: true }),
      ...who,
      members,
      ...about,
      field('outline', { long: true, limit: 20_000, help: t('interaction.help.outline') }),
    ]
  }
  return [
    kind,
    field('happened_at', { type: 'instant', required: true }),
    ...who,
    members,
    ...about,
    field('inbound', { type: 'flag', help: t('interaction.help.inbound') }),
    ...(inquiries.length === 0
      ? []
      : [field('inquiry_id', { type: 'choice', choices: inquiries, when: 'form.inbound == true' })]),
    field('content', { long: true, required: true, limit: 20_000 }),
    field('needs', { long: true, limit: 10_000 }),
    field('feedback', { long: true, limit: 10_000 }),
    field('promises', { type: 'actions', help: t('interaction.help.promises') }),
    field('next_action', { limit: 2_000 }),
  ]
}

export const textOf = (value: Value | undefined) =>
  typeof value === 'string' && value.trim() !== '' ? value : null
export const textsOf = (value: Value | undefined) => (isTexts(value) ? [...value] : [])

export function kindOf(value: Value | undefined): InteractionKind {
  return KINDS.find((kind) => kind === value) ?? 'other'
}

/** The promises as they were typed; a row that is empty altogether is none. */
export function promisesOf(values: Values): Promised[] {
  const rows = isRows(values.promises) ? values.promises : []
  return rows
    .map((row) => ({
      what: textOf(row.what) ?? '',
      owner: textOf(row.owner),
      due_on: textOf(row.due_on) ?? '',
    }))
    .filter(({ what, owner, due_on }) => what !== '' || owner !== null || due_on !== '')
}
