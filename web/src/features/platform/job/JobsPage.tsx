import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { Card } from '~/ui/Card'
import { EmptyState } from '~/ui/EmptyState'
import { InstantText } from '~/ui/InstantText'
import { PageSkeleton } from '~/ui/PageSkeleton'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { AdminPage } from '../admin/AdminPage'
import styles from '../admin/admin.module.css'
import { type Job, type JobState, loadJobs, STATES, useRetryJob } from './api'

const FIRST_PAGE: string | undefined = undefined

export function JobsPage() {
  const { t } = useTranslation()
  const { state = 'failed' } = useSearch({ from: '/shell/jobs' })
  const navigate = useNavigate({ from: '/jobs' })
  const retry = useRetryJob()
  const pages = useInfiniteQuery({
    queryKey: ['jobs', state],
    queryFn: ({ pageParam }) => loadJobs(state, pageParam),
    initialPageParam: FIRST_PAGE,
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  const jobs = pages.data?.pages.flatMap(({ items }) => items)
  const show = (next: JobState) =>
    navigate({ search: next === 'failed' ? {} : { state: next }, replace: true })
  return (
    <AdminPage
      title={t('admin.room.jobs')}
      actions={
        <Segmented<JobState>
          aria-label={t('job.state.label')}
          value={state}
          onChange={show}
          options={STATES.map((value) => ({ value, label: t(`job.state.${value}`) }))}
        />
      }
    >
      <ProblemAlert problem={retry.error} />
      <ProblemAlert problem={pages.error} onRetry={() => pages.refetch()} />
      {pages.isPending && <PageSkeleton rows={6} />}
      {jobs !== undefined && (
        <Card flush>
          {jobs.length === 0 ? (
            <EmptyState title={t(`job.empty.${state}`)}>{t('job.empty.detail')}</EmptyState>
          ) : (
            <ul className={styles.rows}>
              {jobs.map((job) => (
                <JobRow
                  key={job.id}
                  job={job}
                  retrying={retry.isPending && retry.variables.params.path.id === job.id}
                  onRetry={() => retry.mutate({ params: { path: { id: job.id } } })}
                />
              ))}
            </ul>
          )}
        </Card>
      )}
      {pages.hasNextPage && (
        <Button loading={pages.isFetchingNextPage} onClick={() => pages.fetchNextPage()}>
          {t('list.more')}
        </Button>
      )}
    </AdminPage>
  )
}

function JobRow({ job, retrying, onRetry }: { job: Job; retrying: boolean; onRetry: () => void }) {
  const { t } = useTranslation()
  return (
    <li>
      <span className={styles.words}>
        <span>{t(`job.kind.${job.kind}`, { defaultValue: job.kind })}</span>
        <span className="x-muted">
          <InstantText at={job.created_at} /> · {t('job.attempts', { count: job.attempts })}
          {job.state === 'waiting' && (
            <>
              {' · '}
              {t('job.next')} <InstantText at={job.run_at} />
            </>
          )}
        </span>
        {job.error && <pre className={`x-late ${styles.result}`}>{job.error}</pre>}
      </span>
      {job.state === 'failed' && (
        <span className={styles.buttons}>
          <Button loading={retrying} onClick={onRetry}>
            {t('job.retry')}
          </Button>
        </span>
      )}
    </li>
  )
}
