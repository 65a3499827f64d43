import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { lazy, type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '~/api/session'
import { Card } from '~/ui/Card'
import { EmptyState } from '~/ui/EmptyState'
import type { Condition } from '~/ui/list/filter'
import { useNow } from '~/ui/now'
import { hourOf } from '~/ui/time'
import { usePageTitle } from '~/ui/usePageTitle'
import { type Desk, desks, workbenchQuery } from './api'
import { ApprovalRows, DueList } from './DueList'
import { type Grouping, isLate } from './groups'
import { RecordCard } from './RecordCard'
import styles from './WorkbenchPage.module.css'

const NextSteps = lazy(() => import('./NextSteps'))
const GROUPINGS: readonly Grouping[] = ['time', 'record', 'rule']

export function WorkbenchPage() {
  const { t } = useTranslation()
  const { data: workbench } = useSuspenseQuery(workbenchQuery)
  usePageTitle(t('place.workbench'))
  const { approvals, inquiries, projects } = workbench
  const bare = desks.every((desk) => workbench[desk].length === 0)
  return (
    <>
      <Greeting />
      <div className={styles.columns}>
        <div className={styles.main}>
          <Obligations />
          {bare && (
            <Suspense>
              <NextSteps />
            </Suspense>
          )}
        </div>
        <div className={styles.side}>
          {approvals.length > 0 && (
            <Card title={t('workbench.approvals')} extra={<All desk="approvals" />} flush>
              <ApprovalRows approvals={approvals} />
            </Card>
          )}
          {inquiries.length > 0 && (
            <RecordCard
              title={t('workbench.inquiries')}
              extra={<All desk="inquiries" />}
              records={inquiries}
              under="/inquiries"
            />
          )}
          {projects.length > 0 && (
            <RecordCard
              title={t('workbench.projects')}
              extra={<All desk="projects" />}
              records={projects}
              under="/projects"
            />
          )}
        </div>
      </div>
    </>
  )
}

function Greeting() {
  const { t } = useTranslation()
  const { company, department, member } = useSession()
  const hour = hourOf(useNow(), company.zone)
  const time = hour < 5 ? 'night' : hour < 12 ? 'morning' : hour < 18 ? 'afternoon' : 'evening'
  return (
    <header className={styles.greeting}>
      <h1>{t(`workbench.greeting.${time}`, { name: member.name })}</h1>
      <span className="x-muted">{[department?.name, company.name].filter(Boolean).join(' · ')}</span>
    </header>
  )
}

function Obligations() {
  const { t } = useTranslation()
  const { by = 'time' } = useSearch({ from: '/shell/workbench' })
  const navigate = useNavigate({ from: '/workbench' })
  const { obligations, approvals, totals } = useSuspenseQuery(workbenchQuery).data
  const now = useNow()
  const late = obligations.filter((one) => isLate(one, now)).length

  const group = (next: Grouping) => navigate({ search: next === 'time' ? {} : { by: next }, replace: true })
  return (
    <Card
      title={t('workbench.obligations')}
      note={obligations.length > 0 ? t('workbench.summary', { count: totals.obligations, late }) : undefined}
      extra={
        obligations.length > 1 && (
          <Segmented
            aria-label={t('workbench.group.label')}
            size="small"
            value={by}
            onChange={group}
            options={GROUPINGS.map((value) => ({ value, label: t(`workbench.group.${value}`) }))}
          />
        )
      }
      flush
    >
      {obligations.length === 0 ? (
        <EmptyState title={t('workbench.empty.title')}>{t('workbench.empty.detail')}</EmptyState>
      ) : (
        <DueList items={obligations} approvals={approvals} by={by} />
      )}
      {totals.obligations > obligations.length && (
        <p className={styles.rest}>
          <All desk="obligations" />
        </p>
      )}
    </Card>
  )
}

/** Where each desk is read to its end, with the reader's own alone. */
const LISTS: Record<Desk, { to: string; parts: readonly Condition[] }> = {
  obligations: {
    to: '/obligations',
    parts: [
      { field: 'state', op: 'in', value: ['open'] },
      { field: 'mine', op: 'eq', value: true },
    ],
  },
  approvals: { to: '/approvals', parts: [{ field: 'to_decide', op: 'eq', value: true }] },
  inquiries: {
    to: '/inquiries',
    parts: [
      { field: 'state', op: 'ne', value: 'closed' },
      { field: 'assignee', op: 'eq', value: '@me' },
    ],
  },
  projects: { to: '/projects', parts: [{ field: 'team', op: 'eq', value: '@me' }] },
}

/** How many there are; where the page shows fewer, the way to the rest. */
function All({ desk }: { desk: Desk }): ReactNode {
  const { t } = useTranslation()
  const { data } = useSuspenseQuery(workbenchQuery)
  const total = data.totals[desk]
  const { to, parts } = LISTS[desk]
  if (total <= data[desk].length) return <span className="x-muted">{total}</span>
  return (
    <Link to={to} search={{ filter: { all: parts } }}>
      {t('workbench.all', { count: total })}
    </Link>
  )
}
