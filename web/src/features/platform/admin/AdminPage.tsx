import { Link, useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '~/api/session'
import { useInSight } from '~/ui/useInSight'
import { usePageTitle } from '~/ui/usePageTitle'
import styles from './admin.module.css'
import { openSections } from './sections'

interface Props {
  title: string
  /** Buttons at the right of the head, at most one of them primary. */
  actions?: ReactNode
  children: ReactNode
}

/** A page of the administration: the way to its other rooms, its title, its content. */
export function AdminPage({ title, actions, children }: Props) {
  usePageTitle(title)
  return (
    <>
      <AdminNav />
      <header className={styles.head}>
        <h1>{title}</h1>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </header>
      <div className={styles.content}>{children}</div>
    </>
  )
}

/** The rooms of the administration that the reader may enter. */
export function AdminNav() {
  const { t } = useTranslation()
  const rooms = openSections(useMay())
  const at = useLocation({ select: ({ pathname }) => pathname })
  const bar = useInSight<HTMLElement>('[aria-current]', at)
  if (rooms.length === 0) return null
  return (
    <nav ref={bar} aria-label={t('admin.rooms')} className={styles.rooms}>
      {rooms.map(({ key, address }) => (
        <Link
          key={key}
          to={address}
          className={styles.room}
          activeProps={{ className: styles.here, 'aria-current': 'page' }}
        >
          {t(`admin.room.${key}`)}
        </Link>
      ))}
    </nav>
  )
}
