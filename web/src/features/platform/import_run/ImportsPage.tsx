import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Card } from '~/ui/Card'
import { EmptyState } from '~/ui/EmptyState'
import { InstantText } from '~/ui/InstantText'
import { PageSkeleton } from '~/ui/PageSkeleton'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { AdminPage } from '../admin/AdminPage'
import { loadImports } from './api'
import { ImportStateTag } from './ImportStateTag'
import styles from './import.module.css'

const FIRST_PAGE: string | undefined = undefined

/** What was taken in from files, newest first: one's own, and for the administrator everybody's. */
export function ImportsPage() {
  const { t } = useTranslation()
  const pages = useInfiniteQuery({
    queryKey: ['imports'],
    queryFn: ({ pageParam }) => loadImports(pageParam),
    initialPageParam: FIRST_PAGE,
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  const runs = pages.data?.pages.flatMap(({ items }) => items)
  return (
    <AdminPage title={t('admin.room.imports')}>
      <ProblemAlert problem={pages.error} onRetry={() => pages.refetch()} />
      {pages.isPending && <PageSkeleton rows={6} />}
      {runs !== undefined && (
        <Card flush>
          {runs.length === 0 ? (
            <EmptyState title={t('import.empty.title')}>{t('import.empty.detail')}</EmptyState>
          ) : (
            <ul className={styles.runs}>
              {runs.map((run) => (
                <li key={run.id}>
                  <Link to="/imports/$id" params={{ id: run.id }}>
                    {run.file_name}
                  </Link>
                  <ImportStateTag state={run.state} />
                  <span className="x-muted">
                    {t(`import.kind.${run.kind}`)} · {run.owner?.name ?? t('import.house')} ·{' '}
                    {t('import.madeOf', { made: run.counts.made, seen: run.counts.seen })} ·{' '}
                    <InstantText at={run.created_at} />
                  </span>
                </li>
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
