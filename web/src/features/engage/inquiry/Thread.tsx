import { useTranslation } from 'react-i18next'
import { EmptyState } from '~/ui/EmptyState'
import type { Message } from './api'
import styles from './Conversation.module.css'
import { MessageItem } from './MessageItem'

/** All that was said, oldest first. */
export function Thread({ messages }: { messages: readonly Message[] }) {
  const { t } = useTranslation()
  if (messages.length === 0)
    return <EmptyState title={t('message.none.title')}>{t('message.none.detail')}</EmptyState>
  return (
    <ol className={styles.thread}>
      {messages.map((message) => (
        <MessageItem key={message.id} message={message} />
      ))}
    </ol>
  )
}
