import { useTranslation } from 'react-i18next'
import styles from './StageTime.module.css'

interface Props {
  /** Working days spent. */
  spent: number
  /** Working days allowed, if any. */
  limit: number | null | undefined
}

/** Time in a stage against its limit: a short bar and the words. */
export function StageTime({ spent, limit }: Props) {
  const { t } = useTranslation()
  if (limit === null || limit === undefined)
    return <span className="x-muted">{t('stage.days', { count: spent })}</span>
  const share = limit === 0 ? 1 : spent / limit
  const tone = share > 1 ? styles.late : share >= 0.8 ? styles.near : ''
  return (
    <span className={`${styles.time} ${tone}`}>
      <span className={styles.track} aria-hidden>
        <span className={styles.fill} style={{ width: `${Math.min(share, 1) * 100}%` }} />
      </span>
      {t('stage.spentOf', { spent, limit })}
    </span>
  )
}
