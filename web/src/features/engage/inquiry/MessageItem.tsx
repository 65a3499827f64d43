import { PaperClipOutlined } from '@ant-design/icons'
import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { fileAddress } from '~/api/files'
import { InstantText } from '~/ui/InstantText'
import { StateTag } from '~/ui/StateTag'
import { sizeWords } from '../size'
import type { Message } from './api'
import styles from './Conversation.module.css'

/** Something said, by the customer on the left or by us on the right, or a note among ourselves between the two. A mail that could not be read whole says so. */
export function MessageItem({ message }: { message: Message }) {
  const { t } = useTranslation()
  const { direction, internal, channel, state, subject, body, said_at, source } = message
  const who =
    direction === 'out'
      ? (message.author?.name ?? t('engage.system'))
      : (message.from_name ?? message.from_address ?? t('message.customer'))
  return (
    <li className={`${styles.message} ${sideOf(message)}`}>
      <div className={styles.who}>
        <span>{who}</span>
        <span className="x-muted">
          {internal ? t('message.internal') : t(`inquiry.channel.${channel}`)} · <InstantText at={said_at} />
        </span>
        {state === 'queued' && <StateTag tone="near">{t('message.queued')}</StateTag>}
        {state === 'failed' && <StateTag tone="late">{t('message.failed')}</StateTag>}
      </div>
      <div className={styles.bubble}>
        {state === 'failed' && (
          <Alert type="error" showIcon title={t('message.failed')} description={message.broken_why} />
        )}
        {message.broken && (
          <Alert
            type="warning"
            showIcon
            title={t('message.broken')}
            description={[message.broken_why, t('message.brokenKept')].filter(Boolean).join(' ')}
          />
        )}
        {subject && channel === 'mail' && <p className={styles.subject}>{subject}</p>}
        <p className={styles.body}>
          {body === '' ? <span className="x-muted">{t('message.empty')}</span> : body}
        </p>
        {source && <p className="x-muted">{t('message.source', { source })}</p>}
        <Attached message={message} />
      </div>
    </li>
  )
}

function sideOf({ direction, internal }: Message) {
  if (internal) return styles.note
  return direction === 'out' ? styles.ours : styles.theirs
}

function Attached({ message: { attachments } }: { message: Message }) {
  const { t, i18n } = useTranslation()
  if (attachments.length === 0) return null
  return (
    <ul className={styles.files} aria-label={t('message.attachments')}>
      {attachments.map(({ id, name, size }) => (
        <li key={id}>
          <a href={fileAddress(id)} download={name}>
            <PaperClipOutlined aria-hidden /> {name}
          </a>{' '}
          <span className="x-muted">{sizeWords(size, i18n.language)}</span>
        </li>
      ))}
    </ul>
  )
}
