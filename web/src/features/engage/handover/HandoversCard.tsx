import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '~/ui/Card'
import { ConfirmReason } from '~/ui/ConfirmReason'
import { EmptyState } from '~/ui/EmptyState'
import { InstantText } from '~/ui/InstantText'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { StateTag, type Tone } from '~/ui/StateTag'
import { projectAddress } from '../addresses'
import { type Handover, handoversQuery, stillSees, useAcceptHandover, useRefuseHandover } from './api'
import styles from './HandoversCard.module.css'

interface Props {
  inquiry: string
  /** Opens the sheet with which the needs are offered, if the reader may. */
  onOffer?: (() => void) | undefined
  /** The project that the inquiry became. */
  project: string | null | undefined
  /** Nothing else on the page is the next step, so that accepting is. */
  first: boolean
}

/** To whom in sales the needs went, and what they said to it. */
export function HandoversCard({ inquiry, project, onOffer, first }: Props) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(handoversQuery(inquiry))
  const items = data?.items ?? []
  const offer = onOffer && <Button onClick={onOffer}>{t('handover.offer')}</Button>
  return (
    <Card title={t('handover.title')} extra={items.length > 0 && offer} flush>
      <ProblemAlert problem={error} onRetry={() => refetch()} />
      {data !== undefined && items.length === 0 && (
        <EmptyState title={t('handover.empty.title')} action={offer}>
          {t('handover.empty.detail')}
        </EmptyState>
      )}
      <ul>
        {items.map((handover) => (
          <HandoverRow key={handover.id} handover={handover} project={project} first={first} />
        ))}
      </ul>
    </Card>
  )
}

interface RowProps extends Pick<Props, 'project' | 'first'> {
  handover: Handover
}

const TONES: Record<Handover['state'], Tone> = { offered: 'near', accepted: 'kept', refused: 'late' }

function HandoverRow({ handover, project, first }: RowProps) {
  const { t } = useTranslation()
  const [refusing, setRefusing] = useState(false)
  const accept = useAcceptHandover()
  const refuse = useRefuseHandover()
  const navigate = useNavigate()
  const { id, from, to, intent, state, summary, reason, lead_id, result, can, created_at } = handover
  const which = { params: { path: { id } } }
  return (
    <li className={styles.row}>
      <div className={styles.head}>
        <span className={styles.who}>
          {t('handover.fromTo', { from: from?.name ?? '–', to: to?.name ?? '–' })}
        </span>
        <StateTag tone={TONES[state]}>{t(`handover.state.${state}`)}</StateTag>
        <StateTag>{t('handover.intentOf', { intent: t(`handover.intent.${intent}`) })}</StateTag>
        <span className="x-muted">
          <InstantText at={created_at} />
        </span>
      </div>
      <p className={styles.summary}>{summary}</p>
      {reason && <p className="x-near">{t('handover.refusedBecause', { reason })}</p>}
      {lead_id && (
        <Link to="/leads/$id" params={{ id: lead_id }}>
          {t('handover.asLead')}
        </Link>
      )}
      {result && (
        <p className="x-muted">
          {t('handover.result', { result: t(`handover.became.${result}`, { defaultValue: result }) })}{' '}
          {project && <Link to={projectAddress(project)}>{t('inquiry.openProject')}</Link>}
        </p>
      )}
      <ProblemAlert problem={accept.error} />
      {(can.accept || can.refuse) && (
        <div className={styles.buttons}>
          {can.accept && (
            <Button
              type={first ? 'primary' : 'default'}
              loading={accept.isPending}
              onClick={() => accept.mutate({ ...which, body: { goes_on_as: 'lead' } })}
            >
              {t('handover.acceptAsLead')}
            </Button>
          )}
          {can.accept && (
            <Button
              loading={accept.isPending}
              onClick={() => accept.mutate({ ...which, body: { goes_on_as: 'project' } })}
            >
              {t('handover.acceptAsProject')}
            </Button>
          )}
          {can.refuse && <Button onClick={() => setRefusing(true)}>{t('handover.refuse')}</Button>}
        </div>
      )}
      {refusing && (
        <ConfirmReason
          title={t('handover.refuse')}
          confirmLabel={t('handover.refuse')}
          pending={refuse.isPending}
          problem={refuse.error}
          onCancel={() => setRefusing(false)}
          onConfirm={(said) =>
            refuse.mutate(
              { ...which, body: { reason: said } },
              {
                onSuccess: async ({ inquiry_id }) => {
                  setRefusing(false)
                  if (!(await stillSees(inquiry_id))) await navigate({ to: '/workbench' })
                },
              },
            )
          }
        />
      )}
    </li>
  )
}
