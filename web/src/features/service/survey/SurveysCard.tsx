import { useQuery } from '@tanstack/react-query'
import { Button, Typography } from 'antd'
import { useTranslation } from 'react-i18next'
import { Card } from '~/ui/Card'
import { InstantText } from '~/ui/InstantText'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { StateTag, type Tone } from '~/ui/StateTag'
import { type Survey, surveysQuery, useSurveyLink } from './api'
import styles from './SurveysCard.module.css'

const TONES: Record<Survey['state'], Tone> = { sent: 'accent', unaddressed: 'near', answered: 'kept' }

/** Whether the customer of a record was asked, and answered; where no mail reaches them, the link to hand over. */
export function SurveysCard({ kind, id }: { kind: string; id: string }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(surveysQuery(kind, id))
  if (error === null && (data === undefined || data.length === 0)) return null
  return (
    <Card title={t('response.surveys')} flush>
      <ProblemAlert problem={error} onRetry={() => refetch()} />
      <ul>
        {data?.map((survey) => (
          <SurveyRow key={survey.id} survey={survey} />
        ))}
      </ul>
    </Card>
  )
}

function SurveyRow({ survey }: { survey: Survey }) {
  const { t } = useTranslation()
  const link = useSurveyLink()
  const address = link.data && new URL(link.data.link, window.location.origin).href
  const { id, state, score, created_at, answered_at, expires_at } = survey
  return (
    <li className={styles.row}>
      <div className={styles.head}>
        <StateTag tone={TONES[state]}>{t(`response.state.${state}`)}</StateTag>
        {score !== null && score !== undefined && <span>{t('response.score', { score })}</span>}
        <span className="x-muted">
          <InstantText at={answered_at ?? created_at} />
        </span>
        {state !== 'answered' && (
          <Button
            className={styles.link ?? ''}
            loading={link.isPending}
            onClick={() => link.mutate({ params: { path: { id } } })}
          >
            {t('response.makeLink')}
          </Button>
        )}
      </div>
      {state === 'unaddressed' && link.data === undefined && (
        <p className="x-muted">{t('response.unaddressed')}</p>
      )}
      {address !== undefined && (
        <p className={styles.address}>
          <Typography.Text copyable={{ text: address }}>{address}</Typography.Text>
          <span className="x-muted">
            {' '}
            {t('response.until')} <InstantText at={expires_at} day />
          </span>
        </p>
      )}
      <ProblemAlert problem={link.error} />
    </li>
  )
}
