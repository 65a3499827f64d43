import { useQuery } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Card } from '~/ui/Card'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { type Inquiry, messagesQuery, useTakeInquiry } from './api'
import { Composer } from './Composer'
import styles from './Conversation.module.css'
import { Thread } from './Thread'

interface Props {
  inquiry: Inquiry
  onPanel: (panel: string) => void
}

/** All that was said, oldest first, and where the next answer is written. */
export function Conversation({ inquiry, onPanel }: Props) {
  const { t } = useTranslation()
  const { data, error, isPending, refetch } = useQuery(messagesQuery(inquiry.id))
  return (
    <Card title={t('message.title')} note={data && t('message.count', { count: data.items.length })} flush>
      <ProblemAlert problem={error} onRetry={() => refetch()} />
      {isPending && <Skeleton active title={false} style={inset} />}
      {data !== undefined && <Thread messages={data.items} />}
      {inquiry.can.reply || inquiry.can.update ? (
        <Composer inquiry={inquiry} />
      ) : (
        inquiry.state === 'closed' && <p className={`x-muted ${styles.hint}`}>{t('inquiry.closedHint')}</p>
      )}
      <UnassignedHint inquiry={inquiry} onPanel={onPanel} />
    </Card>
  )
}

/** Nobody has it yet, so nobody can answer: the way to change that. */
function UnassignedHint({ inquiry, onPanel }: Props) {
  const { t } = useTranslation()
  const take = useTakeInquiry()
  const { can, assignee, id } = inquiry
  if (assignee || (!can.take && !can.assign)) return null
  return (
    <div className={styles.hint}>
      <span>{t('inquiry.unassignedHint')}</span>
      {can.take && (
        <Button loading={take.isPending} onClick={() => take.mutate({ params: { path: { id } } })}>
          {t('inquiry.take')}
        </Button>
      )}
      {can.assign && <Button onClick={() => onPanel('assign')}>{t('inquiry.assign')}</Button>}
      <ProblemAlert problem={take.error} />
    </div>
  )
}

const inset = { padding: '0 18px 18px' }
