import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/ui/EmptyState'
import { PageSkeleton } from '~/ui/PageSkeleton'
import { latestQuery } from './api'
import { NoticeList } from './NoticeList'
import styles from './notification.module.css'
import { ReadAll } from './ReadAll'

const SHOWN = 12

/** The latest under the bell. */
export default function NoticePanel({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation()
  const { data } = useQuery(latestQuery)
  if (data === undefined) return <PageSkeleton rows={3} />
  const shown = data.items.slice(0, SHOWN)
  return (
    <section className={styles.panel} aria-label={t('notification.title')}>
      <header className={styles.panelHead}>
        <h2>{t('notification.title')}</h2>
        <ReadAll unread={data.unread} />
      </header>
      <div className={styles.scroll}>
        {shown.length === 0 ? (
          <EmptyState title={t('notification.empty.title')}>{t('notification.empty.detail')}</EmptyState>
        ) : (
          <NoticeList notices={shown} onLeave={onLeave} />
        )}
      </div>
      <footer className={styles.panelFoot}>
        <Link to="/notifications" onClick={onLeave}>
          {t('notification.all')}
        </Link>
      </footer>
    </section>
  )
}
