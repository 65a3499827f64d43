import { Segmented } from 'antd'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from './Card'
import { InstantText } from './InstantText'
import styles from './Timeline.module.css'

export interface Happening {
  id: string
  /** When it happened, UTC. */
  at: string
  /** Groups the switch above: its name stands in the `kinds` of the timeline. */
  kind: string
  /** Who did what. */
  title: ReactNode
  detail?: ReactNode
  tone?: 'plain' | 'near' | 'late' | undefined
}

interface Props {
  happenings: readonly Happening[]
  /** The kinds that may be looked at alone. */
  kinds?: readonly { key: string; name: string }[]
  /** Where something is added. */
  composer?: ReactNode
  onMore?: (() => void) | undefined
}

/** What happened to a record, latest first: its evidence in words. */
export function Timeline({ happenings, kinds = [], composer, onMore }: Props) {
  const { t } = useTranslation()
  const [kind, setKind] = useState('')
  const shown = kind === '' ? happenings : happenings.filter((happening) => happening.kind === kind)
  const options = [
    { value: '', label: t('timeline.all') },
    ...kinds.map(({ key, name }) => ({ value: key, label: name })),
  ]
  return (
    <Card
      title={t('timeline.title')}
      extra={kinds.length > 0 && <Segmented size="small" value={kind} onChange={setKind} options={options} />}
    >
      {composer}
      {shown.length === 0 && <p className="x-muted">{t('timeline.empty')}</p>}
      <ol className={styles.line}>
        {shown.map(({ id, at, title, detail, tone = 'plain' }) => (
          <li key={id} className={`${styles.item} ${styles[tone]}`}>
            <span>{title}</span>
            {detail !== undefined && <span>{detail}</span>}
            <span className="x-muted">
              <InstantText at={at} />
            </span>
          </li>
        ))}
      </ol>
      {onMore && (
        <button type="button" className={styles.more} onClick={onMore}>
          {t('timeline.more')}
        </button>
      )}
    </Card>
  )
}
