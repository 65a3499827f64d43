import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCompany } from '~/ui/company'
import { InstantText } from '~/ui/InstantText'
import { useNow } from '~/ui/now'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { StateTag, type Tone } from '~/ui/StateTag'
import { type Notice, useRead } from './api'
import { byDay } from './days'
import styles from './notification.module.css'

const TONES: Record<string, Tone> = { notice: 'accent', warning: 'near', overdue: 'late', escalation: 'late' }

interface Props {
  notices: readonly Notice[]
  /** When somebody leaves for a record. */
  onLeave?: () => void
}

/** What one was told, day by day; each opens its record. */
export function NoticeList({ notices, onLeave }: Props) {
  const { t } = useTranslation()
  const { zone } = useCompany()
  const read = useRead()
  const days = byDay(notices, useNow(), zone)
  return (
    <>
      <ProblemAlert problem={read.error} />
      {days.map(({ key, day, items }) => (
        <section key={key}>
          <h3 className={styles.day}>
            {typeof day === 'string' ? t(`notification.day.${day}`) : <InstantText at={day.at} day />}
          </h3>
          <ul>
            {items.map((notice) => (
              <NoticeRow
                key={notice.id}
                notice={notice}
                reading={read.isPending && read.variables.params.path.id === notice.id}
                onRead={() => read.mutate({ params: { path: { id: notice.id } } })}
                onLeave={onLeave}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

interface RowProps {
  notice: Notice
  reading: boolean
  onRead: () => void
  onLeave: (() => void) | undefined
}

function NoticeRow({ notice, reading, onRead, onLeave }: RowProps) {
  const { t } = useTranslation()
  const { kind, words, must_read, created_at, read_at } = notice
  const unread = read_at === null || read_at === undefined
  const address = notice.address ?? (notice.obligation ? `/obligations/${notice.obligation}` : undefined)
  // Only the button says that what must be read was read; whatever else is opened has been seen.
  const leave = () => {
    if (unread && !must_read) onRead()
    onLeave?.()
  }
  return (
    <li className={`${styles.row} ${unread ? styles.unread : ''}`}>
      <span className={styles.words}>
        <span className={styles.head}>
          <StateTag tone={unread ? (TONES[kind] ?? 'plain') : 'plain'}>
            {t(`notification.kind.${kind}`)}
          </StateTag>
          <span className="x-muted">
            <InstantText at={created_at} />
          </span>
          {unread && <span className="x-hidden">{t('notification.unread')}</span>}
        </span>
        {address ? (
          <Link to={address} className={styles.what} onClick={leave}>
            {words}
          </Link>
        ) : (
          <span className={styles.what}>{words}</span>
        )}
      </span>
      {unread && (
        <Button size="small" type={must_read ? 'default' : 'text'} loading={reading} onClick={onRead}>
          {t(must_read ? 'notification.confirm' : 'notification.read')}
        </Button>
      )}
    </li>
  )
}
