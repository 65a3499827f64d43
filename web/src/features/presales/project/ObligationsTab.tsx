import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import { loadObligations } from '~/features/governance/obligation/api'
import { ObligationActions } from '~/features/governance/obligation/ObligationActions'
import { ObligationStateTag } from '~/features/governance/obligation/ObligationStateTag'
import { Card } from '~/ui/Card'
import { comma } from '~/ui/comma'
import { DueClock } from '~/ui/DueClock'
import { EmptyState } from '~/ui/EmptyState'
import { InstantText } from '~/ui/InstantText'
import { ProblemAlert } from '~/ui/ProblemAlert'
import styles from './project.module.css'

const FIRST_PAGE: string | undefined = undefined

/** What the policy asks of this project: open first, then how the rest ended. */
export function ObligationsTab({ id }: { id: string }) {
  const { t } = useTranslation()
  const pages = useInfiniteQuery({
    queryKey: ['obligations', 'of', id],
    queryFn: ({ pageParam }) => {
      const filter = JSON.stringify({ field: 'subject', op: 'eq', value: id })
      return loadObligations({ filter, limit: 50, ...(pageParam === undefined ? {} : { cursor: pageParam }) })
    },
    initialPageParam: FIRST_PAGE,
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  const all = pages.data?.pages.flatMap(({ items }) => items) ?? []
  const items = [...all].sort((a, b) => Number(b.state === 'open') - Number(a.state === 'open'))
  return (
    <Card title={t('project.obligations.title')} note={t('project.obligations.note')} flush>
      <ProblemAlert problem={pages.error} onRetry={() => pages.refetch()} />
      {pages.isPending && <Skeleton active title={false} />}
      {pages.data && items.length === 0 && (
        <EmptyState title={t('project.obligations.none.title')}>
          {t('project.obligations.none.detail')}
        </EmptyState>
      )}
      <ul className={styles.rows}>
        {items.map((one) => (
          <li key={one.id}>
            <span className={styles.words}>
              <span>
                <Link to="/obligations/$id" params={{ id: one.id }}>
                  {one.name}
                </Link>{' '}
                <ObligationStateTag obligation={one} />
              </span>
              <span className="x-muted">
                {one.people.map(({ name }) => name).join(comma())}{' '}
                {one.state === 'open' ? (
                  <DueClock at={one.due_at} why={one.why} />
                ) : (
                  <InstantText at={one.closed_at} />
                )}
              </span>
            </span>
            {one.state === 'open' && <ObligationActions obligation={one} />}
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button loading={pages.isFetchingNextPage} onClick={() => pages.fetchNextPage()}>
          {t('list.more')}
        </Button>
      )}
    </Card>
  )
}
