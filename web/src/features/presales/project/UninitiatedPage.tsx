import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionLink } from '~/ui/ActionLink'
import { Card } from '~/ui/Card'
import { EmptyState } from '~/ui/EmptyState'
import { MoneyText } from '~/ui/MoneyText'
import { PageSkeleton } from '~/ui/PageSkeleton'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { usePageTitle } from '~/ui/usePageTitle'
import { loadUninitiated, UNINITIATED } from './api'
import styles from './project.module.css'

const FIRST_PAGE: string | undefined = undefined

/** Projects that should have been applied for and were not, the oldest lead first. */
export function UninitiatedPage({ looks, actions }: { looks: ReactNode; actions: ReactNode }) {
  const { t } = useTranslation()
  usePageTitle(t('project.look.uninitiated'))
  const found = useInfiniteQuery({
    queryKey: UNINITIATED,
    queryFn: ({ pageParam }) => loadUninitiated(pageParam),
    initialPageParam: FIRST_PAGE,
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  const items = found.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      <header className={styles.head}>
        <h1>{t('place.projects')}</h1>
        {looks}
        <span className={styles.actions}>{actions}</span>
      </header>
      <ProblemAlert problem={found.error} onRetry={() => found.refetch()} />
      {found.isPending && <PageSkeleton rows={6} />}
      {found.data && (
        <Card flush>
          {items.length === 0 && !found.hasNextPage ? (
            <EmptyState title={t('project.uninitiated.none.title')}>
              {t('project.uninitiated.none.detail')}
            </EmptyState>
          ) : (
            <ul className={styles.rows}>
              {items.map((one) => (
                <li key={one.id}>
                  <span className={styles.words}>
                    <Link to="/projects/$id" params={{ id: one.id }}>
                      {one.number} {one.name}
                    </Link>
                    <span className="x-muted">
                      {[one.customer_name, one.owner?.name, one.stage_name].filter(Boolean).join(' · ')}
                    </span>
                    <span className="x-near">
                      {t('project.uninitiated.since', { count: one.days_since_lead })}
                    </span>
                  </span>
                  <span className={styles.buttons}>
                    <MoneyText money={one.amount} short />
                    <ActionLink to={`/projects/${one.id}?tab=approval`}>
                      {t('project.uninitiated.apply')}
                    </ActionLink>
                  </span>
                </li>
              ))}
            </ul>
          )}
          {found.hasNextPage && (
            <Button loading={found.isFetchingNextPage} onClick={() => found.fetchNextPage()}>
              {t('list.more')}
            </Button>
          )}
        </Card>
      )}
    </>
  )
}
