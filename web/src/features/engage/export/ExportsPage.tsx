import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Card } from '~/ui/Card'
import { EmptyState } from '~/ui/EmptyState'
import { InstantText } from '~/ui/InstantText'
import { usePageTitle } from '~/ui/usePageTitle'
import styles from '../engage.module.css'
import { type ExportRun, exportsQuery } from './api'
import { ExportStateTag } from './ExportStateTag'

/** What left the system or is to leave it, newest first. */
export function ExportsPage() {
  const { t } = useTranslation()
  usePageTitle(t('export.all'))
  const { data } = useSuspenseQuery(exportsQuery())
  return (
    <>
      <h1 className={styles.above ?? ''}>{t('export.all')}</h1>
      <Card flush>
        <ExportList runs={data.items} />
      </Card>
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
