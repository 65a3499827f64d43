import { Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { KeyCaps } from './keys/KeyCaps'
import styles from './UserMenu.module.css'

export interface Choice {
  key: string
  name: string
  current: boolean
  choose: () => void
}

interface Props {
  person: { name: string; note: string }
  languages: readonly Choice[]
  appearances: readonly Choice[]
  /** For whom one may act, oneself first; nothing where nobody has asked. */
  standIns?: readonly Choice[]
  onAccount: () => void
  onCommands?: (() => void) | undefined
  onKeys?: (() => void) | undefined
  onLogOut: () => void
}

/** Who is logged in, and for whom; language and appearance; one's own page; the way out. */
export function UserMenu(props: Props) {
  const { person, languages, appearances, standIns = [], onAccount, onCommands, onKeys, onLogOut } = props
  const { t } = useTranslation()
  const items = [
    { key: 'person', type: 'group' as const, label: <Person {...person} /> },
    { key: 'account', label: t('shell.account'), onClick: onAccount },
    ...(onCommands ? [withKeys('commands', t('command.title'), 'mod+k', onCommands)] : []),
    ...(onKeys ? [withKeys('keys', t('keys.title'), '?', onKeys)] : []),
    { key: 'lines', type: 'divider' as const },
    ...(standIns.length > 0 ? [group('standIn', t('shell.standIn'), standIns)] : []),
    group('language', t('shell.language'), languages),
    group('appearance', t('shell.appearance.title'), appearances),
    { key: 'line', type: 'divider' as const },
    { key: 'out', label: t('shell.logOut'), onClick: onLogOut },
  ]
  const selectedKeys = [
    ...chosen('standIn', standIns),
    ...chosen('language', languages),
    ...chosen('appearance', appearances),
  ]
  return (
    <Dropdown
      getPopupContainer={(button) => button.parentElement ?? document.body}
      trigger={['click']}
      placement="bottomRight"
      menu={{ items, selectable: true, selectedKeys }}
    >
      <button type="button" className={styles.face} aria-label={t('shell.userMenu', { name: person.name })}>
        {Array.from(person.name)[0]}
      </button>
    </Dropdown>
  )
}

function Person({ name, note }: Props['person']) {
  return (
    <span className={styles.person}>
      <strong>{name}</strong>
      <span className="x-muted">{note}</span>
    </span>
  )
}

const withKeys = (key: string, label: string, keys: string, onClick: () => void) => ({
  key,
  label,
  extra: <KeyCaps keys={keys} />,
  onClick,
})

const group = (key: string, label: string, choices: readonly Choice[]) => ({
  key,
  type: 'group' as const,
  label,
  children: choices.map((choice) => ({
    key: `${key}.${choice.key}`,
    label: choice.name,
    onClick: choice.choose,
  })),
})

const chosen = (key: string, choices: readonly Choice[]) =>
  choices.filter((choice) => choice.current).map((choice) => `${key}.${choice.key}`)
