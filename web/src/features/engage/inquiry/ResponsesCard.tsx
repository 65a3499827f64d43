import { useQuery } from '@tanstack/react-query'
import { Rate } from 'antd'
import { useTranslation } from 'react-i18next'
import { client, read } from '~/api/client'
import { Card } from '~/ui/Card'
import { InstantText } from '~/ui/InstantText'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { StateTag } from '~/ui/StateTag'
import styles from '../engage.module.css'
import { Texts } from '../Texts'

/** What was filed on an inquiry: the customer's response, call-backs. */
export function ResponsesCard({ id, awaited }: { id: string; awaited: boolean }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery({
    queryKey: ['filings', 'of', id],
    queryFn: async () =>
      read(await client.GET('/filings', { params: { query: { subject_kind: 'inquiry', subject_id: id } } }))
        .items,
  })
  return (
    <>
      <ProblemAlert problem={error} onRetry={() => refetch()} />
      {data?.length === 0 && awaited && (
        <Card title={t('inquiry.responses.title')}>
          <p className="x-muted">{t('inquiry.responses.none')}</p>
        </Card>
      )}
      {data?.map((filing) => (
        <Card
          key={filing.id}
          title={filing.name}
          note={<InstantText at={filing.filed_at} />}
          extra={
            filing.score !== null &&
            filing.score !== undefined && (
              <StateTag tone={filing.passed ? 'kept' : 'late'}>
                {t('inquiry.responses.score', { score: filing.score })}
              </StateTag>
            )
          }
        >
          <Texts
            lines={filing.fields.map((field) => [
              field.name,
              <Answer key={field.id} type={field.type} value={answerTo(filing.values, field.id)} />,
            ])}
          />
          <p className={`x-muted ${styles.second}`}>
            {filing.filed_by?.name ?? t('inquiry.responses.byCustomer')}
          </p>
        </Card>
      ))}
    </>
  )
}

function Answer({ type, value }: { type: string; value: unknown }) {
  const { t } = useTranslation()
  if (type === 'stars' && typeof value === 'number') {
    return <Rate disabled value={value} aria-label={t('inquiry.responses.stars', { count: value })} />
  }
  if (typeof value === 'boolean') return t(value ? 'form.yes' : 'form.no')
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  return <span className="x-muted">–</span>
}

const answerTo = (values: unknown, field: string): unknown =>
  typeof values === 'object' && values !== null
    ? Object.entries(values).find(([id]) => id === field)?.[1]
    : undefined
