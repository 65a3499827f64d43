import type { TFunction } from 'i18next'
import { openSections } from '~/features/platform/admin/sections'
import type { Act, CommandGroup } from '~/ui/commands/commands'
import type { Choice } from '~/ui/UserMenu'
import { isOpen, places } from '../places'

/** What one may choose of oneself, as the menu under one's name has it. */
export interface Self {
  standIns: readonly Choice[]
  languages: readonly Choice[]
  appearances: readonly Choice[]
  onAccount: () => void
  onLogOut: () => void
}

interface Surroundings {
  t: TFunction
  may: (permission: string) => boolean
  /** Goes to an address inside the product. */
  go: (to: string, search?: { panel: string }) => void
  /** What the open page offers. */
  here: readonly Act[]
  self: Self
  onKeys: () => void
}

/** Where a record begins, by the panel that its list's own button opens. */
const BEGINNINGS = [
  { label: 'customer.create', address: '/customers', permission: 'customer.create' },
  { label: 'inquiry.receive', address: '/inquiries', permission: 'inquiry.receive' },
  { label: 'lead.create', address: '/leads', permission: 'lead.create' },
  { label: 'project.create', address: '/projects', permission: 'project.create' },
  { label: 'member.create', address: '/members', permission: 'member.create' },
] as const

/** Everything that can be done or gone to, what is nearest first. */
export function commandGroups({ t, may, go, here, self, onKeys }: Surroundings): CommandGroup[] {
  return [
    {
      key: 'here',
      name: t('command.here'),
      commands: here.map((act) => ({ ...act, key: `here.${act.key}` })),
    },
    {
      key: 'begin',
      name: t('command.begin'),
      commands: BEGINNINGS.filter(({ permission }) => may(permission)).map(({ label, address }) => ({
        key: label,
        label: t(label),
        onClick: () => go(address, { panel: 'new' }),
      })),
    },
    {
      key: 'go',
      name: t('command.go'),
      commands: [
        ...places
          .filter((place) => isOpen(place, may))
          .map(({ key, address, icon, letter }) => ({
            key: `place.${key}`,
            label: t(`place.${key}`),
            icon,
            keys: letter && `g ${letter}`,
            onClick: () => go(address),
          })),
        {
          key: 'notifications',
          label: t('notification.title'),
          keys: 'g n',
          onClick: () => go('/notifications'),
        },
        ...(may('export_run.read')
          ? [{ key: 'exports', label: t('export.all'), onClick: () => go('/exports') }]
          : []),
      ],
    },
    {
      key: 'administration',
      name: t('place.administration'),
      commands: openSections(may).map(({ key, address }) => ({
        key: `room.${key}`,
        label: t(`admin.room.${key}`),
        onClick: () => go(address),
      })),
    },
    {
      key: 'self',
      name: t('command.self'),
      commands: [
        { key: 'account', label: t('shell.account'), onClick: self.onAccount },
        ...chosenOf('standIn', t('shell.standIn'), self.standIns),
        ...chosenOf('language', t('shell.language'), self.languages),
        ...chosenOf('appearance', t('shell.appearance.title'), self.appearances),
        { key: 'keys', label: t('keys.title'), keys: '?', onClick: onKeys },
        { key: 'out', label: t('shell.logOut'), onClick: self.onLogOut },
      ],
    },
  ]
}

const chosenOf = (family: string, title: string, choices: readonly Choice[]) =>
  choices
    .filter(({ current }) => !current)
    .map(({ key, name, choose }) => ({
      key: `${family}.${key}`,
      label: `${title} · ${name}`,
      onClick: choose,
    }))
