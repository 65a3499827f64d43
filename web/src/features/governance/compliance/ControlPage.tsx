import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useRuleName } from '~/api/rules'
import { Card } from '~/ui/Card'
import { PageSkeleton } from '~/ui/PageSkeleton'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { RecordPage } from '~/ui/RecordPage'
import { StateTag } from '~/ui/StateTag'
import { controlQuery } from './api'
import { BOUND } from './Clauses'
import styles from './compliance.module.css'
import { heatOf, percentWords } from './heat'
import { MonthPicker } from './MonthPicker'
import { Records } from './Records'

/** What a stage is measured by: its time limit and its two gates. */
const PARTS = ['limit', 'enter', 'leave'] as const

/** A control: what it comes to, what enforces and proves it, the clauses that ask for it, the records counted. */
export function ControlPage() {
  const { t, i18n } = useTranslation()
  const ruleName = useRuleName()
  const { id } = useParams({ from: '/shell/compliance/controls/$id' })
  const { outcome, ...where } = useSearch({ from: '/shell/compliance/controls/$id' })
  const navigate = useNavigate({ from: '/compliance/controls/$id' })
  const {
    data: control,
    error,
    refetch,
  } = useQuery({
    ...controlQuery(id, where),
    placeholderData: (before) => before,
  })
  if (control === undefined)
    return error ? <ProblemAlert problem={error} onRetry={() => refetch()} /> : <PageSkeleton rows={8} />
  const { total } = control
  const partOf = (measure: string) => {
    const part = PARTS.find((one) => measure.endsWith(`.${one}`))
    return part === undefined ? undefined : t(`compliance.part.${part}`)
  }
  /** `gate:registered-first` is a gate. */
  const kindOf = (rule: string) => {
    const kind = rule.split(':')[0] ?? rule
    return kind === 'record' ? undefined : t(`policy.statement.${kind}`, { defaultValue: kind })
  }
  return (
    <RecordPage
      number={control.id}
      name={control.name}
      tags={
        <StateTag tone={BOUND[control.state] ?? 'plain'}>{t(`compliance.bound.${control.state}`)}</StateTag>
      }
      facts={[
        { label: t('compliance.percent'), value: percentWords(total.percent) },
        {
          label: t('compliance.counted'),
          value: total.of ? t('compliance.keptOf', { kept: total.kept ?? 0, of: total.of }) : '–',
        },
        ...control.measures.map(({ id: measure, name, value, unit }) => ({
          label: [name, partOf(measure)].filter(Boolean).join(' · '),
          value:
            value === null || value === undefined
              ? '–'
              : unit === 'percent'
                ? percentWords(value)
                : `${value.toLocaleString(i18n.language)} ${unit ? t(`compliance.unit.${unit}`, { defaultValue: unit }) : ''}`,
        })),
      ]}
      actions={
        <MonthPicker
          period={control.period}
          onPeriod={(period) => navigate({ search: (now) => ({ ...now, period }), replace: true })}
        />
      }
      notice={<ProblemAlert problem={error} />}
      timeline={
        <div className={styles.page}>
          <Card title={t('compliance.rules')}>
            <ul className={styles.plain}>
              {control.rules.length === 0 && <li className="x-near">{t('compliance.noRule')}</li>}
              {control.rules.map((rule) => (
                <li key={rule.id} className={rule.on ? undefined : 'x-muted'}>
                  {rule.name === rule.id ? ruleName(rule.id) : rule.name}{' '}
                  <span className="x-muted">{rule.on ? kindOf(rule.id) : t('compliance.off')}</span>
                </li>
              ))}
              {control.waits_for.map((record) => (
                <li key={record} className="x-muted">
                  {t('compliance.waitsFor', { record: t(`recordKind.${record}`, { defaultValue: record }) })}
                </li>
              ))}
            </ul>
          </Card>
          <Card title={t('compliance.clausesAsking')}>
            <ul className={styles.plain}>
              {control.clauses.map((clause) => (
                <li key={clause.id}>
                  <span className="x-muted">{clause.id}</span> {clause.text}
                </li>
              ))}
            </ul>
          </Card>
        </div>
      }
    >
      <Card title={t('compliance.trend')} note={t('compliance.trendNote')}>
        <ol className={styles.trend}>
          {control.trend.map((point) => (
            <li key={point.period}>
              <Link
                to="/compliance/controls/$id"
                params={{ id }}
                search={{ ...where, period: point.period }}
                aria-current={point.period === control.period ? 'true' : undefined}
                className={styles.point}
                title={
                  point.total.of
                    ? t('compliance.keptOf', { kept: point.total.kept ?? 0, of: point.total.of })
                    : t('compliance.nothingDue')
                }
              >
                <span className={styles.column}>
                  <span
                    className={`${styles.fill} ${styles[heatOf(point.total.percent)]}`}
                    style={{ height: `${point.total.percent ?? 0}%` }}
                  />
                </span>
                <span>{percentWords(point.total.percent)}</span>
                <span className="x-muted">{point.period.slice(5)}</span>
              </Link>
            </li>
          ))}
        </ol>
      </Card>
      <Records
        id={id}
        where={{ ...where, period: control.period }}
        outcome={outcome}
        counts={total.counts ?? undefined}
        onOutcome={(next) =>
          navigate({
            search: ({ outcome: _outcome, ...rest }) =>
              next === undefined ? rest : { ...rest, outcome: next },
            replace: true,
          })
        }
      />
    </RecordPage>
  )
}
