import { useTranslation } from 'react-i18next'
import styles from './PageSkeleton.module.css'

/** What stands on a page while it is fetched. */
export function PageSkeleton({ rows = 6 }: { rows?: number }) {
  const { t } = useTranslation()
  return (
    <div role="status" className={styles.page}>
      <span className="x-hidden">{t('page.loading')}</span>
      <span className={`${styles.bar} ${styles.title}`} />
      <div className={styles.card}>
        {Array.from({ length: rows }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: grey bars have nothing else to be told apart by.
          <span key={row} className={styles.bar} />
        ))}
      </div>
    </div>
  )
}
