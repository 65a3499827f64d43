import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Card } from '~/ui/Card'
import { EmptyState } from '~/ui/EmptyState'
import { InstantText } from '~/ui/InstantText'
import { PageSkeleton } from '~/ui/PageSkeleton'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { usePageTitle } from '~/ui/usePageTitle'
import styles from '../engage.module.css'
import { MoreButton } from '../MoreButton'
import { usePages } from '../usePages'
import { type ExportRun, loadExports } from './api'
import { ExportStateTag } from './ExportStateTag'

/** What left the system or is to leave it, newest first. */
export function ExportsPage() {
  const { t } = useTranslation()
  usePageTitle(t('export.all'))
  const pages = usePages(['exports'], loadExports)
  return (
    <>
      <h1 className={styles.above ?? ''}>{t('export.all')}</h1>
      <ProblemAlert problem={pages.error} onRetry={() => pages.refetch()} />
      {pages.isPending && <PageSkeleton rows={6} />}
      {pages.rows !== undefined && (
        <Card flush>
          <ExportList runs={pages.rows} />
          <MoreButton pages={pages} />
        </Card>
      )}
    </>
  )
}

export function ExportList({ runs }: { runs: readonly ExportRun[] }) {
  const { t } = useTranslation()
  if (runs.length === 0)
    return <EmptyState title={t('export.empty.title')}>{t('export.empty.detail')}</EmptyState>
  return (
    <ul className={styles.runs}>
      {runs.map((run) => (
        <li key={run.id}>
          <Link to="/exports/$id" params={{ id: run.id }}>
            {run.recipient ?? run.reason}
          </Link>
          <ExportStateTag state={run.state} />
          <span className="x-muted">
            {run.owner?.name} · {t('export.customers', { count: run.customer_count })} ·{' '}
            <InstantText at={run.created_at} />
          </span>
        </li>
      ))}
    </ul>
  )
}
