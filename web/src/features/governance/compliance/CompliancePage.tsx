import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { Card } from '~/ui/Card'
import { EmptyState } from '~/ui/EmptyState'
import { PageSkeleton } from '~/ui/PageSkeleton'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { usePageTitle } from '~/ui/usePageTitle'
import { type Compliance, complianceQuery, type Outcome, type Where } from './api'
import { Clauses } from './Clauses'
import styles from './compliance.module.css'
import { heatOf, monthFrom, percentWords } from './heat'
import { MonthPicker } from './MonthPicker'
import type { ComplianceTab, ControlSearch } from './search'

export function CompliancePage() {
  const { t } = useTranslation()
  const { tab = 'controls', unbound = false, ...where } = useSearch({ from: '/shell/compliance' })
  const navigate = useNavigate({ from: '/compliance' })
  const map = useQuery({ ...complianceQuery(where), placeholderData: (before) => before })
  usePageTitle(t('place.compliance'))
  const { department: _department, ...everywhere } = where
  const show = (next: ComplianceTab) =>
    navigate({ search: next === 'controls' ? where : { ...where, tab: next }, replace: true })
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>{t('place.compliance')}</h1>
        <Segmented<ComplianceTab>
          aria-label={t('compliance.by')}
          value={tab}
          onChange={show}
          options={[
            { value: 'controls', label: t('compliance.tab.controls') },
            { value: 'clauses', label: t('compliance.tab.clauses') },
          ]}
        />
        {map.data && (
          <MonthPicker
            period={map.data.period}
            onPeriod={(period) => navigate({ search: (now) => ({ ...now, period }), replace: true })}
          />
        )}
        {where.department !== undefined && (
          <Link to="/compliance" search={everywhere}>
            {t('compliance.allDepartments')}
          </Link>
        )}
      </header>
      <ProblemAlert problem={map.error} onRetry={() => map.refetch()} />
      {map.isPending && <PageSkeleton rows={8} />}
      {map.data && (
        <>
          <Figures map={map.data} where={where} />
          {tab === 'clauses' ? (
            <Clauses where={where} unbound={unbound} />
          ) : (
            <HeatMap map={map.data} where={where} />
          )}
        </>
      )}
    </div>
  )
}

/** What all controls come to; every number opens its records. */
function Figures({ map: { summary, period }, where }: { map: Compliance; where: Where }) {
  const { t, i18n } = useTranslation()
  const { counts, before, clauses, clauses_bound, percent } = summary
  const number = (value: number) => value.toLocaleString(i18n.language)
  const here = { ...where, period }
  const lastMonth = { ...where, period: monthFrom(period, -1) }
  const records = (words: string, search: ControlSearch) => (
    <Link to="/compliance/records" search={search}>
      {words}
    </Link>
  )
  const of = (outcome: Outcome, search = here) =>
    records(
      t('compliance.ended', { what: t(`compliance.outcome.${outcome}`), count: number(countOf(outcome)) }),
      {
        ...search,
        outcome,
      },
    )
  const countOf = (outcome: Outcome) => counts[outcome]
  const figures = [
    {
      key: 'percent',
      value: records(percent === null || percent === undefined ? '–' : `${percent.toFixed(1)}%`, here),
      notes: [
        records(t('compliance.dueCount', { count: number(counts.due) }), here),
        ...(counts.met > 0 ? [of('met')] : []),
        of('on_time'),
      ],
    },
    {
      key: 'open',
      value: records(number(counts.open + counts.late), {
        ...here,
        outcome: counts.open > 0 ? 'open' : 'late',
      }),
      notes: [of('open'), of('late')],
    },
    {
      key: 'released',
      value: records(number(counts.waived + counts.exempted), {
        ...here,
        outcome: counts.waived > 0 ? 'waived' : 'exempted',
      }),
      notes: [
        of('waived'),
        of('exempted'),
        records(t('compliance.figure.releasedNote', { before: number(before.waived + before.exempted) }), {
          ...lastMonth,
          outcome: before.waived > 0 ? 'waived' : 'exempted',
        }),
      ],
    },
    {
      key: 'clauses',
      value: (
        <Link to="/compliance" search={{ ...where, tab: 'clauses' }}>
          {number(clauses_bound)} / {number(clauses)}
        </Link>
      ),
      notes: [
        <Link key="open" to="/compliance" search={{ ...where, tab: 'clauses', unbound: true }}>
          {t('compliance.figure.clausesNote', { count: clauses - clauses_bound })}
        </Link>,
      ],
    },
  ]
  return (
    <dl className={styles.figures}>
      {figures.map(({ key, value, notes }) => (
        <div key={key} className={styles.figure}>
          <dt className="x-muted">{t(`compliance.figure.${key}`)}</dt>
          <dd className={styles.value}>{value}</dd>
          <dd className={styles.notes}>
            {notes.map((note, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the notes of a figure never change places.
              <span key={at}>{note}</span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Control by department; each cell opens the records that it counted. */
function HeatMap({ map, where }: { map: Compliance; where: Where }) {
  const { t } = useTranslation()
  if (map.controls.length === 0) {
    return <EmptyState title={t('compliance.empty.title')}>{t('compliance.empty.detail')}</EmptyState>
  }
  return (
    <Card flush>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard too. */}
      <section className={styles.scroll} tabIndex={0} aria-label={t('compliance.map')}>
        <table className={styles.map}>
          <thead>
            <tr>
              <th scope="col">{t('compliance.control')}</th>
              <th scope="col">{t('compliance.total')}</th>
              {map.departments.map(({ id, name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {map.controls.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <Link to="/compliance/controls/$id" params={{ id: row.id }} search={where}>
                    <span className="x-muted">{row.id}</span> {row.name}
                  </Link>
                </th>
                <HeatCell id={row.id} cell={row.total} where={where} />
                {row.cells.map((cell, at) => (
                  <HeatCell
                    key={map.departments[at]?.id}
                    id={row.id}
                    cell={cell}
                    where={{ ...where, ...departmentAt(map, at) }}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className={`x-muted ${styles.foot}`}>{t('compliance.foot')}</p>
    </Card>
  )
}

function departmentAt({ departments }: Compliance, at: number): Where {
  const department = departments[at]?.id
  return department === undefined ? {} : { department }
}

interface CellProps {
  id: string
  cell: Compliance['controls'][number]['total']
  where: Where
}

function HeatCell({ id, cell, where }: CellProps) {
  const { t } = useTranslation()
  const words = percentWords(cell.percent)
  const heat = `${styles.cell} ${styles[heatOf(cell.percent)]}`
  const counted = cell.of ? t('compliance.keptOf', { kept: cell.kept ?? 0, of: cell.of }) : undefined
  return (
    <td>
      {cell.of ? (
        <Link to="/compliance/controls/$id" params={{ id }} search={where} className={heat} title={counted}>
          {words}
        </Link>
      ) : (
        <span className={heat}>{words}</span>
      )}
    </td>
  )
}
