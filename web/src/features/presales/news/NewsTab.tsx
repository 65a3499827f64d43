import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { Card } from '~/ui/Card'
import { useCompany } from '~/ui/company'
import { EmptyState } from '~/ui/EmptyState'
import { InstantText } from '~/ui/InstantText'
import { moneyWords } from '~/ui/money'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { StateTag } from '~/ui/StateTag'
import { isMoney } from '~/ui/sheet/sheet'
import type { Project } from '../project/api'
import styles from '../project/project.module.css'
import { type Filing, filingsQuery, newsQuery } from './api'

/** The weekly report by which a project is followed, as the shipped packs call it. */
const WEEKLY = 'weekly-report'

/** Weekly reports and all other sheets, and the news in full. */
export function NewsTab({ project }: { project: Project }) {
  const { t } = useTranslation()
  const navigate = useNavigate({ from: '/projects/$id' })
  const filings = useQuery(filingsQuery(project.id))
  const news = useQuery(newsQuery(project.id))
  const open = project.state === 'active' || project.state === 'won'
  return (
    <>
      <Card
        title={t('project.news.sheets')}
        extra={
          open && (
            <Button
              size="small"
              onClick={() => navigate({ search: (now) => ({ ...now, form: WEEKLY }), replace: true })}
            >
              {t('project.news.weekly')}
            </Button>
          )
        }
        flush
      >
        <ProblemAlert problem={filings.error} onRetry={() => filings.refetch()} />
        {filings.isPending && <Skeleton active title={false} />}
        {filings.data?.length === 0 && (
          <EmptyState title={t('project.news.noSheets.title')}>
            {t('project.news.noSheets.detail')}
          </EmptyState>
        )}
        <ul className={styles.rows}>
          {filings.data?.map((filing) => (
            <li key={filing.id}>
              <Sheet filing={filing} />
            </li>
          ))}
        </ul>
      </Card>
      <Card title={t('project.news.title')} flush>
        <ProblemAlert problem={news.error} onRetry={() => news.refetch()} />
        {news.isPending && <Skeleton active title={false} />}
        {news.data?.items.length === 0 && (
          <EmptyState title={t('project.news.none.title')}>{t('project.news.none.detail')}</EmptyState>
        )}
        <ul className={styles.rows}>
          {news.data?.items.map((item) => (
            <li key={item.id}>
              <span className={styles.words}>
                <span className={styles.quote}>{item.content}</span>
                <span className="x-muted">
                  {t(`project.news.kind.${item.kind}`)} · {item.member?.name} ·{' '}
                  <InstantText at={item.happened_at} />
                </span>
              </span>
            </li>
          ))}
        </ul>
      </Card>
    </>
  )
}

function Sheet({ filing }: { filing: Filing }) {
  const { t, i18n } = useTranslation()
  const { currency } = useCompany()
  const values: Record<string, unknown> = Object(filing.values)
  const told = filing.fields.filter(
    ({ id }) => values[id] !== undefined && values[id] !== null && values[id] !== '',
  )
  return (
    <details>
      <summary>
        {filing.name} {filing.replaced_by && <StateTag>{t('project.news.replaced')}</StateTag>}
        {!filing.passed && <StateTag tone="late">{t('project.news.notPassed')}</StateTag>}{' '}
        <span className="x-muted">
          {[filing.number, filing.filed_by?.name].filter(Boolean).join(' · ')}{' '}
          <InstantText at={filing.filed_at} />
          {typeof filing.score === 'number' && ` · ${t('project.news.score', { count: filing.score })}`}
        </span>
      </summary>
      <dl className={styles.texts}>
        {told.map((field) => (
          <div key={field.id}>
            <dt className="x-muted">{field.name}</dt>
            <dd>{words(field, values[field.id])}</dd>
          </div>
        ))}
      </dl>
    </details>
  )

  function words(field: Filing['fields'][number], value: unknown): string {
    if (typeof value === 'boolean') return t(value ? 'form.yes' : 'form.no')
    if (isMoney(value)) return moneyWords(value, i18n.language)
    if (field.type === 'money' && typeof value === 'number')
      return moneyWords({ amount: value, currency }, i18n.language)
    if (Array.isArray(value)) return value.map((row) => Object.values(Object(row)).join(' · ')).join('\n')
    if (typeof value === 'object' && value !== null) return String(Object(value).name ?? '')
    return field.choices.find(({ id }) => id === value)?.name ?? String(value)
  }
}
