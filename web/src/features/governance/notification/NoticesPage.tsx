import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { Card } from '~/ui/Card'
import { EmptyState } from '~/ui/EmptyState'
import { PageSkeleton } from '~/ui/PageSkeleton'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { usePageTitle } from '~/ui/usePageTitle'
import { noticesQuery } from './api'
import { NoticeList } from './NoticeList'
import styles from './notification.module.css'
import { ReadAll } from './ReadAll'

const FIRST_PAGE: string | undefined = undefined

/** All that the reader was told, the latest first. */
export function NoticesPage() {
  const { t } = useTranslation()
  const { unread = false } = useSearch({ from: '/shell/notifications' })
  const navigate = useNavigate({ from: '/notifications' })
  const pages = useInfiniteQuery({
    ...noticesQuery(unread),
    initialPageParam: FIRST_PAGE,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: (before) => before,
  })
  const notices = pages.data?.pages.flatMap(({ items }) => items)
  usePageTitle(t('notification.title'))
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <h1>{t('notification.title')}</h1>
        <Segmented
          aria-label={t('list.views')}
          value={unread ? 'unread' : 'all'}
          onChange={(value) =>
            navigate({ search: value === 'unread' ? { unread: true } : {}, replace: true })
          }
          options={['all', 'unread'].map((value) => ({ value, label: t(`notification.view.${value}`) }))}
        />
        <span className={styles.end}>
          <Link to="/notifications/settings">{t('mailing.title')}</Link>
          <ReadAll unread={pages.data?.pages[0]?.unread ?? 0} />
        </span>
      </header>
      <ProblemAlert problem={pages.error} onRetry={() => pages.refetch()} />
      {pages.isPending && <PageSkeleton rows={6} />}
      {notices && (
        <Card flush>
          {notices.length === 0 ? (
            <EmptyState title={t(unread ? 'notification.empty.unread' : 'notification.empty.title')}>
              {t('notification.empty.detail')}
            </EmptyState>
          ) : (
            <NoticeList notices={notices} />
          )}
        </Card>
      )}
      {pages.hasNextPage && (
        <Button loading={pages.isFetchingNextPage} onClick={() => pages.fetchNextPage()}>
          {t('list.more')}
        </Button>
      )}
    </div>
  )
}
