import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Card } from '~/ui/Card'
import { EmptyState } from '~/ui/EmptyState'
import { PageSkeleton } from '~/ui/PageSkeleton'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { StateTag, type Tone } from '~/ui/StateTag'
import { clausesQuery, type Where } from './api'
import styles from './compliance.module.css'
import { percentWords } from './heat'

export const BOUND: Record<string, Tone> = { bound: 'kept', partly: 'near', open: 'late' }

/** The regulation word by word: what carries each clause, and how it is kept. */
export function Clauses({ where, unbound }: { where: Where; unbound: boolean }) {
  const { t } = useTranslation()
  const clauses = useQuery(clausesQuery(where))
  if (clauses.error !== null)
    return <ProblemAlert problem={clauses.error} onRetry={() => clauses.refetch()} />
  if (clauses.data === undefined) return <PageSkeleton rows={8} />
  if (clauses.data.length === 0) {
    return <EmptyState title={t('compliance.empty.title')}>{t('compliance.empty.detail')}</EmptyState>
  }
  const regulations = [...new Set(clauses.data.map(({ regulation }) => regulation))]
  return regulations.map((regulation) => {
    const mine = clauses.data.filter((clause) => clause.regulation === regulation)
    const shown = unbound ? mine.filter(({ state }) => state !== 'bound') : mine
    const bound = mine.filter(({ state }) => state === 'bound').length
    return (
      <Card
        key={regulation}
        title={mine[0]?.regulation_name || regulation}
        note={t('compliance.boundOf', { bound, count: mine.length })}
        extra={
          bound > 0 &&
          bound < mine.length && (
            <Link
              to="/compliance"
              search={{ ...where, tab: 'clauses', ...(unbound ? {} : { unbound: true }) }}
              replace
            >
              {t(unbound ? 'compliance.allClauses' : 'compliance.unboundClauses')}
            </Link>
          )
        }
        flush
      >
        <ul className={styles.clauses}>
          {shown.map(({ id, text, state, percent, controls }) => (
            <li key={id}>
              <span className="x-muted">{id}</span>
              <p>{text}</p>
              <span className={styles.carried}>
                <StateTag tone={BOUND[state] ?? 'plain'}>{t(`compliance.bound.${state}`)}</StateTag>
                <span>{percentWords(percent)}</span>
                {controls.map((control) => (
                  <Link
                    key={control.id}
                    to="/compliance/controls/$id"
                    params={{ id: control.id }}
                    search={where}
                    title={control.name}
                  >
                    {control.id}
                  </Link>
                ))}
              </span>
            </li>
          ))}
        </ul>
      </Card>
    )
  })
}
