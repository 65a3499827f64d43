import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PageSkeleton } from '~/ui/PageSkeleton'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { usePageTitle } from '~/ui/usePageTitle'
import { complianceQuery } from './api'
import styles from './compliance.module.css'
import { MonthPicker } from './MonthPicker'
import { Records } from './Records'

/** The records behind the figures over all controls, by how they ended. */
export function RecordsPage() {
  const { t } = useTranslation()
  const { outcome, ...where } = useSearch({ from: '/shell/compliance/records' })
  const navigate = useNavigate({ from: '/compliance/records' })
  const map = useQuery({ ...complianceQuery(where), placeholderData: (before) => before })
  usePageTitle(t('compliance.records'))
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t('compliance.records')}</h1>
        {map.data && (
          <MonthPicker
            period={map.data.period}
            onPeriod={(period) => navigate({ search: (now) => ({ ...now, period }), replace: true })}
          />
        )}
        <Link to="/compliance" search={where}>
          {t('compliance.toMap')}
        </Link>
      </header>
      <ProblemAlert problem={map.error} onRetry={() => map.refetch()} />
      {map.isPending && <PageSkeleton rows={8} />}
      {map.data && (
        <Records
          where={{ ...where, period: map.data.period }}
          outcome={outcome}
          counts={map.data.summary.counts}
          onOutcome={(next) =>
            navigate({
              search: ({ outcome: _outcome, ...rest }) =>
                next === undefined ? rest : { ...rest, outcome: next },
              replace: true,
            })
          }
        />
      )}
    </div>
  )
}
