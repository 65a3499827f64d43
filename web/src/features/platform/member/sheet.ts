import type { TFunction } from 'i18next'
import type { SheetField, Value } from '~/ui/sheet/sheet'

export const LANGUAGES = ['zh', 'zh-Hant', 'en'] as const

interface Choice {
  id: string
  name: string
}

const language = (t: TFunction): SheetField => ({
  id: 'language',
  name: t('member.language'),
  type: 'choice',
  required: true,
  choices: LANGUAGES.map((id) => ({ id, name: t(`member.speaks.${id}`) })),
})

const contact = (t: TFunction): SheetField[] => [
  { id: 'email', name: t('member.email'), type: 'text', limit: 254 },
  { id: 'phone', name: t('member.phone'), type: 'text', limit: 50 },
]

/** What is asked to let somebody in: who, the way in, where, and what for. */
export function newMemberFields(
  t: TFunction,
  departments: readonly Choice[],
  positions: readonly Choice[],
): SheetField[] {
  return [
    { id: 'name', name: t('member.name'), type: 'text', required: true, limit: 100 },
    {
      id: 'login',
      name: t('member.login'),
      type: 'text',
      required: true,
      limit: 100,
      help: t('member.loginHelp'),
    },
    { id: 'password', name: t('member.password'), type: 'text', limit: 200, help: t('member.passwordHelp') },
    {
      id: 'department_id',
      name: t('member.department'),
      type: 'choice',
      listed: true,
      required: true,
      choices: departments,
    },
    { id: 'head', name: t('member.isHead'), type: 'flag' },
    ...(positions.length > 0
      ? [
          {
            id: 'positions',
            name: t('member.positions'),
            type: 'choice' as const,
            many: true,
            choices: positions,
            help: t('member.positionsHelp'),
          },
        ]
      : []),
    ...contact(t),
    language(t),
  ]
}

export const memberFields = (t: TFunction): SheetField[] => [
  { id: 'name', name: t('member.name'), type: 'text', required: true, limit: 100 },
  { id: 'login', name: t('member.login'), type: 'text', required: true, limit: 100 },
  ...contact(t),
  language(t),
]

export const textOf = (value: Value | undefined): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null

export const languageOf = (value: Value | undefined): (typeof LANGUAGES)[number] =>
  LANGUAGES.find((one) => one === value) ?? 'zh'
