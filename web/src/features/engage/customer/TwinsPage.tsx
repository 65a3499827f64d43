import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { client, read } from '~/api/client'
import { Card } from '~/ui/Card'
import { EmptyState } from '~/ui/EmptyState'
import { PageSkeleton } from '~/ui/PageSkeleton'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { usePageTitle } from '~/ui/usePageTitle'
import styles from '../engage.module.css'
import { MoreButton } from '../MoreButton'
import { usePages } from '../usePages'
import { TWIN_MARKS, type TwinMark } from './twins'

const load = (by: TwinMark) => async (cursor: string | undefined) =>
  read(
    await client.GET('/customers/twins', {
      params: { query: cursor === undefined ? { by } : { by, cursor } },
    }),
  )

/** Customers on file that are likely to be the same, group by group; each page has the way to merge it. */
export function TwinsPage() {
  const { t } = useTranslation()
  const { by = 'name' } = useSearch({ from: '/shell/customers/twins' })
  const navigate = useNavigate({ from: '/customers/twins' })
  usePageTitle(t('customer.twins.title'))
  const pages = usePages(['customers', 'twins', by], load(by))
  return (
    <>
      <h1 className={styles.above ?? ''}>{t('customer.twins.title')}</h1>
      <p className={`x-muted ${styles.above}`}>{t('customer.twins.what')}</p>
      <p className={styles.above ?? ''}>
        <Segmented<TwinMark>
          aria-label={t('customer.twins.by')}
          value={by}
          onChange={(next) => navigate({ search: next === 'name' ? {} : { by: next }, replace: true })}
          options={TWIN_MARKS.map((value) => ({ value, label: t(`customer.twins.mark.${value}`) }))}
        />
      </p>
      <ProblemAlert problem={pages.error} onRetry={() => pages.refetch()} />
      {pages.isPending && <PageSkeleton rows={6} />}
      {pages.rows?.length === 0 && (
        <Card flush>
          <EmptyState title={t('customer.twins.empty.title')}>{t('customer.twins.empty.detail')}</EmptyState>
        </Card>
      )}
      {pages.rows?.map(({ shared, customers }) => (
        <Card
          key={customers[0]?.id ?? shared}
          title={shared}
          note={t('customer.twins.count', { count: customers.length })}
          flush
        >
          <ul className={styles.runs}>
            {customers.map((customer) => (
              <li key={customer.id}>
                <Link to="/customers/$id" params={{ id: customer.id }}>
                  {customer.name}
                </Link>
                <span className="x-muted">
                  {[
                    customer.number,
                    customer.region,
                    customer.owner?.name,
                    t('customer.twins.contacts', { count: customer.contact_count }),
                  ]
                    .filter((part) => part !== null && part !== undefined)
                    .join(' · ')}
                </span>
                <Link to="/customers/$id" params={{ id: customer.id }} search={{ panel: 'merge' }}>
                  {t('customer.twins.merge')}
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      ))}
      <MoreButton pages={pages} />
    </>
  )
}
