import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { useMay } from '~/api/session'
import { InteractionsCard } from '~/features/engage/interaction/InteractionsCard'
import { Card } from '~/ui/Card'
import { EmptyState } from '~/ui/EmptyState'
import { InstantText } from '~/ui/InstantText'
import { ProblemAlert } from '~/ui/ProblemAlert'
import type { Project } from '../project/api'
import styles from '../project/project.module.css'
import { filingsPages, newsPages } from './api'
import { FiledSheet } from './FiledSheet'

/** Weekly reports and all other sheets, and the news in full. */
export function NewsTab({ project }: { project: Project }) {
  const { t } = useTranslation()
  const navigate = useNavigate({ from: '/projects/$id' })
  const filings = useInfiniteQuery(filingsPages(project.id))
  const news = useInfiniteQuery(newsPages(project.id))
  const sheets = filings.data?.pages.flatMap(({ items }) => items)
  const told = news.data?.pages.flatMap(({ items }) => items)
  const report = project.report_form ?? undefined
  return (
    <>
      <Card
        title={t('project.news.sheets')}
        extra={
          report && (
            <Button
              size="small"
              onClick={() => navigate({ search: (now) => ({ ...now, form: report }), replace: true })}
            >
              {t('project.news.weekly')}
            </Button>
          )
        }
        flush
      >
        <ProblemAlert problem={filings.error} onRetry={() => filings.refetch()} />
        {filings.isPending && <Skeleton active title={false} />}
        {sheets?.length === 0 && (
          <EmptyState title={t('project.news.noSheets.title')}>
            {t('project.news.noSheets.detail')}
          </EmptyState>
        )}
        <ul className={styles.rows}>
          {sheets?.map((filing) => (
            <li key={filing.id}>
              <FiledSheet filing={filing} />
            </li>
          ))}
        </ul>
        <More pages={filings} />
      </Card>
      {project.customer && <ProjectInteractions project={project} customer={project.customer.id} />}
      <Card title={t('project.news.title')} flush>
        <ProblemAlert problem={news.error} onRetry={() => news.refetch()} />
        {news.isPending && <Skeleton active title={false} />}
        {told?.length === 0 && (
          <EmptyState title={t('project.news.none.title')}>{t('project.news.none.detail')}</EmptyState>
        )}
        <ul className={styles.rows}>
          {told?.map((item) => (
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
        <More pages={news} />
      </Card>
    </>
  )
}

interface MoreProps {
  pages: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown }
}

function More({ pages }: MoreProps) {
  const { t } = useTranslation()
  if (!pages.hasNextPage) return null
  return (
    <Button loading={pages.isFetchingNextPage} onClick={() => pages.fetchNextPage()}>
      {t('list.more')}
    </Button>
  )
}

const SAID = 'interaction'

/** What was said to the customer about this project. */
function ProjectInteractions({ project, customer }: { project: Project; customer: string }) {
  const may = useMay()
  const { panel } = useSearch({ from: '/shell/projects/$id' })
  const navigate = useNavigate({ from: '/projects/$id' })
  if (!may('interaction.read')) return null
  return (
    <InteractionsCard
      customer={customer}
      project={project.id}
      panel={panel?.startsWith(SAID) ? panel : undefined}
      onPanel={(next) => navigate({ search: (now) => ({ ...now, panel: next }), replace: true })}
      onClose={() => navigate({ search: ({ panel: _, ...now }) => now, replace: true })}
    />
  )
}
