import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionLink } from '~/ui/ActionLink'
import { Card } from '~/ui/Card'
import { EmptyState } from '~/ui/EmptyState'
import { MoneyText } from '~/ui/MoneyText'
import { PageSkeleton } from '~/ui/PageSkeleton'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { usePageTitle } from '~/ui/usePageTitle'
import { uninitiatedQuery } from './api'
import styles from './project.module.css'

/** Projects that should have been applied for and were not, the oldest lead first. */
export function UninitiatedPage({ looks, actions }: { looks: ReactNode; actions: ReactNode }) {
  const { t } = useTranslation()
  usePageTitle(t('project.look.uninitiated'))
  const found = useQuery(uninitiatedQuery)
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
          {found.data.items.length === 0 ? (
            <EmptyState title={t('project.uninitiated.none.title')}>
              {t('project.uninitiated.none.detail')}
            </EmptyState>
          ) : (
            <ul className={styles.rows}>
              {found.data.items.map((one) => (
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
        </Card>
      )}
    </>
  )
}
