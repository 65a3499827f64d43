import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Button, Modal, Skeleton } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { approvalQuery } from './api'
import styles from './approval.module.css'
import { DecisionDialog, type Verdict } from './DecisionDialog'
import { FactsCard } from './FactsCard'

interface Props {
  id: string
  onDone: () => void
}

/** A request as far as it must be known to decide, and the three answers, where one stands. */
export default function DecideDialog({ id, onDone }: Props) {
  const { t } = useTranslation()
  const { data: request, error, refetch } = useQuery(approvalQuery(id))
  const [verdict, setVerdict] = useState<Verdict>()
  if (request !== undefined && verdict !== undefined)
    return <DecisionDialog request={request} verdict={verdict} onDone={onDone} />
  const answers = (['reject', 'return', 'approve'] as const).filter((one) => request?.can.includes(one))
  return (
    <Modal
      open
      width={640}
      title={request?.name ?? t('approval.facts')}
      onCancel={onDone}
      footer={
        <div className={styles.answers}>
          {request && (
            <Link to={request.address} onClick={onDone} className={styles.whole}>
              {t('approval.whole')}
            </Link>
          )}
          {answers.map((one) => (
            <Button
              key={one}
              type={one === 'approve' ? 'primary' : 'default'}
              danger={one === 'reject'}
              onClick={() => setVerdict(one)}
            >
              {t(`approval.do.${one}`)}
            </Button>
          ))}
        </div>
      }
    >
      <ProblemAlert problem={error} onRetry={() => refetch()} />
      {request === undefined ? (
        error === null && <Skeleton active title={false} />
      ) : (
        <div className={styles.request}>
          <p>
            {request.subject?.address ? (
              <Link to={request.subject.address} onClick={onDone} className="x-in-text">
                {[request.subject.number, request.subject.title].filter(Boolean).join(' · ')}
              </Link>
            ) : (
              request.subject?.title
            )}
            {request.asked_by && (
              <span className="x-muted">
                {' '}
                · {t('approval.askedBy')} {request.asked_by.name}
              </span>
            )}
          </p>
          {request.outdated_at && (
            <Alert type="warning" showIcon title={t('approval.outdated')} role="status" />
          )}
          {request.note && <p className={styles.words}>{request.note}</p>}
          <FactsCard facts={request.facts} />
        </div>
      )}
    </Modal>
  )
}
