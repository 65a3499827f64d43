import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Brand } from './Brand'
import { PhoneBar } from './PhoneBar'
import { PlaceLink } from './PlaceLink'
import styles from './Shell.module.css'
import { type Choice, UserMenu } from './UserMenu'

/** The id of what stands in the frame. */
export const CONTENT = 'content'

export interface ShellPlace {
  key: string
  name: string
  address: string
  icon: ReactNode
  /** Other addresses that belong to it. */
  covers?: readonly string[] | undefined
  /** Things waiting there. */
  count?: number
}

interface Props {
  places: readonly ShellPlace[]
  person: { name: string; note: string }
  languages: readonly Choice[]
  appearances: readonly Choice[]
  /** For whom the reader may act. */
  standIns?: readonly Choice[]
  onAccount: () => void
  /** Opens the command menu, and the list of keys. */
  onCommands?: () => void
  onKeys?: () => void
  onLogOut: () => void
  /** Stands in the middle of the top bar; nothing is drawn while there is nothing to search. */
  search?: ReactNode
  /** Stands left of the user menu. */
  notices?: ReactNode
  children: ReactNode
}

/** The frame of every page: top bar, places on the left, on a phone at the bottom. */
export function Shell({
  places,
  person,
  languages,
  appearances,
  standIns = [],
  onAccount,
  onCommands,
  onKeys,
  onLogOut,
  search,
  notices,
  children,
}: Props) {
  const { t } = useTranslation()
  return (
    <div className={styles.shell}>
      <a href={`#${CONTENT}`} className={styles.skip}>
        {t('shell.skip')}
      </a>
      <header className={styles.top}>
        <Link to="/" className={styles.home} aria-label={t('shell.home')}>
          <Brand />
        </Link>
        <div className={styles.search}>{search}</div>
        {notices}
        <UserMenu
          person={person}
          languages={languages}
          appearances={appearances}
          standIns={standIns}
          onAccount={onAccount}
          onCommands={onCommands}
          onKeys={onKeys}
          onLogOut={onLogOut}
        />
      </header>
      <nav className={styles.side} aria-label={t('shell.places')}>
        {places.map((place) => (
          <PlaceLink key={place.key} place={place} className={styles.place} here={styles.here}>
            {place.count !== undefined && place.count > 0 && (
              <span className={styles.count}>{place.count}</span>
            )}
          </PlaceLink>
        ))}
      </nav>
      <main id={CONTENT} tabIndex={-1} className={styles.content}>
        {children}
      </main>
      <PhoneBar places={places} />
    </div>
  )
}
